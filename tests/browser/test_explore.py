"""The page of all cases: filters with counts, views, the address, pages, data that fails, picking cases to compare."""

import json
import re
import threading

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from casebook.library import Library
from casebook.model.records import Case
from tests.browser.conftest import SIZES
from tests.browser.exploring import RAISED, explore, slugs, state


def panel(page: Page, key: str):
    return page.locator(f"details[data-key={key}]")


def counts(page: Page, key: str) -> dict[str, int]:
    """What each option of an open facet says that it would leave."""
    expect(panel(page, key).locator(".option__count").first).to_have_text(re.compile(r"\d"))
    found = (
        panel(page, key)
        .locator(".option")
        .evaluate_all("all => all.map((one) => [one.control.value, one.querySelector('.option__count').textContent])")
    )
    return {key: int(count) for key, count in found}


def having(library: Library, facet: str, term: str) -> set[str]:
    return {entry.slug for entry in library.tagged(facet, term) if isinstance(entry, Case)}


def test_counts_are_those_of_the_library_and_come_true(desktop: Page, library: Library):
    explore(desktop)
    panel(desktop, "theme").locator("summary").click()
    for term, count in counts(desktop, "theme").items():
        assert count == len(having(library, "themes", term)), term
    panel(desktop, "theme").get_by_role("checkbox", name="议事协商").check()
    chosen = having(library, "themes", "deliberation")
    expect(desktop.locator("#explore-status")).to_have_text(f"找到 {len(chosen)} 个案例。")
    assert set(slugs(desktop)) == chosen
    panel(desktop, "actor").locator("summary").click()
    for term, count in counts(desktop, "actor").items():
        assert count == len(chosen & having(library, "actors", term)), term
    none = panel(desktop, "actor").locator(".option:has(:disabled)").first
    expect(none.locator(".option__count")).to_have_text("0")


def test_of_very_many_options_the_first_are_shown_and_others_found_by_name(spoilt: Page):
    def longer(route: Route) -> None:
        build, column = json.loads(route.fetch().text())
        more = [[f"term-{number}", f"题目{number}号", 1] for number in range(80)]
        route.fulfill(json=[build, {**column, "terms": more + column["terms"]}])

    spoilt.route("**/facets/theme.json", longer)
    explore(spoilt)
    theme = panel(spoilt, "theme")
    theme.locator("summary").click()
    options = theme.locator(".option")
    expect(options).to_have_count(50)
    field = theme.get_by_role("searchbox")
    field.fill("79号")
    expect(options).to_have_count(1)
    expect(theme.get_by_role("status")).to_have_text("")
    field.fill("议事协商")
    theme.get_by_role("checkbox", name="议事协商").check()
    expect(spoilt.locator("#explore-status")).to_have_text("找到 5 个案例。")
    expect(options.locator(".option__count")).to_have_text("5")
    field.press("Enter")
    expect(field).to_be_focused()
    field.fill("号")
    expect(options).to_have_count(51)  # the chosen one stays
    expect(theme.get_by_role("status")).to_contain_text("还有 30 项")
    field.fill("没有这样的")
    expect(theme.get_by_role("status")).to_contain_text("没有哪一项")
    assert state(spoilt) == {"theme": ["deliberation"]}
    spoilt.go_back()
    expect(spoilt.locator("#explore-status")).to_contain_text("找到 25 个案例")


