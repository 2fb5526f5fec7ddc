"""What the form says of a case, how it is handed in, and what becomes of what was typed."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import complaining, held
from tests.browser.test_form import FORM, at, fill, followed, opened, phone, pick

__all__ = ["phone"]  # a fixture

REPORT = "contribute/report/"
LONG = "桃园小区的居民开了3场议事会，20名志愿者巡查21天。" * 120
ODD = "a+b & c#d 100% “停车” é <b>"


def go(page: Page, question: str) -> None:
    """To a question, by the list of all."""
    page.locator(".form__list").evaluate("(one) => (one.open = true)")
    title = page.locator(f"#ask-{question}-question").text_content() or ""
    page.locator("#form-list").get_by_role("button", name=title, exact=True).click()
    at(page, question)


def test_problems_are_told_in_words_of_the_form_where_they_can_be_answered(phone: Page, site: str, library):
    wrong = complaining(phone, site)
    opened(phone)
    other = next(iter(library.cases.values()))
    go(phone, "title")
    fill(phone, "", other.front.title)
    problem = phone.locator("#ask-title .ask__problem")
    expect(problem).to_contain_text("是同一件事，就补充那一篇")
    expect(problem.get_by_role("link")).to_have_attribute("href", f"{site}cases/{other.slug}/")
    go(phone, "methods")
    method = next(iter(library.methods.values()))
    pick(phone, method.front.title)  # as it is read, not by its file
    go(phone, "how")
    fill(phone, "title", "守一个月")
    fill(phone, "text", "４８名志愿者守了30天。")
    go(phone, "end")
    review = phone.locator("#form-review")
    expect(review.get_by_role("listitem").first).to_be_visible()
    for word in ("metrics", "yaml", "front matter", "{", "content/"):
        expect(review).not_to_contain_text(word)
    text = phone.locator("#form-text")
    expect(text).to_have_value(re.compile(rf"methods: \[{method.slug}\]"))
    expect(text).to_have_value(re.compile("{#shou-yi-ge-yue}"))
    expect(phone.locator("#form-page")).to_contain_text("48名志愿者")
    review.get_by_role("button", name="标题").click()
    at(phone, "title")
    assert wrong == []


def test_an_address_of_a_step_that_was_handed_in_stays(phone: Page):
    phone.route("**/form/manifest.json", lambda route: route.abort())  # what checks comes later
    phone.goto(FORM)
    go(phone, "how")
    fill(phone, "title", "守点")
    go(phone, "end")
    with phone.expect_download():
        phone.get_by_role("button", name="下载文件").click()
    phone.unroute("**/form/manifest.json")
    opened(phone)
    phone.locator("#form-page").get_by_text("守点").wait_for()
    assert "### 守点 {#first}" in phone.locator("#form-text").input_value()


def test_an_unknown_date_says_nothing_of_what_was_typed_and_keeps_it(phone: Page):
    phone.route("**/form/manifest.json", lambda route: route.abort())
    phone.goto(FORM)
    go(phone, "period")
    fill(phone, "start", "前几年")
    problem = phone.locator("#ask-period .ask__problem")
    expect(problem).to_contain_text("前几年")
    unknown = phone.locator("#ask-period").get_by_label("来源没有写")
    unknown.check()
    expect(problem).to_have_count(0)
    assert "period: unknown" in phone.locator("#form-text").input_value()
    unknown.uncheck()
    expect(problem).to_contain_text("前几年")
    expect(phone.locator('#ask-period [data-part="start"]')).to_have_value("前几年")


def test_what_grades_mean_is_told_where_one_is_chosen(phone: Page, library):
    phone.goto(FORM)
    go(phone, "sources")
    notes = phone.locator("#ask-sources .ask__notes li:visible")
    chosen = library.vocabulary.terms("grades")[1]
    expect(notes).to_have_count(phone.locator('#ask-sources [data-part="grade"] option:not([value=""])').count())
    phone.locator('#ask-sources [data-part="grade"]').select_option(label=chosen.zh)
    expect(notes).to_have_count(1)
    expect(notes).to_contain_text(chosen.note)


def test_on_a_shared_device_what_was_handed_in_can_be_emptied(phone: Page):
    phone.goto(FORM)
    go(phone, "title")
    fill(phone, "", "桃园小区停车")
    go(phone, "end")
    offer = phone.locator("#form-after")
    expect(offer).to_be_hidden()
    with phone.expect_download():
        phone.get_by_role("button", name="下载文件").click()
    button = offer.get_by_role("button")
    button.click()
    expect(phone.locator("#ask-title input")).to_have_value("桃园小区停车")  # asked again first
    button.click()
    at(phone, "start")
    phone.reload()
    expect(phone.locator("#ask-title input")).to_have_value("")


def written(page: Page, title: str, text: str) -> None:
    page.goto(FORM)
    go(page, "title")
    fill(page, "", title)
    go(page, "problem")
    fill(page, "", text)
    go(page, "end")
    page.locator("#form-file").fill("parking")


def test_a_case_goes_by_mail_and_to_the_host_as_it_was_written(phone: Page):
    written(phone, ODD, f"{ODD}\n\n第二段")
    file = phone.locator("#form-text").input_value()
    address = urlsplit(followed(phone, "在 GitHub 上提交"))
    assert address.path == "/example/casebook/new/main/content/cases"
    assert parse_qs(address.query) == {"filename": ["parking.md"], "value": [file]}
    mail = followed(phone, "用邮件发给编辑")
    assert mail.startswith("mailto:editors@example.org?")
    told = {key: unquote(value) for key, _, value in (one.partition("=") for one in urlsplit(mail).query.split("&"))}
    assert told["subject"] == f"投稿：{ODD}"
    assert told["body"] == file.replace("\n", "\r\n")


@pytest.mark.parametrize("way", ["在 GitHub 上提交", "用邮件发给编辑"])
def test_what_is_too_long_for_an_address_is_copied(browser: Browser, site: str, way: str):
    with held(browser, site) as page:
        page.add_init_script(
            "addEventListener('click', (e) => e.target.closest('a[target=_blank]') && e.preventDefault())"
        )
        written(page, "桃园小区停车", LONG)
        address = followed(page, way)
        assert len(address) < 500
        expect(page.locator("#form-said")).to_contain_text("粘贴")
        assert page.evaluate("() => navigator.clipboard.readText()") == page.locator("#form-text").input_value()


def test_a_host_that_takes_no_text_is_opened_at_its_page_for_new_files(browser: Browser, site: str):
    with held(browser, site) as page:
        page.add_init_script(
            "addEventListener('click', (e) => e.target.closest('a[target=_blank]') && e.preventDefault())"
        )
        new = "https://gitee.com/example/casebook/new/master/content/cases"
        page.route(
            f"**/{FORM}",
            lambda route: route.fulfill(
                response=(found := route.fetch()),
                body=found.text()
                .replace("https://github.com/example/casebook/new/main/content/cases", new)
                .replace('data-takes-text="yes"', 'data-takes-text=""')
                .replace('data-host="GitHub"', 'data-host="Gitee"'),
            ),
        )
        written(page, "桃园小区停车", "短")
        assert followed(page, "在 Gitee 上提交") == new
        expect(page.locator("#form-said")).to_contain_text("parking.md")
        assert "短" in page.evaluate("() => navigator.clipboard.readText()")


def test_an_empty_report_is_not_sent_before_its_words_are_there(browser: Browser, site: str):
    with held(browser, site) as page:
        page.goto(REPORT)
        page.get_by_role("button", name="复制").click()
        expect(page.locator("#report-empty")).to_contain_text("先写一写")
        expect(page.locator("#report-right")).to_be_focused()
        expect(page.locator("#report-said")).to_be_empty()
        page.locator("#report-right").fill(f"{ODD}\n第二行")
        expect(page.locator("#report-empty")).to_be_empty()
        page.get_by_role("button", name="复制").click()
        expect(page.locator("#report-said")).not_to_be_empty()
        assert f"{ODD}\n第二行" in page.evaluate("() => navigator.clipboard.readText()")
        offer = page.locator("#report-after").get_by_role("button")
        offer.click()
        offer.click()
        expect(page.locator("#report-right")).to_have_value("")


def test_a_short_report_goes_whole_by_mail_in_lines(phone: Page):
    phone.goto(REPORT)
    phone.locator("#report-right").fill(f"{ODD}\n第二行")
    mail = followed(phone, "发邮件")
    assert f"{ODD}\r\n第二行" in unquote(mail)
    assert mail.count("&") == 1
    assert "#" not in mail
