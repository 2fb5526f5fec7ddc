"""Cases side by side: what stands in the rows, the address, what may go wrong, the file for spreadsheets, the print sheet."""

import csv
import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from casebook.export.comparison import compared
from casebook.library import Library
from tests.browser.conftest import SIZES, complaining
from tests.conftest import frozen

FOOD, EBIKE, CONTEST, FARM, PARLOUR = (
    "jiujiang-food-safety",
    "tongsheng-ebike-parking",
    "lishui-micro-venture-4",
    "zhoucun-love-farm",
    "xujiahui-neighbourhood-parlour",
)


@pytest.fixture(scope="module")
def library() -> Library:
    return frozen()


@pytest.fixture(scope="module")
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=SIZES["desktop"], base_url=site, locale="zh-CN", accept_downloads=True)
    yield context
    context.close()


@pytest.fixture(scope="module")
def tab(context: BrowserContext, site: str) -> Iterator[Page]:
    """One page for all that goes well; at the end nothing may have gone wrong on it."""
    page = context.new_page()
    wrong = complaining(page, site)
    yield page
    page.close()
    assert wrong == []


def status(page: Page) -> Locator:
    """What the page says of itself; the field in the header has a status of its own."""
    return page.locator("#site-status")


def compare(page: Page, *slugs: str) -> None:
    page.goto(f"compare/?cases={','.join(slugs)}")
    expect(status(page)).not_to_have_text(re.compile("^$|正在取"))


def titles(page: Page) -> list[str]:
    """The columns by their letters and titles."""
    return page.locator("#site-table").get_by_role("columnheader").all_inner_texts()


def row(page: Page, section: str, name: str, under: str = "") -> Locator:
    """The cells of a row."""
    rows = (
        page.locator(f"#site-compare-{section}")
        .get_by_role("row")
        .filter(has=page.get_by_role("rowheader", name=f"{name} {under}".strip(), exact=True))
    )
    expect(rows).to_have_count(1)
    return rows.get_by_role("cell")


def test_facts_steps_and_figures_are_those_of_the_library(tab: Page, library: Library):
    compare(tab, FOOD, EBIKE)
    cases = [compared(library, library.cases[slug]) for slug in (FOOD, EBIKE)]
    assert titles(tab) == [f"{letter} {case.link.text}" for letter, case in zip("AB", cases, strict=True)]
    for at, fact in enumerate(cases[0].facts):
        cells = row(tab, "facts", fact.label)
        for place, case in enumerate(cases):
            items = case.facts[at].items
            texts = cells.nth(place).locator(".compare-items__text").all_inner_texts()
            assert texts == [item.text for item in items], fact.label
            if not items:
                expect(cells.nth(place)).to_contain_text(case.facts[at].missing)
    for place, case in enumerate(cases):
        steps = row(tab, "order", "全部步骤").nth(place).get_by_role("listitem")
        told = [" ".join((f"{step.number}.", step.link.text, " · ".join(step.facts))).strip() for step in case.steps]
        assert steps.all_inner_texts() == told
    shown = tab.locator(".compare-table__cell--figure a, .compare-apart a")
    assert sorted(shown.all_inner_texts()) == sorted(one.figure.text for case in cases for one in case.figures)


def test_steps_stand_beside_each_other_by_method(tab: Page):
    compare(tab, FOOD, EBIKE)
    called, examined = (row(tab, "shared-methods", name, "议事协商") for name in ("召集", "细看"))
    assert called.locator("a").all_inner_texts() == ["开议事会", "开圆桌会"]
    assert [text.split(" ")[0] for text in examined.locator("li").all_inner_texts()] == ["3.", "3."]
    expect(row(tab, "shared-methods", "打分", "议事协商").nth(1)).to_have_text("B没有讲到")
    expect(row(tab, "shared-methods", "定方案", "议事协商").nth(1)).to_contain_text("改动： 定方案的时候还没有劝导队")
    expect(row(tab, "single-methods", "三组联动").nth(0)).to_contain_text("用到，没有写在哪一步")
    row(tab, "shared-methods", "召集", "议事协商").nth(1).get_by_role("link").click()
    expect(tab).to_have_url(re.compile(f"/cases/{EBIKE}/#step-roundtable"))


def test_figures_stand_beside_each_other_by_series_alone(tab: Page):
    compare(tab, FOOD, EBIKE)
    people, times = (row(tab, "shared-figures", "志愿者", f"按{unit}计") for unit in ("人", "人次"))
    expect(people.nth(1).get_by_role("link")).to_have_text("20名")
    expect(people.nth(0)).to_contain_text("未按这个口径报告")
    expect(times.nth(0).get_by_role("link")).to_have_text("64人次")
    money = row(tab, "single-figures", "募集资金", "按元计 · 募集")
    expect(money.nth(1)).to_have_text("B未报告")
    money.nth(0).get_by_role("link", name="5020.86元").click()
    expect(tab.locator(":target")).to_contain_text("5020.86元")


