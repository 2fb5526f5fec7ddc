"""Cases side by side: what stands in the rows, links into them, the file for spreadsheets, the print sheet, a phone."""

import csv
import io
import re

from playwright.sync_api import Browser, Page, expect

from casebook.export.comparison import compared
from casebook.library import Library
from tests.browser.comparing import CONTEST, EBIKE, FOOD, PARLOUR, compare, row, titles
from tests.browser.conftest import SIZES


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


def test_the_file_for_spreadsheets(tab: Page, library: Library, site: str):
    compare(tab, FOOD, EBIKE)
    with tab.expect_download() as download:
        tab.get_by_role("button", name="下载这些数据").click()
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
    tab.get_by_role("button", name="下移").click()
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


def test_the_table_stands_in_the_grid_of_the_page(desktop: Page):
    desktop.goto("compare/?cases=jiujiang-food-safety,zhoucun-love-farm,tongsheng-ebike-parking")
    table = desktop.locator(".compare-table")
    expect(table).to_be_visible()
    inside, around = table.bounding_box(), desktop.locator(".compare__head").bounding_box()
    assert (inside["x"], inside["width"]) == (around["x"], around["width"])
