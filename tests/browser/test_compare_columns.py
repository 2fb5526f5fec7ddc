"""Which cases stand side by side: picking and moving them, the address that keeps them, what may go wrong with it and with data."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from casebook.export.comparison import compared
from casebook.library import Library
from tests.browser.comparing import CONTEST, EBIKE, FARM, FOOD, PARLOUR, compare, status, titles


def test_cases_are_added_moved_and_removed_and_the_address_keeps_it(tab: Page):
    tab.goto("compare/")
    expect(status(tab)).to_contain_text("先选一个案例")
    tab.locator("#site-examples").get_by_role("link").first.wait_for()
    picker = tab.get_by_role("combobox", name="加一个案例")
    for slug in (FOOD, EBIKE, PARLOUR):
        picker.select_option(slug)
        tab.get_by_role("button", name="加入").click()
        expect(tab.get_by_role("list", name="选中的案例")).to_contain_text(re.compile("食|金沙|会客厅"))
        expect(tab).to_have_url(re.compile(slug))
    expect(status(tab)).to_contain_text("正在比较 3 个案例")
    assert titles(tab)[2].startswith("C 南丹南村")
    left = tab.get_by_role("button", name=re.compile("上移 南丹南村"))
    left.click()
    expect(tab).to_have_url(re.compile(f"\\?cases={FOOD},{PARLOUR},{EBIKE}$"))
    expect(left).to_be_focused()
    tab.get_by_role("button", name=re.compile("移除 为“食”")).click()
    expect(status(tab)).to_contain_text("已移除")
    assert [title[:4] for title in titles(tab)] == ["A 南丹", "B 金沙"]
    expect(picker).to_be_focused()
    tab.go_back()
    expect(tab.locator("#site-table").get_by_role("columnheader")).to_have_count(3)
    tab.reload()
    expect(tab.locator("#site-table").get_by_role("columnheader")).to_have_count(3)
    assert titles(tab)[1].startswith("B 南丹南村")


def test_who_is_quicker_than_the_files_gets_what_was_asked_for(tab: Page):
    compare(tab, FOOD, EBIKE, PARLOUR, FARM)
    tab.evaluate(
        """() => {
          const [first, second] = document.querySelectorAll("#site-columns li button:last-child");
          first.click();
          second.click();
        }"""
    )
    expect(tab).to_have_url(re.compile(f"\\?cases={PARLOUR},{FARM}$"))
    expect(tab.locator("#site-table").get_by_role("columnheader")).to_have_count(2)


def test_one_case_alone_is_offered_those_near_to_it(tab: Page, library: Library):
    compare(tab, EBIKE)
    expect(status(tab)).to_contain_text("再选一个案例")
    offered = tab.locator("#site-near a")
    near = compared(library, library.cases[EBIKE]).near
    assert offered.all_inner_texts() == [title for _, title in near]
    expect(tab.locator("#site-case optgroup").first.locator("option")).to_have_count(len(near))
    offered.first.click()
    expect(tab.locator("#site-table").get_by_role("columnheader")).to_have_count(2)


@pytest.mark.parametrize(
    ("names", "told", "count"),
    [
        (f"{FOOD},nothing,{EBIKE}", "没有叫 “nothing” 的案例", 2),
        (f"{FOOD},{EBIKE},{FOOD}", "写了不止一次，只列一次", 2),
        (f"{FOOD},{EBIKE},{CONTEST},{FARM},{PARLOUR}", "一次最多比较 4 个案例，没有列出：南丹南村", 4),
        ("__proto__,constructor,<img src=x onerror=alert(1)>", "没有叫 “__proto__” 的案例", 0),
        (f"{FOOD}&cases={EBIKE}", "", 2),
        (f"，{FOOD}，,{EBIKE},,", "", 2),
    ],
)
def test_addresses_with_something_amiss(tab: Page, names: str, told: str, count: int):
    compare(tab, names)
    expect(tab.locator("#site-table").get_by_role("columnheader")).to_have_count(count)
    notes = tab.locator("#site-notes")
    expect(notes).to_contain_text(told) if told else expect(notes).not_to_contain_text("没有叫")
    expect(notes.locator("img")).to_have_count(0)


def test_an_old_name_of_a_case_leads_to_it(context: BrowserContext):
    page = context.new_page()

    def renamed(route: Route) -> None:
        build, names = route.fetch().json()
        route.fulfill(json=[build, {**names, "old-food": [FOOD, "为“食”小玩童——儿童食品安全联合行动"]}])

    page.route("**/compare/*/names/*.json", renamed)
    compare(page, "old-food", EBIKE)
    expect(page.locator("#site-notes")).to_contain_text(f"“old-food” 现在叫 “{FOOD}”")
    assert titles(page)[0].startswith("A 为“食”")
    page.close()


@pytest.mark.parametrize("body", ["", '{"slug":'])
def test_a_file_that_is_spoilt_is_told_and_the_others_are_shown(context: BrowserContext, body: str):
    page = context.new_page()
    page.route(f"**/{EBIKE}.json", lambda route: route.fulfill(body=body, status=200 if body else 404))
    compare(page, FOOD, EBIKE, PARLOUR)
    expect(page.locator("#site-notes")).to_contain_text("“金沙半岛小区电动自行车停放治理” 的数据没有取到。")
    assert len(titles(page)) == 2
    page.unroute(f"**/{EBIKE}.json")
    page.get_by_role("button", name="再试一次").click()
    expect(page.locator("#site-table").get_by_role("columnheader")).to_have_count(3)
    expect(page.get_by_role("button", name="再试一次")).to_be_hidden()
    page.close()


def test_without_the_list_of_cases_the_page_says_so(context: BrowserContext):
    page = context.new_page()
    page.route("**/compare/manifest.json", lambda route: route.abort())
    compare(page, FOOD, EBIKE)
    expect(status(page)).to_contain_text("没有取到")
    page.unroute("**/compare/manifest.json")
    page.get_by_role("button", name="再试一次").click()
    expect(status(page)).to_contain_text("正在比较 2 个案例")
    page.close()


def test_a_tab_from_before_the_site_was_published_anew_recovers(context: BrowserContext):
    page = context.new_page()
    asked: list[str] = []

    def first_old(route: Route) -> None:
        response = route.fetch()
        asked.append(route.request.url)
        route.fulfill(json={**response.json(), **({"build": "0000000000"} if len(asked) == 1 else {})})

    page.route("**/compare/manifest.json", first_old)
    compare(page, FOOD, EBIKE)
    expect(status(page)).to_contain_text("正在比较 2 个案例")
    expect(page.locator("#site-notes")).to_be_hidden()
    assert len(asked) == 2
    page.close()