def test_a_part_and_its_whole_are_said_to_be_so(tab: Page):
    compare(tab, EBIKE, CONTEST, PARLOUR)
    expect(tab.get_by_role("list", name="要注意")).to_have_text(re.compile("^A（金沙.*）是 B（里水.*）的一部分"))
    held = row(tab, "shared-figures", "活动场次", "按次数计")
    expect(held.nth(0)).to_contain_text("可能已算在 B 里")
    expect(held.nth(1)).not_to_contain_text("可能")


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
    left = tab.get_by_role("button", name=re.compile("左移 南丹南村"))
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
    assert offered.all_inner_texts() == [library.cases[slug].front.title for slug in near]
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
        response = route.fetch()
        route.fulfill(json={**response.json(), "former": {"old-food": FOOD}})

    page.route("**/compare/manifest.json", renamed)
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


def test_the_file_for_spreadsheets(tab: Page, library: Library, site: str):
    compare(tab, FOOD, EBIKE)
    with tab.expect_download() as download:
        tab.get_by_role("button", name="下载 CSV").click()
    assert download.value.suggested_filename == f"compare-{FOOD}-{EBIKE}.csv"
    text = download.value.path().read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    assert text.count("\n") == text.count("\r\n")
    rows = list(csv.reader(io.StringIO(text[1:], newline="")))
    assert {len(one) for one in rows} == {5}
    found = {tuple(one[:3]): one[3:] for one in rows}
    section, name = "数字：只有一个案例报告的指标", "募集资金（按元计 · 募集）"
    assert found[section, name, "数值"] == ["5020.86", ""]
    assert found[section, name, "写作"] == ["5020.86元", "未报告"]
    assert found[section, name, "出处"][0].startswith(f"{site}cases/{FOOD}/#figure-funds-raised-yuan-")
    assert found["步骤：不止一个案例用到的方法", "打分（议事协商）", ""] == ["2.比推荐和困难", "没有讲到"]
    values = sum(len([value for value in one[3:] if value]) for one in rows if one[2].startswith("数值"))
    assert values == sum(len(compared(library, library.cases[slug]).figures) for slug in (FOOD, EBIKE))
    assert rows[-1][3] == f"{site}compare/?cases={FOOD},{EBIKE}"


def test_links_lead_to_facts_steps_and_figures(tab: Page, site: str):
    compare(tab, FOOD, EBIKE)
    table = tab.locator(".compare-table").element_handle()
    jumps = tab.get_by_role("navigation", name="跳到").get_by_role("link")
    expect(jumps).to_have_text(["事实", "步骤", "数字"])
    for jump in jumps.all():
        jump.click()
        there = tab.url.partition("#")[2]
        expect(tab.locator(f"#{there} > .compare-table__groups")).to_be_in_viewport()
    assert table.is_visible(), "the table is still the same one"
    tab.get_by_role("button", name="右移").click()
    expect(tab).to_have_url(f"{site}compare/?cases={EBIKE},{FOOD}")
    tab.goto(f"{site}compare/?cases={FOOD},{EBIKE}#{there}")
    tab.reload()
    expect(tab.locator(f"#{there} > .compare-table__groups")).to_be_in_viewport()


def test_the_print_sheet(tab: Page, site: str):
    compare(tab, FOOD, EBIKE)
    tab.emulate_media(media="print")
    for gone in (".nav", ".crumbs", ".footer__nav", "#site-columns", "#site-add", "#site-tools", "#site-status"):
        expect(tab.locator(gone)).to_be_hidden()
    expect(tab.locator("#site-address")).to_have_text(f"本页地址：{site}compare/?cases={FOOD},{EBIKE}")
    expect(tab.locator("#site-address")).to_be_visible()
    assert tab.locator(".compare-table thead").evaluate("e => getComputedStyle(e).display") == "table-header-group"
    tab.emulate_media(media="null")
    sheets = re.findall(rb"/MediaBox \[0 0 (\d+)[.\d]* (\d+)", tab.pdf(prefer_css_page_size=True))
    assert set(sheets) == {(b"841", b"594")}


def test_on_a_phone_each_case_has_its_line(tab: Page):
    tab.set_viewport_size({"width": 320, "height": 640})
    compare(tab, FOOD, EBIKE, CONTEST, PARLOUR)
    assert tab.evaluate("document.documentElement.scrollWidth") == 320
    cells = row(tab, "facts", "时间")
    boxes = [cell.bounding_box() for cell in cells.all()]
    assert [box["x"] for box in boxes] == [boxes[0]["x"]] * 4
    assert [cell.inner_text().split()[0] for cell in cells.all()] == list("ABCD")
    cells.first.evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 200)")
    expect(tab.locator(".compare-table__head")).to_be_in_viewport()
    tab.set_viewport_size(SIZES["desktop"])


def test_without_javascript_the_page_explains_and_lists_all_cases(browser: Browser, site: str, library: Library):
    with browser.new_context(base_url=site, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"compare/?cases={FOOD},{EBIKE}")
        listed = page.locator("#site-main noscript a")  # Playwright finds no text in there
        expect(listed).to_have_count(len(library.cases))
        expect(listed.last).to_be_visible()
        controls = page.locator("#site-main button, #site-main select")
        expect(controls).not_to_have_count(0)
        expect(controls.filter(visible=True)).to_have_count(0)
