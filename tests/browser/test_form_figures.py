"""Figures in the form: read back as soon as there is what reads them, corrected, proven by an article that was pasted."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import complaining, writing
from tests.browser.writing import FORM, fill, go

READ = "边写边检查。"  # and no more, as `browser` keeps no pages: without network nothing is promised
ARTICLE = """肖家河社区：把垃圾桶量一遍
来源：西陵发布 2023-08-02

2023年5月，肖家河社区居委会牵头，和物业把48个垃圾桶一个一个量过。
6月开了3场议事会，居民选出4个投放点，投入经费约1.3万元。
20名志愿者守了一个月。
"""
CHANGES = """(place) => {
  window.changes = [];
  const watch = new MutationObserver((all) => window.changes.push(...all.map(({ target }) => target.textContent)));
  watch.observe(place, { subtree: true, childList: true, characterData: true });
}"""  # what is read out
SEVERAL = """社区治理两则

案例一 肖家河社区停车
肖家河社区车多位少，社区居委会请居民坐下来谈停车，开了3场议事会，划了48个车位，立了一份公约，大家都签了字。
案例二 悦园小区电梯
悦园小区老人多，楼长一家一家地问，签字的有20户，居民请了三家公司来比价，最后装了一部电梯，老人下楼方便了。
"""


def row(page: Page, quote: str):
    return page.locator(".ask:visible .ask__figure").filter(has_text=f"读成 {quote}：")


def test_only_a_figure_that_is_new_is_read_out(form: Page):
    go(form, "results")
    form.locator(".ask:visible textarea").fill("20名志愿者守着。")
    expect(row(form, "20名")).to_be_visible()
    found = form.locator(".ask:visible .ask__found")
    expect(found).to_have_attribute("aria-live", "polite")
    found.evaluate(CHANGES)
    form.locator(".ask:visible textarea").fill("20名志愿者守着，花了5000元。")
    expect(row(form, "5000元")).to_be_visible()
    assert not [told for told in form.evaluate("changes") if "20名" in told and "5000元" not in told]


def metrics(page: Page, wanted: str) -> None:
    """The file has these rows of figures, soon."""
    expect(page.locator("#form-text")).to_have_value(re.compile(re.escape(wanted)))


def test_what_was_written_and_handed_in_before_anything_could_read_it(browser: Browser, site: str):
    with writing(browser, site) as writer:
        wrong = complaining(writer, site)
        _late(writer)
        assert wrong == []


def _late(writer: Page) -> None:
    waiting = []
    read = writer.locator("#form-core-said")
    writer.route("**/form/*.bin", lambda route: waiting.append(route))
    writer.goto(FORM)
    go(writer, "results")
    writer.locator(".ask:visible textarea").fill("20名志愿者守了一个月。")
    go(writer, "problem")
    writer.locator(".ask:visible textarea").fill("每年投入5000元。")
    go(writer, "how")
    fill(writer, "title", "守点")
    go(writer, "end")
    with writer.expect_download():
        writer.get_by_role("button", name="下载文件").click()
    go(writer, "problem")
    writer.unroute("**/form/*.bin")
    for route in waiting:
        route.continue_()
    expect(read).to_have_text(READ, timeout=60_000)
    expect(row(writer, "5000元")).to_contain_text("每年")
    go(writer, "end")
    writer.locator("#form-page").get_by_text("守点").wait_for()
    assert "### 守点 {#first}" in writer.locator("#form-text").input_value()  # as it was handed in
    told = writer.locator("#form-read")
    expect(told).to_contain_text("有 1 个数字读出来以后还没有给你看过")
    expect(told.locator("li li").filter(has_text="20名")).to_contain_text("（还没看过）")
    expect(told.locator("li li").filter(has_text="5000元")).not_to_contain_text("（还没看过）")
    told.get_by_role("button", name="都看过了").click()
    expect(told).to_contain_text("2 个数字都给你看过")
    writer.reload()
    expect(read).to_have_text(READ, timeout=60_000)
    expect(told).to_contain_text("2 个数字都给你看过")
    told.get_by_role("button", name="结果怎样").click()
    expect(writer.locator(".ask:visible")).to_have_attribute("data-id", "results")


def test_a_figure_is_given_its_scope_and_its_kind_of_money(form: Page):
    go(form, "results")
    form.locator(".ask:visible textarea").fill("投入5000元，来了20名志愿者，三方都到了。")
    row(form, "20名").get_by_role("button").click()
    expect(row(form, "20名").get_by_label("什么钱")).to_have_count(0)
    row(form, "20名").get_by_label("怎么算的").select_option(label="每年")
    metrics(form, "metrics:\n  - {quote: 20名, scope: 每年}\n")
    expect(row(form, "20名")).to_contain_text("每年、")
    row(form, "5000元").get_by_role("button").click()
    row(form, "5000元").get_by_label("什么钱").select_option(label="募集")
    metrics(form, "  - {quote: 5000元, money: 募集}\n")
    row(form, "20名").get_by_label("怎么算的").select_option(value="")
    row(form, "20名").get_by_label("数的是什么").select_option(label="它不是一个数（名称、编号、打比方）")
    metrics(form, "not_metrics:\n  - {quote: 20名, why: 不是指标}\n")
    row(form, "20名").get_by_label("数的是什么").select_option(value="")
    expect(form.locator("#form-text")).not_to_have_value(re.compile("not_metrics"))


def test_figures_are_proven_by_an_article_in_whatever_words(form: Page):
    form.locator("#form-paste").fill(ARTICLE)
    form.get_by_role("button", name="从文章起草").click()
    expect(form.locator("#form-drafted")).to_contain_text("填好了", timeout=60_000)
    go(form, "title")
    expect(form.locator(".ask:visible .ask__offered")).to_contain_text("文章的题目是“肖家河社区：把垃圾桶量一遍”")
    expect(form.locator(".ask:visible input")).to_have_value("")
    go(form, "results")
    form.locator(".ask:visible textarea").fill("投入13000元，来了二十位志愿者，收到500条意见。")
    expect(row(form, "13000元")).to_contain_text("原文第4段：“投入经费约1.3万元”")
    expect(row(form, "二十位")).to_contain_text("原文第5段：“20名志愿者守了一个月”")
    expect(row(form, "500条")).to_contain_text("原文里没有这个数")
    metrics(form, "  - {quote: 13000元, evidence: {locator: 第4段, quote: 投入经费约1.3万元}}\n")
    go(form, "end")
    gaps = form.locator("#form-review li").filter(has_text="这件事从哪里知道的")
    expect(gaps).to_have_count(1)  # of its title and its grade


def test_one_of_several_stories_is_drafted(form: Page):
    form.locator("#form-paste").fill(SEVERAL)
    form.get_by_role("button", name="从文章起草").click()
    expect(form.locator("#form-drafted")).to_contain_text("像是讲了几件事", timeout=60_000)
    form.get_by_role("button", name="案例二 悦园小区电梯").click()
    expect(form.locator("#form-drafted")).to_contain_text("填好了", timeout=60_000)
    go(form, "places")
    expect(form.locator(".ask:visible input").first).to_have_value(re.compile("悦园小区$"))
    expect(form.locator("#form-text")).not_to_have_value(re.compile("肖家河"))
