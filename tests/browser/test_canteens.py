"""A collection of another subject in a browser: scripts show what it has, by its own names, and nothing besides."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES, complaining


@pytest.fixture
def page(browser: Browser, tiny: Path, serve: Callable[[Path], str]) -> Iterator[Page]:
    address = serve(tiny)
    page = browser.new_page(viewport=SIZES["desktop"], base_url=address)
    wrong = complaining(page, address)
    yield page
    page.close()
    assert wrong == []


def test_the_table_of_cases_has_columns_for_the_facets_that_there_are(page: Page):
    page.goto("cases/?view=table")
    expect(page.get_by_role("columnheader")).to_have_text(["案例", "主要数字", "时间", "对照"])
    row = page.get_by_role("row").filter(has_text="芳林小学先称剩饭再改菜单")
    expect(row.locator("th, td")).to_have_text(
        ["芳林小学先称剩饭再改菜单", "剩饭 95克就餐人数 812名", "2024年2月至2024年6月", "对照"]
    )


def test_figures_of_an_indicator_stand_below_its_name(page: Page):
    page.goto("cases/?view=table&indicator=leftovers")
    head = page.get_by_role("columnheader", name="剩饭", exact=True).first
    place = head.evaluate("head => head.cellIndex")
    row = page.get_by_role("row").filter(has_text="芳林小学的小份窗口")
    expect(row.locator("th, td").nth(place)).to_contain_text("41克")


def test_there_is_no_map_without_places(page: Page):
    page.goto("cases/?view=map")
    expect(page.get_by_text("地址里的 view=map 这里没有")).to_be_visible()
    expect(page.locator("#explore-views")).not_to_contain_text("地图")


def test_a_comparison_has_rows_for_the_facets_that_there_are(page: Page):
    page.goto("compare/?cases=fanglin-leftovers,fanglin-small-portions")
    expect(page.get_by_role("rowheader", name="谁在做")).to_be_visible()
    names = page.get_by_role("rowheader").all_text_contents()
    assert [name for name in names if name in ("话题", "谁在做", "出处", "地点", "牵头", "形式", "来源")] == [
        "话题",
        "谁在做",
        "出处",
    ]


def test_what_one_may_search_for_is_from_the_collection(page: Page):
    page.goto("search/")
    expect(page.locator("#site-status")).to_have_text("输入词语或句子，例如：剩饭、排队。")
    expect(page.locator("#site-query")).to_have_attribute("placeholder", "词语或句子，如：剩饭")


@pytest.mark.parametrize("query", ["剩饭", "倒饭", "shengfan", "剩反"], ids=["name", "everyday", "pinyin", "sound"])
def test_its_words_are_found(page: Page, query: str):
    page.goto(f"search/?q={query}")
    expect(page.locator(".results")).to_contain_text("芳林小学的小份窗口")
