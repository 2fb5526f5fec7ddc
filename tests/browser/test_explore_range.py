"""The page of all cases asked for a range of a figure: bounds, series, what is listed apart, sorting by the figure."""

import re

from playwright.sync_api import Page, expect

from casebook.library import Library
from tests.browser.exploring import RAISED, explore, slugs, state


def test_an_amount_is_read_as_people_say_it(desktop: Page):
    explore(desktop, "indicator=service-contacts", "报告了这个数字的")
    most = desktop.get_by_role("textbox", name="至多")  # the range is open, since the address asks for it
    most.fill("1万五")
    most.press("Enter")
    expect(desktop.locator("#explore-chosen")).to_contain_text("至多 15000人次")


def test_of_several_series_that_comes_first_which_the_cases_found_report(desktop: Page, library: Library):
    cases = {use.case for use in library.uses_of("federation")}
    raised = {"jiujiang-food-safety"}
    assert raised < cases
    explore(desktop, "method=federation&indicator=funds-raised-yuan", "报告了这个数字的 1 个案例")
    assert set(slugs(desktop, "报告了这个数字的")) == raised
    desktop.get_by_role("textbox", name="至少").fill("1")
    desktop.get_by_role("textbox", name="至少").press("Enter")
    expect(desktop.locator("#explore-chosen")).to_contain_text("至少 1元")
    desktop.get_by_role("button", name=re.compile("去掉.*联合会")).click()
    assert set(slugs(desktop, "数字符合的")) == raised, "bounds are of the series that they were typed for"


def test_bounds_that_exclude_each_other_are_told(desktop: Page):
    explore(desktop, "indicator=service-contacts&min=1000&max=50", "“至少”比“至多”大")


def test_a_range_lists_apart_what_is_not_reported_and_hides_nothing(desktop: Page, library: Library):
    explore(desktop, "method=deliberation", "找到")
    desktop.locator("#explore-range > summary").click()
    desktop.get_by_label("指标").select_option("funds-raised-yuan")
    expect(desktop.locator("#explore-status")).to_contain_text("报告了这个数字的")
    desktop.get_by_label("口径").select_option("元-raised")
    expect(desktop.get_by_role("textbox", name="至多")).to_be_visible()
    desktop.get_by_role("textbox", name="至多").fill("1万元")
    desktop.get_by_role("textbox", name="至多").press("Enter")
    expect(desktop.locator("#explore-status")).to_contain_text("数字符合的 1 个案例")
    assert state(desktop)["max"] == ["10000"]
    assert slugs(desktop, "数字符合的") == ["jiujiang-food-safety"]
    assert slugs(desktop, "按别的口径报告的") == ["zhoucun-love-farm"]
    expect(desktop.locator(".explore__group", has_text="按别的口径")).to_contain_text("489元")
    using = {use.case for use in library.uses_of("deliberation")}
    assert set(slugs(desktop)) == using
    assert len(slugs(desktop, "没有报告这个数字的")) == len(using) - 2
    desktop.reload()
    expect(desktop.locator("#explore-status")).to_contain_text("数字符合的 1 个案例")
    expect(desktop.get_by_role("textbox", name="至多")).to_have_value("10000")


def test_a_figure_that_may_lie_within_is_listed_as_such(desktop: Page):
    explore(desktop, "indicator=service-contacts&min=一百五十", "数字符合的")
    assert "ganjiao-guided-walk" in slugs(desktop, "可能符合的")  # 超100人次
    explore(desktop, "indicator=service-contacts&max=100", "数字符合的")
    assert "ganjiao-guided-walk" not in slugs(desktop)


def test_what_is_no_number_is_refused_with_an_example(desktop: Page):
    explore(desktop, RAISED, "报告了")
    expect(desktop.get_by_role("textbox", name="至少")).to_be_visible()
    desktop.get_by_role("textbox", name="至少").fill("很多")
    desktop.get_by_role("textbox", name="至少").press("Enter")
    expect(desktop.locator("#explore-status")).to_contain_text("“很多” 不是数")
    assert "min" not in state(desktop)


def test_the_largest_stands_first_when_sorted_by_the_figure(desktop: Page):
    explore(desktop, "indicator=service-contacts&sort=most", "报告了")
    most = slugs(desktop, "报告了这个数字的")
    assert most[0] == "lishui-micro-venture-4"
    desktop.get_by_label("排序").select_option("least")
    expect(desktop).to_have_url(re.compile("sort=least"))
    expect(desktop.locator(".explore__group").first.locator("h2 a").last).to_contain_text("里水镇第四届")
    assert slugs(desktop, "报告了这个数字的") == most[::-1]


def test_an_indicator_leads_to_the_cases_by_it(desktop: Page):
    desktop.goto("indicators/service-contacts/")
    desktop.get_by_role("link", name="按这个数字筛选案例").click()
    expect(desktop.locator("#explore-status")).to_contain_text("报告了这个数字的")
