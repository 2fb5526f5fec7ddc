"""Figures in the form: read back as soon as there is what reads them, corrected, proven by an article that was pasted."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES, complaining

FORM = "contribute/form/"
READY = "边写边检查"
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


@pytest.fixture
def phone(chromium: Browser, site: str) -> Iterator[Page]:
    context = chromium.new_context(viewport=SIZES["phone"], base_url=site, locale="zh-CN")  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def ready(page: Page) -> None:
    expect(page.locator("#form-core")).to_contain_text(READY, timeout=60_000)


def go(page: Page, question: str) -> None:
    """To a question, by the list of all."""
    if page.locator(".form__list").get_attribute("open") != "":
        page.locator(".form__list summary").click()
    name = page.locator(f"#ask-{question}-question").text_content() or ""
    page.locator("#form-list .form__jump").filter(has_text=name).click()
    expect(page.locator(".ask:visible")).to_have_attribute("data-id", question)


def row(page: Page, quote: str):
    return page.locator(".ask:visible .ask__figure").filter(has_text=f"读成 {quote}：")


def test_only_a_figure_that_is_new_is_read_out(phone: Page, site: str):
    phone.goto(FORM)
    ready(phone)
    go(phone, "results")
    phone.locator(".ask:visible textarea").fill("20名志愿者守着。")
    expect(row(phone, "20名")).to_be_visible()
    found = phone.locator(".ask:visible .ask__found")
    expect(found).to_have_attribute("aria-live", "polite")
    found.evaluate(CHANGES)
    phone.locator(".ask:visible textarea").fill("20名志愿者守着，花了5000元。")
    expect(row(phone, "5000元")).to_be_visible()
    assert not [told for told in phone.evaluate("changes") if "20名" in told and "5000元" not in told]


def metrics(page: Page, wanted: str) -> None:
    """The file has these rows of figures, soon."""
    expect(page.locator("#form-text")).to_have_value(re.compile(re.escape(wanted)))


def test_figures_that_were_written_before_anything_could_read_them_are_told_at_the_end(phone: Page, site: str):
    wrong = complaining(phone, site)
    waiting = []
    phone.route("**/form/*.bin", lambda route: waiting.append(route))
    phone.goto(FORM)
    go(phone, "results")
    phone.locator(".ask:visible textarea").fill("20名志愿者守了一个月。")
    go(phone, "problem")
    phone.locator(".ask:visible textarea").fill("每年投入5000元。")
    phone.unroute("**/form/*.bin")
    for route in waiting:
        route.continue_()
    ready(phone)
    expect(row(phone, "5000元")).to_contain_text("每年")
    go(phone, "end")
    told = phone.locator("#form-read")
    expect(told).to_contain_text("有 1 个数字读出来以后还没有给你看过")
    expect(told.locator("li li").filter(has_text="20名")).to_contain_text("（还没看过）")
    expect(told.locator("li li").filter(has_text="5000元")).not_to_contain_text("（还没看过）")
    told.get_by_role("button", name="都看过了").click()
    expect(told).to_contain_text("2 个数字都给你看过")
    phone.reload()
    ready(phone)
    expect(told).to_contain_text("2 个数字都给你看过")
    told.get_by_role("button", name="结果怎样").click()
    expect(phone.locator(".ask:visible")).to_have_attribute("data-id", "results")
    assert wrong == []


def test_a_figure_is_given_its_scope_and_its_kind_of_money(phone: Page, site: str):
    wrong = complaining(phone, site)
    phone.goto(FORM)
    ready(phone)
    go(phone, "results")
    phone.locator(".ask:visible textarea").fill("投入5000元，来了20名志愿者，三方都到了。")
    row(phone, "20名").get_by_role("button").click()
    expect(row(phone, "20名").get_by_label("什么钱")).to_have_count(0)
    row(phone, "20名").get_by_label("怎么算的").select_option(label="每年")
    metrics(phone, "metrics:\n  - {quote: 20名, scope: 每年}\n")
    expect(row(phone, "20名")).to_contain_text("每年、")
    row(phone, "5000元").get_by_role("button").click()
    row(phone, "5000元").get_by_label("什么钱").select_option(label="募集")
    metrics(phone, "  - {quote: 5000元, money: 募集}\n")
    row(phone, "20名").get_by_label("怎么算的").select_option(value="")
    row(phone, "20名").get_by_label("数的是什么").select_option(label="它不是一个数（名称、编号、打比方）")
    metrics(phone, "not_metrics:\n  - {quote: 20名, why: 不是指标}\n")
    row(phone, "20名").get_by_label("数的是什么").select_option(value="")
    expect(phone.locator("#form-text")).not_to_have_value(re.compile("not_metrics"))
    assert wrong == []


def test_figures_are_proven_by_an_article_in_whatever_words(phone: Page, site: str):
    wrong = complaining(phone, site)
    phone.goto(FORM)
    ready(phone)
    phone.locator("#form-paste").fill(ARTICLE)
    phone.get_by_role("button", name="从文章起草").click()
    expect(phone.locator("#form-drafted")).to_contain_text("填好了", timeout=60_000)
    go(phone, "title")
    expect(phone.locator(".ask:visible .ask__offered")).to_contain_text("文章的题目是“肖家河社区：把垃圾桶量一遍”")
    expect(phone.locator(".ask:visible input")).to_have_value("")
    go(phone, "results")
    phone.locator(".ask:visible textarea").fill("投入13000元，来了二十位志愿者，收到500条意见。")
    expect(row(phone, "13000元")).to_contain_text("原文第4段：“投入经费约1.3万元”")
    expect(row(phone, "二十位")).to_contain_text("原文第5段：“20名志愿者守了一个月”")
    expect(row(phone, "500条")).to_contain_text("原文里没有这个数")
    metrics(phone, "  - {quote: 13000元, evidence: {locator: 第4段, quote: 投入经费约1.3万元}}\n")
    go(phone, "end")
    gaps = phone.locator("#form-review li").filter(has_text="这件事从哪里知道的")
    expect(gaps).to_have_count(1)  # of its title and its grade
    assert wrong == []


def test_one_of_several_stories_is_drafted(phone: Page, site: str):
    wrong = complaining(phone, site)
    phone.goto(FORM)
    ready(phone)
    phone.locator("#form-paste").fill(SEVERAL)
    phone.get_by_role("button", name="从文章起草").click()
    expect(phone.locator("#form-drafted")).to_contain_text("像是讲了几件事", timeout=60_000)
    phone.get_by_role("button", name="案例二 悦园小区电梯").click()
    expect(phone.locator("#form-drafted")).to_contain_text("填好了", timeout=60_000)
    go(phone, "places")
    expect(phone.locator(".ask:visible input").first).to_have_value(re.compile("悦园小区$"))
    expect(phone.locator("#form-text")).not_to_have_value(re.compile("肖家河"))
    assert wrong == []
