"""What comes out of the printer: the handout of a case and of a method."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

PAGES = re.compile(rb"/Type\s*/Page\b")  # of a PDF


@pytest.fixture(scope="module")
def sheet(browser) -> Iterator[Page]:
    page = browser.new_page(locale="zh-CN")
    page.emulate_media(media="print")
    yield page
    page.close()


def test_a_case_fits_two_pages(sheet, site, frozen_site: Path):
    written = sorted((frozen_site / "cases").glob("*/index.html"), key=lambda file: file.stat().st_size)
    pages = {}
    for case in written[-4:]:  # the longest
        sheet.goto(f"{site}cases/{case.parent.name}/")
        pages[case.parent.name] = len(PAGES.findall(sheet.pdf(prefer_css_page_size=True)))
    assert set(pages.values()) == {2}, pages


@pytest.mark.parametrize("method", ["bridge-association", "federation", "micro-venture"])
def test_the_licence_takes_no_sheet_of_its_own(sheet, site, method):
    sheet.goto(f"{site}methods/{method}/")
    assert sheet.locator(".colophon").is_visible()
    assert not sheet.locator(".footer").is_visible()
    pages = len(PAGES.findall(sheet.pdf(prefer_css_page_size=True)))
    sheet.locator(".colophon").evaluate("one => (one.style.display = 'none')")
    assert len(PAGES.findall(sheet.pdf(prefer_css_page_size=True))) == pages


@pytest.mark.parametrize("address", ["cases/jiujiang-food-safety/", "methods/deliberation/"])
def test_a_handout_has_the_text_its_links_and_nothing_to_tap(sheet, site, address):
    sheet.goto(site + address)
    assert sheet.locator(".brand").is_visible()
    for left_out in (".nav", ".search", ".contents", ".glance", ".footer__nav", ".step__link", ".crumbs"):
        assert not sheet.locator(left_out).first.is_visible(), left_out
    notes = sheet.locator(".footnotes__item")
    numbers = sheet.locator(".prose a[data-note]").evaluate_all("links => links.map(link => +link.dataset.note)")
    assert set(numbers) == set(range(1, notes.count() + 1))
    shown = sheet.locator('.prose a[data-note="1"]').first.evaluate("link => getComputedStyle(link, '::after').content")
    assert shown in ('"[" attr(data-note) "]"', '"[1]"')  # as browsers tell it
    assert notes.first.locator(".footnotes__address").text_content().startswith("/")
    folded = sheet.locator(".caveats .fold .caveat, .evidence .fold .evidence__item").first
    assert folded.bounding_box()["height"] > 0  # what is folded on the screen is printed
