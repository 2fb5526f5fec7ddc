"""A case is written from nothing with the form alone, on a phone, without network in the middle, reloaded once."""

import shutil
from pathlib import Path
from urllib.parse import unquote, unquote_plus

from playwright.sync_api import Browser, Locator, Page, expect

from casebook.files import read_gazetteer, read_site
from casebook.model.problems import errors
from tests.browser.conftest import SIZES, complaining
from tests.browser.test_offline import kept
from tests.browser.writing import FORM, at, fill, followed, on, on_to, opened, pick, ready
from tests.conftest import FROZEN

CASE = "cases/tongsheng-ebike-parking/"
TOUCHED = """(one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return one === document.elementFromPoint(x + width / 2, y + height / 2);
}"""  # what a finger meets that goes for it
STEPS = (
    ("量一量", "2023年5月，社区和物业把48个垃圾桶一个一个量过、拍照，问了126户居民。"),
    ("坐下来定", "6月开了3场议事会，居民选出4个新的投放点，其余的桶撤走。"),
    ("守一个月", "20名志愿者每天早晚守在投放点，提醒走错的人，守了30天。"),
)


def archives(page: Page) -> list[str]:
    """The paths of all that checks."""
    found = page.request.get("form/manifest.json").json()["archives"]
    return [archive["path"] for archive in found.values()]


def test_a_case_is_written_with_the_form_alone(writer: Page, site: str, tmp_path: Path):
    wrong = complaining(writer, site)
    opened(writer)
    at(writer, "start")
    on(writer)
    at(writer, "title")
    fill(writer, "", "盛世桃源小区撤桶并点")
    on(writer)
    at(writer, "places")
    fill(writer, "", "宜昌市西陵区盛世桃源小区")
    on(writer)
    at(writer, "period")
    fill(writer, "start", "2023年5月")
    fill(writer, "end", "2023.7")
    on(writer)
    at(writer, "organisations")
    fill(writer, "organisation", "宜昌市西陵区盛世桃源社区居民委员会")
    writer.locator('.ask:visible [data-part="role"]').select_option(label="牵头")
    on(writer)
    at(writer, "actors")
    pick(writer, "居民", "志愿者")
    on(writer)

    kept(writer, FORM, *archives(writer))
    writer.context.set_offline(True)
    at(writer, "problem")
    fill(writer, "", "48个垃圾桶散在各栋楼下，夏天又臭又滑，撤哪一个都有人反对。")
    on(writer)
    on_to(writer, "how")
    writer.reload()  # in the middle, without network
    ready(writer)
    at(writer, "how")
    expect(writer.locator(".line")).to_be_visible()  # says so
    assert writer.locator("#form-next").evaluate(TOUCHED)
    for row, (title, text) in enumerate(STEPS):
        if row:
            writer.locator(".ask:visible .ask__add").click()
        fill(writer, "title", title, row)
        fill(writer, "text", text, row)
    writer.context.set_offline(False)
    figures = writer.locator(".ask:visible .ask__figures")
    expect(figures).to_contain_text("20名")
    on(writer)
    at(writer, "results")
    fill(writer, "", "桶从48个减到16个，投诉没有再来。")
    on(writer)
    on_to(writer, "limits")
    fill(writer, "", "来源没有写花了多少钱，也没有写一个月以后怎样。")
    on_to(writer, "themes")
    pick(writer, "垃圾分类")
    on(writer)
    pick(writer, "服务项目")
    on_to(writer, "summary")
    fill(
        writer,
        "",
        "宜昌盛世桃源小区的垃圾桶太多太散。社区和物业先量后议，居民自己选出投放点，志愿者守了一个月，垃圾桶从48个减到16个。",
    )
    on(writer)
    at(writer, "sources")
    fill(writer, "title", "盛世桃源小区撤桶记")
    fill(writer, "publisher", "西陵区融媒体中心")
    fill(writer, "date", "2023年8月2日")
    writer.locator('.ask:visible [data-part="grade"]').select_option(index=2)
    on_to(writer, "end")
    writer.locator("#form-file").fill("shengshi-bins")
    expect(writer.locator("#form-page")).to_contain_text("盛世桃源小区撤桶并点")
    expect(writer.locator("#form-page .figure").first).to_be_visible()
    way = followed(writer, "在 GitHub 上提交")
    assert way.startswith("https://github.com/example/casebook/new/main/content/cases?filename=shengshi-bins.md")
    assert "title: 盛世桃源小区撤桶并点\n" in unquote_plus(way)
    with writer.expect_download() as download:
        writer.get_by_role("button", name="下载文件").click()
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


def test_a_mistake_is_told_with_the_page_and_the_sentence(writer: Page, site: str):
    wrong = complaining(writer, site)
    writer.goto(CASE)
    sentence = writer.locator(".prose p").first
    sentence.evaluate("(one) => getSelection().selectAllChildren(one)")
    writer.locator("[data-report]").click()
    expect(writer.locator("#report-page")).to_have_value(f"{site}{CASE}")
    said = writer.locator("#report-words")
    expect(said).not_to_have_value("")
    writer.locator("#report-right").fill("是“安静”，不是“停车”。")
    writer.reload()
    expect(writer.locator("#report-right")).to_have_value("是“安静”，不是“停车”。")
    mail = unquote(followed(writer, "发邮件"))
    assert mail.startswith("mailto:editors@example.org?subject=更正：")
    issue = unquote(followed(writer, "在 GitHub 上公开提交"))
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
