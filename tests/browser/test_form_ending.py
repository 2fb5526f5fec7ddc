"""What the form says of a case, how it is handed in, and what becomes of what was typed."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import held
from tests.browser.writing import FORM, STAY, at, fill, followed, go, pick, unread

REPORT = "contribute/report/"
LONG = "桃园小区的居民开了3场议事会，20名志愿者巡查21天。" * 120
ODD = "a+b & c#d 100% “停车” é <b>"


def test_problems_are_told_in_words_of_the_form_where_they_can_be_answered(form: Page, site: str, library):
    other = next(iter(library.cases.values()))
    go(form, "title")
    fill(form, "", other.front.title)
    problem = form.locator("#ask-title .ask__problem")
    expect(problem).to_contain_text("是同一件事，就补充那一篇")
    expect(problem.get_by_role("link")).to_have_attribute("href", f"{site}cases/{other.slug}/")
    go(form, "methods")
    method = next(iter(library.methods.values()))
    pick(form, method.front.title)  # as it is read, not by its file
    go(form, "how")
    fill(form, "title", "守一个月")
    fill(form, "text", "４８名志愿者守了30天。")
    go(form, "end")
    review = form.locator("#form-review")
    expect(review.get_by_role("listitem").first).to_be_visible()
    for word in ("metrics", "yaml", "front matter", "{", "content/"):
        expect(review).not_to_contain_text(word)
    text = form.locator("#form-text")
    expect(text).to_have_value(re.compile(rf"methods: \[{method.slug}\]"))
    expect(text).to_have_value(re.compile("{#shou-yi-ge-yue}"))
    expect(form.locator("#form-page")).to_contain_text("48名志愿者")
    review.get_by_role("button", name="标题").click()
    at(form, "title")


def test_a_memory_is_written_as_a_source_that_was_only_told(form: Page):
    go(form, "title")
    fill(form, "", "楼道清出来了")
    go(form, "sources")
    parts = form.locator(".ask:visible [data-when]:visible")
    expect(parts).to_have_count(5)
    form.locator('.ask:visible [data-part="told"]').select_option(index=1)
    expect(parts).to_have_count(2)
    fill(form, "who", "社区社工")
    text = form.locator("#form-text")
    expect(text).to_have_value(re.compile("- {title: 口述：楼道清出来了, publisher: 社区社工, date: 20.*, grade: E 级"))
    expect(form.locator("#form-page")).to_contain_text("楼道清出来了")  # it has been checked
    expect(form.locator(".ask:visible .ask__problems li")).to_have_count(0)
    again = form.context.new_page()
    unread(again)
    again.goto(FORM)
    at(again, "sources")
    expect(again.locator(".ask:visible [data-when]:visible")).to_have_count(2)
    again.close()


def test_an_unknown_date_says_nothing_of_what_was_typed_and_keeps_it(writer: Page):
    unread(writer)
    writer.goto(FORM)
    go(writer, "period")
    fill(writer, "start", "前几年")
    problem = writer.locator("#ask-period .ask__problem")
    expect(problem).to_contain_text("前几年")
    unknown = writer.locator("#ask-period").get_by_label("来源没有写")
    unknown.check()
    expect(problem).to_have_count(0)
    assert "period: unknown" in writer.locator("#form-text").input_value()
    unknown.uncheck()
    expect(problem).to_contain_text("前几年")
    expect(writer.locator('#ask-period [data-part="start"]')).to_have_value("前几年")


def test_what_grades_mean_is_told_where_one_is_chosen(form: Page, library):
    go(form, "sources")
    notes = form.locator("#ask-sources .ask__notes li:visible")
    chosen = library.vocabulary.terms("grades")[1]
    expect(notes).to_have_count(form.locator('#ask-sources [data-part="grade"] option:not([value=""])').count())
    form.locator('#ask-sources [data-part="grade"]').select_option(label=chosen.zh)
    expect(notes).to_have_count(1)
    expect(notes).to_contain_text(chosen.note)


def test_on_a_shared_device_what_was_handed_in_can_be_emptied(writer: Page):
    unread(writer)
    writer.goto(FORM)
    go(writer, "title")
    fill(writer, "", "桃园小区停车")
    go(writer, "end")
    offer = writer.locator("#form-after")
    expect(offer).to_be_hidden()
    with writer.expect_download():
        writer.get_by_role("button", name="下载文件").click()
    button = offer.get_by_role("button")
    button.click()
    expect(writer.locator("#ask-title input")).to_have_value("桃园小区停车")  # asked again first
    button.click()
    at(writer, "start")
    writer.reload()
    expect(writer.locator("#ask-title input")).to_have_value("")


def written(page: Page, title: str, text: str) -> None:
    go(page, "title")
    fill(page, "", title)
    go(page, "problem")
    fill(page, "", text)
    go(page, "end")
    page.locator("#form-file").fill("parking")


def test_a_case_goes_by_mail_and_to_the_host_as_it_was_written(form: Page):
    written(form, ODD, f"{ODD}\n\n第二段")
    file = form.locator("#form-text").input_value()
    address = urlsplit(followed(form, "在 GitHub 上提交"))
    assert address.path == "/example/casebook/new/main/content/cases"
    assert parse_qs(address.query) == {"filename": ["parking.md"], "value": [file]}
    mail = followed(form, "用邮件发给编辑")
    assert mail.startswith("mailto:editors@example.org?")
    told = {key: unquote(value) for key, _, value in (one.partition("=") for one in urlsplit(mail).query.split("&"))}
    assert told["subject"] == f"投稿：{ODD}"
    assert told["body"] == file.replace("\n", "\r\n")


@pytest.mark.parametrize("way", ["在 GitHub 上提交", "用邮件发给编辑"])
def test_what_is_too_long_for_an_address_is_copied(form: Page, way: str):
    written(form, "桃园小区停车", LONG)
    address = followed(form, way)
    assert len(address) < 500
    expect(form.locator("#form-said")).to_contain_text("粘贴")
    assert form.evaluate("() => navigator.clipboard.readText()") == form.locator("#form-text").input_value()


def test_a_host_that_takes_no_text_is_opened_at_its_page_for_new_files(browser: Browser, site: str):
    with held(browser, site) as page:
        page.add_init_script(STAY)
        unread(page)
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
        page.goto(FORM)
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


def test_a_short_report_goes_whole_by_mail_in_lines(writer: Page):
    writer.goto(REPORT)
    writer.locator("#report-right").fill(f"{ODD}\n第二行")
    mail = followed(writer, "发邮件")
    assert f"{ODD}\r\n第二行" in unquote(mail)
    assert mail.count("&") == 1
    assert "#" not in mail
