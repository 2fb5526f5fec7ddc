"""Course packs and what a method is printed as: on paper, and unpacked from a ZIP without a network."""

import zipfile
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import expect

from tests.papers import FULLEST, methods, printed, sheets_fit, words

PACK = "packs/half-day/"


def test_handout_and_pocket_card_of_the_fullest_methods_are_one_side_of_a4(paper, site, frozen_site):
    sheets_fit(paper, site, methods(frozen_site, FULLEST))


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
