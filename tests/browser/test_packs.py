"""Course packs and what a method is printed as: on paper, and unpacked from a ZIP without a network."""

import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect
from pypdfium2 import PdfDocument

A4 = (595.3, 841.9)  # points
PACK = "packs/half-day/"
FITS = """() => [...document.querySelectorAll(".sheet__inside, .sheet__front, .sheet__back")]
  .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.className)"""


@pytest.fixture
def paper(browser: Browser):
    page = browser.new_page(locale="zh-CN")
    page.emulate_media(media="print")
    yield page
    page.close()


def printed(paper) -> PdfDocument:
    return PdfDocument(paper.pdf(prefer_css_page_size=True))


def words(text: str) -> str:
    return "".join(text.split())


def test_handout_and_pocket_card_of_every_method_are_one_side_of_a4(paper, site, frozen_site):
    for path in sorted((frozen_site / "methods").glob("*/index.html")):
        for name in ("handout", "pocket"):
            paper.goto(f"{site}methods/{path.parent.name}/{name}/")
            document = printed(paper)
            assert (len(document), path.parent.name) == (1, path.parent.name)
            assert document[0].get_size() == pytest.approx(A4, abs=1)
            assert paper.evaluate(FITS) == [], path.parent.name
            told = words(document[0].get_textpage().get_text_range())
            upright = ".sheet--handout .doing__title, .sheet__front h1"  # a PDF tells what stands on its head otherwise
            for title in paper.locator(upright).all_inner_texts():
                assert words(title) in told, (path.parent.name, title)


def test_a_handout_tells_who_how_long_what_to_have_and_of_what_to_beware(paper, site):
    paper.goto(f"{site}methods/deliberation/handout/")
    asked = paper.locator(".doing__step").first.locator(".lines__name").all_inner_texts()
    assert [one.strip() for one in asked] == ["谁", "多久", "备好", "当心"]
    told = printed(paper)[0].get_textpage().get_text_range()
    assert "个案例用到" in told


def test_a_pack_prints_every_part_and_no_title_alone_at_the_end_of_a_page(paper, site):
    paper.goto(f"{site}{PACK}")
    document = printed(paper)
    pages = [words(page.get_textpage().get_text_range()) for page in document]
    titles = [words(title) for title in paper.locator(".pack__title").all_inner_texts()]
    assert all(any(title in page for page in pages) for title in titles)
    assert [page for page in pages if any(page.endswith(title) for title in titles)] == []


def test_a_method_leads_to_its_papers_and_these_to_each_other(page, site):
    page.goto(f"{site}methods/deliberation/")
    page.get_by_role("link", name="卡片、讲义").click()
    page.get_by_role("link", name="讲义（A4）").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("议事协商")
    page.get_by_role("link", name="口袋卡").click()
    expect(page.get_by_text("横着对折")).to_be_visible()
    page.get_by_role("link", name="看全文").click()
    expect(page).to_have_url(f"{site}methods/deliberation/")


def test_a_pack_unpacked_from_its_zip_works_without_a_network(browser, frozen_site, tmp_path):
    with zipfile.ZipFile(frozen_site / PACK / "half-day.zip") as archive:
        archive.extractall(tmp_path)
    page = browser.new_page(locale="zh-CN")
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.goto((tmp_path / "half-day" / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--whole-sheet')") == "1"
    seen, waiting = set(), [page.url]
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        seen.add(url)
        page.goto(url)
        assert page.locator("form, script").count() == 0
        assert page.evaluate("[...document.images].every((one) => one.naturalWidth)")
        links = page.eval_on_selector_all("a[href]", "all => all.map((one) => one.href)")
        waiting += [link.partition("#")[0] for link in links if link.startswith("file:")]
        for link in links:
            there, _, anchor = link.partition("#")
            if anchor and there.startswith("file:"):
                html = Path(there.removeprefix("file://")).read_text(encoding="utf-8")
                assert BeautifulSoup(html, "html.parser").find(id=anchor), link
    page.close()
    assert wrong == []
    assert len(seen) == len(list(tmp_path.rglob("*.html"))) > 3


def test_words_that_look_like_code_are_text(page, site):
    page.goto(f"{site}{PACK}")
    expect(page.get_by_role("heading", level=1)).to_have_text("半日课“{引号}” <b>]]> & 😀 𠮷")
    expect(page.get_by_text("<script>alert(1)</script>")).to_be_visible()
    expect(page.get_by_role("heading", name="开场 {{ 7 * 7 }} 𠮷")).to_be_visible()