def test_a_filter_of_very_many_files_is_not_opened_by_an_address(spoilt: Page):
    asked: list[str] = []

    def many(route: Route) -> None:
        found = json.loads(route.fetch().text())
        route.fulfill(json={**found, "terms": {**found["terms"], "theme": 40}})

    def same(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(response=route.fetch(url=re.sub(r"theme-\d+", "theme-0", route.request.url)))

    spoilt.route("**/explore/manifest.json", many)
    spoilt.route("**/terms/theme-*.json", same)
    explore(spoilt, "theme=deliberation&form=federation", "找到")
    expect(panel(spoilt, "form").get_by_role("checkbox", checked=True)).to_have_count(1)
    expect(panel(spoilt, "theme")).not_to_have_attribute("open", "")
    assert len(asked) == 1
    panel(spoilt, "theme").locator("summary").click()
    expect(panel(spoilt, "theme").get_by_role("checkbox", checked=True)).to_have_count(1)
    assert len(asked) > 1


def test_of_methods_all_are_asked_for_and_of_places_any(desktop: Page, library: Library):
    explore(desktop, "method=deliberation&method=residents-compact", "找到")
    uses = [{use.case for use in library.uses_of(method)} for method in ("deliberation", "residents-compact")]
    assert set(slugs(desktop)) == uses[0] & uses[1]
    explore(desktop, "place=jiujiang&place=lishui", "找到")
    assert set(slugs(desktop)) == having(library, "places", "jiujiang") | having(library, "places", "lishui")
    assert counts(desktop, "place")["nanhai"] == len(having(library, "places", "nanhai"))


def test_back_takes_back_one_choice_and_chips_any(desktop: Page):
    explore(desktop, "theme=deliberation&form=federation", "找到")
    expect(desktop.locator("#explore-chosen button")).to_have_count(3)
    desktop.get_by_role("button", name="去掉 形式").click()
    expect(desktop).not_to_have_url(re.compile("form="))
    desktop.get_by_role("button", name="全部清除筛选").click()
    expect(desktop.locator("#explore-status")).to_contain_text("找到 25 个案例")
    assert state(desktop) == {}
    desktop.go_back()
    expect(desktop.locator("#explore-chosen")).to_contain_text("议事协商")
    desktop.go_back()
    expect(desktop.locator("#explore-chosen button")).to_have_count(3)
    expect(panel(desktop, "form").get_by_role("checkbox", checked=True)).to_have_count(1)


@pytest.mark.parametrize(
    "part", ["theme=nope", "colour=red", "indicator=__proto__", "sort=most", "page=9", "min=many", "pick=no"]
)
def test_an_address_that_says_nothing_here_is_told(desktop: Page, part: str):
    explore(desktop, part, "找到 25 个案例")
    expect(desktop.locator("#explore-notices .notice")).to_have_count(1)


def test_the_table_has_the_same_cases_and_can_be_moved_by_keys(desktop: Page, library: Library):
    explore(desktop, RAISED, "报告了")
    cards = slugs(desktop)
    desktop.get_by_role("navigation", name="看法").get_by_role("link", name="表格").click()
    table = desktop.get_by_role("table").first
    expect(table.get_by_role("columnheader")).to_have_text(["案例", "募集资金", "地点", "时间", "形式", "对照"])
    assert slugs(desktop) == cards
    assert set(cards) == set(library.cases)
    expect(desktop.get_by_role("row").filter(has_text="金沙半岛")).to_contain_text("没有报告")
    frame = desktop.get_by_role("region", name="案例的表格").first
    frame.focus()
    expect(frame).to_be_focused()
    assert state(desktop)["view"] == ["table"]


def test_a_tile_of_the_map_says_how_many_are_left_and_filters(desktop: Page, library: Library):
    explore(desktop, "theme=deliberation&view=map", "找到")
    deliberating = having(library, "themes", "deliberation")
    tiles = desktop.locator("#explore-results a.tile")
    for place, count in tiles.evaluate_all(
        "all => all.map((one) => [one.dataset.place, one.querySelector('.tile__count').textContent])"
    ):
        assert int(count) == len(deliberating & having(library, "places", place)), place
    desktop.locator("#explore-results").get_by_role("link", name="南海区").click()
    expect(desktop.locator("a.tile[data-place=lishui]")).to_be_visible()
    desktop.locator("a.tile[data-place=lishui]").focus()
    desktop.keyboard.press("Enter")
    expect(desktop).to_have_url(re.compile("place=lishui"))
    expect(desktop.locator("#explore-chosen")).to_contain_text("地点：里水镇")
    assert set(slugs(desktop)) == deliberating & having(library, "places", "lishui")


def test_a_long_list_has_pages_that_the_address_keeps(spoilt: Page, library: Library):
    def short(route: Route) -> None:
        route.fulfill(json={**json.loads(route.fetch().text()), "page": 10})

    spoilt.route("**/explore/manifest.json", short)
    explore(spoilt, "sort=title", "第 1 页，共 3 页")
    seen = slugs(spoilt)
    for page in (2, 3):
        spoilt.get_by_role("link", name="下一页").click()
        expect(spoilt.locator("#explore-status")).to_contain_text(f"第 {page} 页")
        assert state(spoilt)["page"] == [str(page)]
        seen += slugs(spoilt)
    assert sorted(seen) == sorted(library.cases)
    spoilt.reload()
    expect(spoilt.locator("#explore-status")).to_contain_text("第 3 页，共 3 页")
    expect(spoilt.get_by_role("link", name="下一页")).to_have_count(0)


@pytest.mark.parametrize("view", ["", "&view=table"])
def test_on_a_phone_cases_come_as_one_comes_near(browser: Browser, site: str, library: Library, view: str):
    page = browser.new_page(base_url=site, viewport={"width": 390, "height": 400})
    explore(page, f"sort=title{view}", "找到 25 个案例")
    coming = page.locator("#explore-results .coming")
    expect(coming.first).to_be_attached()
    while before := coming.count():  # scrolled to in one go, since it may be drawn meanwhile
        page.evaluate("document.querySelector('#explore-results .coming')?.scrollIntoView()")
        expect(coming).not_to_have_count(before)
    assert sorted(slugs(page)) == sorted(library.cases)
    assert page.locator(".pick__box").count() == 25
    page.close()


def test_a_leap_to_the_end_of_a_list_leaves_no_case_out(browser: Browser, site: str):
    page = browser.new_page(base_url=site, viewport={"width": 390, "height": 400})
    explore(page, "sort=title", "找到 25 个案例")
    expect(page.locator("#explore-results .coming")).to_have_count(19)
    page.evaluate("document.querySelector('.cards > li:last-child').scrollIntoView()")
    expect(page.locator("#explore-results .coming")).to_have_count(0)
    page.close()


def test_cases_that_do_not_come_later_are_told_and_come_when_tried_again(spoilt: Page):
    is_cut = threading.Event()
    spoilt.route("**/explore/*/cards/*.json", lambda route: route.abort() if is_cut.is_set() else route.continue_())
    explore(spoilt, "sort=title", "找到 25 个案例")
    expect(spoilt.locator("#explore-results .coming").first).to_be_attached()
    is_cut.set()
    spoilt.keyboard.press("End")
    expect(spoilt.locator("#explore-status")).to_contain_text("没有取到")
    is_cut.clear()
    spoilt.locator("#site-trouble button").click()
    expect(spoilt.locator("#explore-status")).to_contain_text("找到 25 个案例")
    assert len(slugs(spoilt)) == 25


def test_a_choice_is_counted_before_its_cases_are_there(spoilt: Page):
    explore(spoilt)
    panel(spoilt, "theme").locator("summary").click()
    spoilt.route("**/explore/*/cards/*.json", lambda route: None)  # held back
    spoilt.get_by_role("checkbox", name="议事协商").check()
    expect(spoilt.locator("#explore-status")).to_have_text("找到 5 个案例。")
    expect(spoilt.locator("#explore-chosen")).to_contain_text("议事协商")
    expect(spoilt.locator("#explore-results")).to_have_attribute("aria-busy", "true")
    expect(spoilt.locator(".cards > li")).to_have_count(25)  # those of before stay until others are there


def test_the_list_stays_when_data_cannot_be_fetched(spoilt: Page):
    explore(spoilt)
    spoilt.route("**/facets/*.json", lambda route: route.abort())
    panel(spoilt, "theme").locator("summary").click()
    expect(spoilt.locator("#explore-status")).to_contain_text("没有取到")
    assert len(slugs(spoilt)) == 25
    spoilt.unroute_all()
    panel(spoilt, "form").locator("summary").click()  # what failed is tried again
    expect(panel(spoilt, "form").get_by_role("checkbox").first).to_be_visible()


def test_data_published_anew_is_asked_for_anew(spoilt: Page):
    asked: list[str] = []

    def replaced(route: Route) -> None:
        asked.append(route.request.url)
        old = {**json.loads(route.fetch().text()), "build": "gone"}
        route.fulfill(json=old) if len(asked) == 1 else route.continue_()

    spoilt.route("**/explore/manifest.json", replaced)
    explore(spoilt, "theme=deliberation", "找到 5 个案例")


def test_two_to_four_cases_lead_to_their_comparison(desktop: Page):
    explore(desktop)
    boxes = desktop.locator(".pick__box")
    boxes.nth(0).check()
    bar = desktop.get_by_role("region", name="对照", exact=True)
    expect(bar).to_contain_text("再选一个")
    for number in (1, 2, 3):
        boxes.nth(number).check()
    picked = slugs(desktop)[:4]
    link = bar.get_by_role("link", name="对照这 4 个")
    assert (link.get_attribute("href") or "").endswith(f"/compare/?cases={','.join(picked)}")
    boxes.nth(4).click()
    expect(bar).to_contain_text("最多对照 4 个")
    expect(boxes.nth(4)).not_to_be_checked()
    desktop.reload()
    expect(desktop.locator(".pick__box:checked")).to_have_count(4)
    bar.get_by_role("button", name="都不选").click()
    expect(bar).to_be_hidden()


def test_what_is_picked_while_data_is_on_its_way_is_kept(spoilt: Page):
    spoilt.route("**/explore/*/slugs/*.json", lambda route: None)  # held back
    with spoilt.expect_request("**/explore/*/slugs/*.json"):
        spoilt.goto("cases/?pick=jiujiang-federation&pick=tongsheng-ebike-parking")
    bar = spoilt.get_by_role("region", name="对照", exact=True)
    bar.get_by_role("button", name="都不选").click()
    spoilt.unroute_all()
    expect(spoilt.locator("#explore-status")).to_contain_text("找到")
    expect(bar).to_be_hidden()


def test_all_of_it_goes_by_keyboard(desktop: Page):
    explore(desktop)
    panel(desktop, "method").locator("summary").focus()
    desktop.keyboard.press("Enter")
    first = panel(desktop, "method").get_by_role("checkbox").first
    expect(first).to_be_visible()
    desktop.keyboard.press("Tab")
    expect(panel(desktop, "method").locator(".filter__options :focus, .filter__options:focus")).to_have_count(1)
    first.focus()
    desktop.keyboard.press("Space")
    expect(desktop.locator("#explore-chosen")).to_be_visible()
    expect(first).to_be_focused()  # it is not made anew


def test_a_phone_shows_a_case_on_its_first_screen(browser: Browser, site: str):
    page = browser.new_context(viewport={"width": 390, "height": 844}, base_url=site).new_page()
    explore(page)
    box = page.locator(".card").first.bounding_box()
    assert box
    assert box["y"] < 844 / 2
    expect(page.locator("#explore-form")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_javascript_there_are_the_cases_and_ways_in(browser: Browser, site: str):
    page = browser.new_context(base_url=site, java_script_enabled=False).new_page()
    page.goto("cases/")
    expect(page.locator(".card")).to_have_count(25)
    page.locator("#explore-filters > summary").click()
    expect(page.locator("#explore-ways").get_by_role("link", name="主题")).to_be_visible()
    expect(page.locator("#explore-tools")).to_be_hidden()


def test_filters_of_a_phone_open_in_full_with_their_button_in_sight(browser: Browser, site: str):
    page = browser.new_page(base_url=site, viewport=SIZES["phone"])
    explore(page)
    page.get_by_text("筛选", exact=True).click()
    panels = page.locator("#explore-form .filter")
    assert panels.first.get_attribute("data-key") == "theme"
    panels.first.locator("summary").click()
    options = panels.first.locator(".filter__options")
    expect(options.locator(".option").last).to_be_attached()
    assert options.evaluate("one => one.scrollHeight <= one.clientHeight")
    last = options.locator(".option").last
    button = page.locator("#explore-form [type=submit]")
    for part in (options.locator(".option").first, last):
        part.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport(ratio=1)
    last.click()  # not what lies over it
    expect(last.locator("input")).to_be_checked()
    page.close()


def test_a_table_on_a_phone_shows_the_figure_chosen(browser: Browser, site: str):
    page = browser.new_page(base_url=site, viewport=SIZES["phone"])
    explore(page, f"{RAISED}&view=table", "报告了")
    head = page.get_by_role("columnheader", name="募集资金").first
    assert head.bounding_box()["x"] + head.bounding_box()["width"] <= SIZES["phone"]["width"]
    page.close()
