"""What comes out of the printer: the handout of a case and of a method, with the way back to the page."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page
from pypdfium2 import PdfDocument

from tests.conftest import FROZEN, as_published

ADDRESS = "https://neighbours.example.org/casebook"
COMPARED = "compare/?cases=jiujiang-food-safety,zhoucun-love-farm"
DOTS = 200 / 72  # a printer has more


@pytest.fixture(scope="module")
def published(shared, typeface: Path) -> Path:
    """The collection as it is published: with its address on every handout."""
    return shared("published", lambda output: as_published(FROZEN, output, ADDRESS))


@pytest.fixture(scope="module")
def public(published: Path, serve) -> str:
    return serve(published)


@pytest.fixture(scope="module")
def sheet(browser) -> Iterator[Page]:
    page = browser.new_page(locale="zh-CN")
    page.emulate_media(media="print")
    yield page
    page.close()


def printed(sheet: Page) -> PdfDocument:
    return PdfDocument(sheet.pdf(prefer_css_page_size=True))


def words(document: PdfDocument) -> str:
    """All that stands on the sheets, without what parts lines and columns."""
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


@pytest.mark.parametrize(("kind", "most"), [("cases", 2), ("methods", 3)])
def test_a_handout_fits_its_sheets(sheet, published, public, kind, most):
    written = sorted((published / kind).glob("*/index.html"), key=lambda file: file.stat().st_size)
    pages = {}
    for path in written[-4:]:  # the longest
        sheet.goto(f"{public}{kind}/{path.parent.name}/")
        pages[path.parent.name] = len(printed(sheet))
    assert max(pages.values()) <= most, pages


@pytest.mark.parametrize("address", ["cases/jiujiang-food-safety/", "methods/deliberation/"])
def test_a_handout_leads_back_to_its_page(sheet, public, address):
    sheet.goto(public + address)
    document = printed(sheet)
    (code,) = zxingcpp.read_barcodes(document[0].render(scale=DOTS).to_pil())
    assert code.text == f"{ADDRESS}/{address}"
    assert code.text in words(document)


def test_a_wall_leads_to_its_page_too(browser, public):
    page = browser.new_page(viewport={"width": 1920, "height": 1080}, color_scheme="dark")
    page.goto(f"{public}methods/deliberation/")
    with Image.open(BytesIO(page.screenshot())) as shown:
        (code,) = zxingcpp.read_barcodes(shown)
    assert code.text == f"{ADDRESS}/methods/deliberation/"
    page.set_viewport_size({"width": 1280, "height": 800})
    assert not page.locator(".qr").is_visible()  # who holds the screen is there already
    page.close()


@pytest.mark.parametrize("method", ["bridge-association", "federation", "micro-venture"])
def test_the_licence_takes_no_sheet_of_its_own(sheet, public, method):
    sheet.goto(f"{public}methods/{method}/")
    assert sheet.locator(".colophon").is_visible()
    assert not sheet.locator(".footer").is_visible()
    pages = len(printed(sheet))
    sheet.locator(".colophon").evaluate("one => (one.style.display = 'none')")
    assert len(printed(sheet)) == pages


@pytest.mark.parametrize("address", ["cases/jiujiang-food-safety/", "methods/deliberation/", "glossary/"])
def test_what_is_folded_is_printed(sheet, public, address):
    sheet.goto(public + address)
    last = """folds => folds
        .filter((fold) => fold.getBoundingClientRect().height)  // some parts of a page are for screens as a whole
        .map((fold) => [...fold.querySelectorAll("p, dd, li")].at(-1).textContent)"""
    folded = sheet.locator("main .fold:not([open])").evaluate_all(last)
    told = re.sub(r"\[\d+\]", "", words(printed(sheet)))  # without the numbers of footnotes
    assert folded
    assert [text for text in folded if "".join(text.split()) not in told] == []


def test_folds_open_for_the_printer_alone(sheet, public):
    """Browsers before Chrome 131 and Safari 18.4 print of a fold that is closed its first line."""
    count = "document.querySelectorAll('.fold[open]').length"
    sheet.goto(f"{public}methods/deliberation/", wait_until="networkidle")
    sheet.locator(".fold__summary").first.evaluate("one => one.click()")
    sheet.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert sheet.evaluate(count) == sheet.locator(".fold").count() > 1
    sheet.evaluate("dispatchEvent(new Event('afterprint'))")
    assert sheet.evaluate(count) == 1  # which the reader had opened


@pytest.mark.parametrize("address", ["cases/jiujiang-food-safety/", "methods/deliberation/"])
def test_a_handout_has_the_text_its_links_and_nothing_to_tap(sheet, site, address):
    sheet.goto(site + address)
    assert sheet.locator(".brand").is_visible()
    for left_out in (".nav", ".search", ".contents", ".footer__nav", ".step__link", ".crumbs"):
        assert not sheet.locator(left_out).first.is_visible(), left_out
    notes = sheet.locator(".footnotes__item")
    numbers = sheet.locator("a[data-note]").evaluate_all("links => links.map(link => +link.dataset.note)")
    assert set(numbers) == set(range(1, notes.count() + 1))
    shown = sheet.locator('.prose a[data-note="1"]').first.evaluate("link => getComputedStyle(link, '::after').content")
    assert shown in ('"[" attr(data-note) "]"', '"[1]"')  # as browsers tell it
    assert notes.first.locator(".footnotes__address").text_content().startswith("/")
    folded = sheet.locator("#site-caveats-others .caveat, .evidence .fold .evidence__item").first
    assert folded.bounding_box()["height"] > 0  # what is folded on the screen is printed


def test_a_comparison_has_no_empty_sheet(sheet, public):
    """Its room on the screen, and what was left of the page, once made one."""
    for address, status in (("compare/", "先选"), (COMPARED, "正在比较 2 个案例")):
        sheet.goto(public + address)
        sheet.locator("#site-status").filter(has_text=status).wait_for(state="attached")
        told = [len("".join(page.get_textpage().get_text_range().split())) for page in printed(sheet)]
        assert min(told) > 40, (address, told)
        assert address == COMPARED or len(told) == 1
