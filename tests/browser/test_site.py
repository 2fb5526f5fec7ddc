"""What a reader does: open, search, follow, go to a method and back."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ONE_SIZE
from tests.browser.lateness import of_a_build_that_is_gone


def search(page: Page, words: str) -> None:
    page.goto("search/")
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("searchbox").press("Enter")


def title(result: Locator) -> Locator:
    """The link to the page that was found; links to its steps and figures come after it."""
    return result.get_by_role("link").first


def test_from_home_by_search_to_a_method_a_case_and_back(page: Page):
    page.goto("")
    field = page.get_by_role("combobox")
    field.fill("议事协商")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=%E8%AE%AE"))
    expect(page.get_by_role("status")).to_contain_text("找到")
    first = page.locator("#site-results li").first
    expect(first.locator("mark").first).to_have_text("议事协商")
    title(first).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("议事协商")

    page.goto("methods/deliberation/")
    evidence = page.locator("#site-main a[href*='cases/'][href*='#step-']").first
    evidence.click()
    expect(page).to_have_url(re.compile(r"/cases/.+#step-"))
    page.locator("#site-main a[href*='methods/deliberation/']").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("议事协商")
    page.go_back()
    expect(page).to_have_url(re.compile("/cases/"))


@ONE_SIZE
def test_search_for_crowdfunding_finds_the_food_safety_case(page: Page):
    search(page, "众筹")
    results = page.locator("#site-results li")
    expect(results.filter(has_text="为“食”小玩童").first).to_be_visible()
    expect(results.first.locator("mark").first).to_have_text("众筹")
    title(results.filter(has_text="为“食”小玩童").first).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("为“食”小玩童")


FINDS = {
    "5020.86": "为“食”小玩童",
    "５０２０．８６": "为“食”小玩童",
    "电动自行车": "金沙半岛",
    "MICRO-venture": "微创投",
    "爱心农场": "农场",
    "三群联动": "联动",
}
HOSTILE = (
    *("成本:30%", "-", "~", "+议事", "*", "title:^", '"', "\\", "()[]{}", "😀", "<img src=x onerror=alert(1)>"),
    *("字" * 10000, "\u0000\u0007", "%00", "constructor", "__proto__"),
)


@ONE_SIZE
def test_search(page: Page):
    page.goto("search/")
    for words, title in FINDS.items():
        page.get_by_role("searchbox").fill(words)
        page.get_by_role("searchbox").press("Enter")
        expect(page.get_by_role("status")).to_contain_text(f"“{words}”")
        expect(page.locator("#site-results li").filter(has_text=title).first).to_be_visible()


@ONE_SIZE
def test_nothing_typed_breaks_search(page: Page):
    page.goto("search/")
    for words in HOSTILE:
        page.get_by_role("searchbox").fill("众筹")
        expect(page.get_by_role("status"), words).to_contain_text("“众筹”：找到")
        page.get_by_role("searchbox").fill(words)
        page.get_by_role("searchbox").press("Enter")
        expect(page.get_by_role("status"), words).not_to_contain_text("“众筹”")
        expect(page.get_by_role("status"), words).to_contain_text(re.compile("找到|没有找到|输入"))
        expect(page.locator("#site-results img")).to_have_count(0)


@ONE_SIZE
def test_address_keeps_the_query_and_back_works(page: Page):
    page.goto("search/?q=众筹")
    expect(page.get_by_role("searchbox")).to_have_value("众筹")
    expect(page.locator("#site-results li").first).to_be_visible()
    page.get_by_role("searchbox").fill("农场")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("农场")
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("众筹")
    expect(page.get_by_role("status")).to_contain_text("众筹")


def test_a_figure_leads_to_its_sentence(page: Page):
    page.goto("cases/jiujiang-food-safety/")
    card = page.locator("#site-main a[href*='#figure-']").first
    target = (card.get_attribute("href") or "").partition("#")[2]
    card.click()
    expect(page.locator(f"[id='{target}']")).to_be_in_viewport()


def test_missing_page(browser, site):
    page = browser.new_context(base_url=site).new_page()
    assert page.goto("no-such-page/").status == 404


@pytest.mark.parametrize(
    ("lost", "answer"),
    [
        ("**/search/manifest.json", {"status": 404}),
        ("**/search/manifest.json", {"body": "{"}),
        ("**/terms/*.json", {"status": 404}),
        ("**/terms/*.json", {"body": '{"众'}),
        ("**/pages/*.json", {"status": 500}),
    ],
    ids=["no manifest", "manifest cut off", "no shard", "shard cut off", "no page"],
)
def test_search_says_so_when_a_file_is_missing(browser, site, lost, answer):
    page = browser.new_context(base_url=site).new_page()
    page.route(lost, lambda route: route.fulfill(**answer))
    search(page, "众筹")
    expect(page.get_by_role("status")).to_contain_text("没有取到")
    expect(page.get_by_role("button", name="再看一些")).to_be_hidden()
    page.unroute(lost)
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("找到")


def test_a_page_opened_before_the_site_was_published_anew_finds(browser, site, frozen_site: Path):
    manifest = json.loads((frozen_site / "search" / "manifest.json").read_text())
    page = browser.new_context(base_url=site).new_page()
    page.route("**/search/manifest.json", lambda route: route.fulfill(json=of_a_build_that_is_gone(manifest)))
    search(page, "众筹")
    expect(page.get_by_role("status")).to_contain_text("没有取到")  # its build is gone, and no new one is there yet
    page.unroute("**/search/manifest.json")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("listitem").filter(has_text="众筹募捐").first).to_be_visible()


def test_a_search_fetches_the_files_of_its_terms_and_the_pages_it_shows(browser, site, frozen_site: Path):
    page = browser.new_context(base_url=site, viewport={"width": 1280, "height": 2400}).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/search/" in request.url else None)
    search(page, "议事协商")
    results = page.locator("#site-results > li")
    expect(results).to_have_count(10)
    assert len([url for url in asked if "/terms/" in url]) <= 3
    shown = 10 + page.locator("#site-leads > li").count()
    assert shown <= len([url for url in asked if "/pages/" in url]) <= shown + 1  # one ahead: is there more?
    page.get_by_role("button", name="再看一些").click()
    expect(results.nth(10)).to_be_visible()
    assert len([url for url in asked if "/terms/" in url]) <= 3


@pytest.mark.parametrize(
    ("typed", "said", "first"),
    [
        ("議事協商", "按“议事协商”（繁体）搜的", "议事协商"),
        ("ysxs", "按“议事协商”（拼音）搜的", "议事协商"),
        ("小区电动车乱停怎么办", "含部分词的", "金沙半岛小区电动自行车停放治理"),
        ("时间银杭", "按“时间银行”（同音）搜的", "时间银行"),
    ],
)
def test_where_nothing_holds_what_was_typed_what_was_meant_is_searched_and_said(browser, site, typed, said, first):
    page = browser.new_context(base_url=site).new_page()
    search(page, typed)
    expect(page.get_by_role("status")).to_contain_text(said)
    expect(page.get_by_role("status")).not_to_contain_text("没有找到")
    expect(page.get_by_role("link", name=re.compile("^只搜"))).to_have_count(0)  # it would find nothing
    expect(title(page.locator("#site-results > li, #site-leads > li").filter(has_text=first).first)).to_have_text(first)


@ONE_SIZE
def test_what_was_meant_is_searched_beside_the_few_pages_that_hold_what_was_typed_and_can_be_left(page: Page):
    search(page, "协商议事")
    also = page.locator("#site-also")
    expect(also).to_contain_text("也搜了“议事协商”")
    results = page.locator("#site-results > li")
    results.last.scroll_into_view_if_needed()
    expect(results).to_have_count(10)
    page.get_by_role("link", name="只搜“协商议事”").click()
    expect(also).not_to_contain_text("也搜了")
    few = results.count()
    assert 0 < few < 10
    page.get_by_role("link", name="也搜相近的说法").click()
    expect(also).to_contain_text("也搜了“议事协商”")


def test_what_else_there_is_is_not_fetched_for_what_is_found(browser, site):
    page = browser.new_context(base_url=site).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    search(page, "议事协商")
    expect(page.locator("#site-results > li").nth(3)).to_be_visible()
    assert not [url for url in asked if "variants" in url]


def test_a_result_leads_to_the_part_that_holds_the_match(browser, site):
    page = browser.new_context(base_url=site).new_page()
    search(page, "困难指数")
    result = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="议事协商", exact=True))
    expect(result).to_contain_text("打分")
    title(result).click()
    expect(page).to_have_url(re.compile(r"/methods/deliberation/\?q=.*#score$"))


def test_everything_is_readable_without_javascript(browser, site):
    page = browser.new_context(base_url=site, java_script_enabled=False).new_page()
    page.goto("search/")
    expect(page.locator("noscript a").first).to_be_visible()  # Playwright finds no text in there
    page.goto("cases/jiujiang-food-safety/")
    expect(page.get_by_text("5020.86元").first).to_be_visible()
