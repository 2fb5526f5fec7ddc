"""A case is written from nothing with the form alone, on a phone, without network in the middle, reloaded once."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, unquote_plus

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from casebook.files import read_gazetteer, read_site
from casebook.model.problems import errors
from tests.browser.conftest import SIZES, complaining
from tests.browser.test_offline import kept
from tests.conftest import FROZEN

FORM = "contribute/form/"
CASE = "cases/tongsheng-ebike-parking/"
STAY = "addEventListener('click', (e) => e.target.closest('a[target=_blank]') && e.preventDefault())"
TOUCHED = """(one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return one === document.elementFromPoint(x + width / 2, y + height / 2);
}"""  # what a finger meets that goes for it
READY = "没有网也能写"
MOST = 40  # questions
STEPS = (
    ("量一量", "2023年5月，社区和物业把48个垃圾桶一个一个量过、拍照，问了126户居民。"),
    ("坐下来定", "6月开了3场议事会，居民选出4个新的投放点，其余的桶撤走。"),
    ("守一个月", "20名志愿者每天早晚守在投放点，提醒走错的人，守了30天。"),
)


@pytest.fixture
def phone(chromium: Browser, site: str) -> Iterator[Page]:
    """A phone whose browser keeps pages; nothing may go wrong on its page."""
    context = chromium.new_context(
        viewport=SIZES["phone"],  # type: ignore[arg-type]
        has_touch=True,
        is_mobile=True,
        base_url=site,
        locale="zh-CN",
        accept_downloads=True,
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.add_init_script(STAY)
    yield page
    context.close()


def opened(page: Page) -> None:
    page.goto(FORM)
    expect(page.locator("#form-core")).to_contain_text(READY, timeout=60_000)


def archives(page: Page) -> list[str]:
    """The paths of all that checks."""
    found = page.request.get("form/manifest.json").json()["archives"]
    return [archive["path"] for archive in found.values()]


def at(page: Page, question: str) -> None:
    """The question is in sight, and it alone."""
    expect(page.locator(".ask:visible")).to_have_attribute("data-id", question)


def on(page: Page) -> None:
    page.locator("#form-next").click()


def on_to(page: Page, question: str) -> None:
    """On past what has no answer."""
    for _ in range(MOST):
        if page.locator(".ask:visible").get_attribute("data-id") == question:
            return
        on(page)
    at(page, question)


def followed(page: Page, name: str) -> str:
    """The address to which a link would lead that is made when it is followed."""
    link = page.get_by_role("link", name=name)
    link.click()
    return link.get_attribute("href") or ""


def pick(page: Page, *terms: str) -> None:
    for term in terms:
        page.locator(".ask:visible").get_by_label(term, exact=True).check()


def fill(page: Page, part: str, text: str, row: int = 0) -> None:
    page.locator(f'.ask:visible [data-part="{part}"]').nth(row).fill(text)


def test_a_case_is_written_with_the_form_alone(phone: Page, site: str, tmp_path: Path):
    wrong = complaining(phone, site)
    opened(phone)
    at(phone, "start")
    on(phone)
    at(phone, "title")
    fill(phone, "", "盛世桃源小区撤桶并点")
    on(phone)
    at(phone, "places")
    fill(phone, "", "宜昌市西陵区盛世桃源小区")
    on(phone)
    at(phone, "period")
    fill(phone, "start", "2023年5月")
    fill(phone, "end", "2023.7")
    on(phone)
    at(phone, "organisations")
    fill(phone, "organisation", "宜昌市西陵区盛世桃源社区居民委员会")
    phone.locator('.ask:visible [data-part="role"]').select_option(label="牵头")
    on(phone)
    at(phone, "actors")
    pick(phone, "居民", "志愿者")
    on(phone)

    kept(phone, FORM, *archives(phone))
    phone.context.set_offline(True)
    at(phone, "problem")
    fill(phone, "", "48个垃圾桶散在各栋楼下，夏天又臭又滑，撤哪一个都有人反对。")
    on(phone)
    on_to(phone, "how")
    phone.reload()  # in the middle, without network
    expect(phone.locator("#form-core")).to_contain_text(READY, timeout=60_000)
    at(phone, "how")
    expect(phone.locator(".line")).to_be_visible()  # says so
    assert phone.locator("#form-next").evaluate(TOUCHED)
    for row, (title, text) in enumerate(STEPS):
        if row:
            phone.locator(".ask:visible .ask__add").click()
        fill(phone, "title", title, row)
        fill(phone, "text", text, row)
    phone.context.set_offline(False)
    figures = phone.locator(".ask:visible .ask__figures")
    expect(figures).to_contain_text("20名")
    on(phone)
    at(phone, "results")
    fill(phone, "", "桶从48个减到16个，投诉没有再来。")
    on(phone)
    on_to(phone, "limits")
    fill(phone, "", "来源没有写花了多少钱，也没有写一个月以后怎样。")
    on_to(phone, "themes")
    pick(phone, "垃圾分类")
    on(phone)
    pick(phone, "服务项目")
    on_to(phone, "summary")
    fill(
        phone,
        "",
        "宜昌盛世桃源小区的垃圾桶太多太散。社区和物业先量后议，居民自己选出投放点，志愿者守了一个月，垃圾桶从48个减到16个。",
    )
    on(phone)
    at(phone, "sources")
    fill(phone, "title", "盛世桃源小区撤桶记")
    fill(phone, "publisher", "西陵区融媒体中心")
    fill(phone, "date", "2023年8月2日")
    phone.locator('.ask:visible [data-part="grade"]').select_option(index=2)
    on_to(phone, "end")
    phone.locator("#form-file").fill("shengshi-bins")
    expect(phone.locator("#form-page")).to_contain_text("盛世桃源小区撤桶并点")
    expect(phone.locator("#form-page .figure").first).to_be_visible()
    way = followed(phone, "在 GitHub 上提交")
    assert way.startswith("https://github.com/example/casebook/new/main/content/cases?filename=shengshi-bins.md")
    assert "title: 盛世桃源小区撤桶并点\n" in unquote_plus(way)
    with phone.expect_download() as download:
        phone.get_by_role("button", name="下载文件").click()
    content = Path(shutil.copytree(FROZEN, tmp_path / "content"))
    written = content / "cases" / download.value.suggested_filename
    download.value.save_as(written)
    assert written.name == "shengshi-bins.md"
    found = read_site(content, gazetteer=read_gazetteer())
    assert [str(one) for one in errors(found.problems)] == []
    case = found.library.cases["shengshi-bins"]
    assert [step.title for step in case.steps] == [title for title, _ in STEPS]
    assert [step.id for step in case.steps] == ["liang-yi-liang", "zuo-xia-lai-ding", "shou-yi-ge-yue"]
    assert {metric.text for metric in case.metrics} >= {"48个", "126户", "20名"}
    assert case.front.status == "published"
    assert wrong == []


def test_a_memory_is_written_as_a_source_that_was_only_told(phone: Page, site: str):
    wrong = complaining(phone, site)
    opened(phone)
    on_to(phone, "title")
    fill(phone, "", "楼道清出来了")
    on_to(phone, "sources")
    parts = phone.locator(".ask:visible [data-when]:visible")
    expect(parts).to_have_count(5)
    phone.locator('.ask:visible [data-part="told"]').select_option(index=1)
    expect(parts).to_have_count(2)
    fill(phone, "who", "社区社工")
    text = phone.locator("#form-text")
    expect(text).to_have_value(re.compile("- {title: 口述：楼道清出来了, publisher: 社区社工, date: 20.*, grade: E 级"))
    phone.reload()
    at(phone, "sources")
    expect(parts).to_have_count(2)
    expect(phone.locator(".ask:visible .ask__problems li")).to_have_count(0)
    assert wrong == []


def test_a_mistake_is_told_with_the_page_and_the_sentence(phone: Page, site: str):
    wrong = complaining(phone, site)
    phone.goto(CASE)
    sentence = phone.locator(".prose p").first
    sentence.evaluate("(one) => getSelection().selectAllChildren(one)")
    phone.locator("[data-report]").click()
    expect(phone.locator("#report-page")).to_have_value(f"{site}{CASE}")
    said = phone.locator("#report-words")
    expect(said).not_to_have_value("")
    phone.locator("#report-right").fill("是“安静”，不是“停车”。")
    phone.reload()
    expect(phone.locator("#report-right")).to_have_value("是“安静”，不是“停车”。")
    mail = unquote(followed(phone, "发邮件"))
    assert mail.startswith("mailto:editors@example.org?subject=更正：")
    issue = unquote(followed(phone, "在 GitHub 上公开提交"))
    assert issue.startswith("https://github.com/example/casebook/issues/new?title=")
    assert "不是“停车”。" in issue
    assert wrong == []


def titled(page: Page) -> Locator:
    """The field of the title, in sight."""
    if page.locator("#ask-title").is_hidden():
        on(page)
    return page.locator("#ask-title input")


def test_what_is_typed_is_not_lost_between_tabs_nor_where_nothing_can_be_kept(browser: Browser, site: str):
    context = browser.new_context(base_url=site, viewport=SIZES["phone"], locale="zh-CN")  # type: ignore[arg-type]
    context.route("**/form/manifest.json", lambda route: route.abort())
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto(FORM)
        expect(page.locator("#form-core")).to_contain_text("写的字都在")  # what checks did not come
    titled(first).fill("甲社区的事")
    notice = second.locator("#form-notice")
    expect(notice).to_be_visible()
    titled(second).fill("乙社区的事")
    expect(first.locator("#form-notice")).to_be_hidden()
    notice.get_by_role("button", name="用那边的").click()
    expect(second.locator("#ask-title input")).to_have_value("甲社区的事")
    notice.get_by_role("button", name="换回这边的").click()
    expect(notice).to_be_hidden()
    expect(second.locator("#ask-title input")).to_have_value("乙社区的事")
    first.evaluate("() => (Storage.prototype.setItem = () => { throw new Error('full'); })")
    first.locator("#form-notice").get_by_role("button", name="用这边的").click()
    titled(first).fill("甲社区的事，很长")
    expect(first.locator("#form-kept")).to_contain_text("存不下了")
    assert "title: 甲社区的事，很长" in first.locator("#form-text").input_value()
    context.close()
