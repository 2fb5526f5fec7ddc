"""What an author says of figures in front matter: corrections, evidence, figures switched off."""

import pytest

from casebook.files import Site, read_site
from casebook.model.records import Case


def read(content, front: str, body: str = "") -> Site:
    """The small collection with `front` added to the parking case, and `body` to its part that tells how it was done."""
    path = content / "cases" / "taoyuan-parking.md"
    text = path.read_text().replace("caveats:", f"{front}\ncaveats:").replace("## 结果", f"{body}\n\n## 结果")
    path.write_text(text)
    return read_site(content)


def parking(site: Site) -> Case:
    assert not [str(error) for error in site.errors]
    return site.library.cases["taoyuan-parking"]


def figures(case: Case, text: str) -> list:
    return [metric for metric in case.metrics if metric.text == text]


def test_a_correction_holds_wherever_the_words_stand(content):
    case = parking(read(content, "metrics:\n  - {quote: 约20名, indicator: 参与人数, scope: 最终, as_of: 2022-07}"))
    found = figures(case, "约20名")
    assert len(found) == 2
    assert {(m.indicator, m.scope, m.as_of) for m in found} == {("participants", "final", "2022-07")}


def test_evidence_takes_the_only_source_of_the_page(content):
    front = "metrics:\n  - {quote: 5020.86元, evidence: {locator: 第3段, quote: 一共募得5020.86元}}"
    (found,) = figures(parking(read(content, front)), "5020.86元")
    assert (found.evidence.source, found.evidence.locator) == ("heping-report", "第3段")


@pytest.mark.parametrize("quote", ["募得5，020元", "募得5'020元", "募得5、020元"])
def test_a_source_may_write_a_number_as_no_figure_may_be_written(content, quote):
    path = content / "cases" / "taoyuan-parking.md"
    path.write_text(path.read_text(encoding="utf-8").replace("5020.86元", "5020元"), encoding="utf-8")
    front = f"metrics:\n  - {{quote: 5020元, evidence: {{locator: 第3段, quote: {quote}}}}}"
    assert figures(parking(read(content, front)), "5020元")[0].evidence


@pytest.mark.parametrize("quote", ["食堂开办7天来", "这7天来", "7天前开张", "我在这里住了7天"])
def test_what_a_number_is_not_in_the_source_it_may_prove_all_the_same(content, quote):
    front = f"metrics:\n  - {{quote: 持续7天, evidence: {{locator: 第3段, quote: {quote}}}}}"
    assert figures(parking(read(content, front, "活动持续7天。")), "7天")[0].evidence


def test_longer_words_tell_two_figures_apart(content):
    front = "metrics:\n  - {quote: 11个, scope: 阶段}\n  - {quote: 11个街坊会, scope: 最终}"
    case = parking(read(content, front, "覆盖11个村居，请来11个街坊会。"))
    assert [(m.indicator, m.scope) for m in figures(case, "11个")] == [
        ("communities-covered", "interim"),
        ("organisations", "final"),
    ]


def test_a_figure_that_was_not_read_is_added(content):
    front = "metrics:\n  - {quote: 十来回, indicator: 会议场次, value: 10, unit: 回}"
    (found,) = figures(parking(read(content, front, "大家谈了十来回，终于谈拢。")), "十来回")
    assert (found.indicator, found.value) == ("meetings-held", 10)


def test_a_figure_is_switched_off(content):
    case = parking(read(content, "not_metrics:\n  - {quote: 21天, why: 是口号}"))
    assert figures(case, "21天") == []
    assert figures(case, "约20名")


@pytest.mark.parametrize(
    ("front", "field", "found"),
    [
        ("metrics:\n  - {quote: 500人}", "metrics[0].quote", "正文里没有 “500人”"),
        ("metrics:\n  - {quote: 0元}", "metrics[0].quote", "正文里没有 “0元”"),
        ("metrics:\n  - {quote: 约20名志愿者巡查21天}", "metrics[0].quote", "有几个数字(约20名、21天)"),
        ("metrics:\n  - {quote: 电动自行车}", "metrics[0].quote", "里没有读到数字"),
        ("metrics:\n  - {quote: 21天}\n  - {quote: 21天}", "metrics[1].quote", "指同一个数字"),
        ("metrics:\n  - {quote: 21天, indicator: 没有的}", "metrics[0].indicator", "“没有的” 不在"),
        ("metrics:\n  - {quote: 21天, scope: 大概}", "metrics[0].scope", "“大概” 不在"),
        ("metrics:\n  - {quote: 21天, value: 二十一}", "metrics[0].value", "“二十一” 不是数值"),
        ("metrics:\n  - {quote: 21天, programme: nowhere}", "metrics[0].programme", "“nowhere” 不在"),
        (
            "metrics:\n  - {quote: 21天, evidence: {locator: 第3段, quote: 巡查了20天}}",
            "metrics[0].evidence.quote",
            "原话 “巡查了20天” 里没有 21",
        ),
        (
            f"metrics:\n  - {{quote: 21天, evidence: {{locator: 第3段, quote: 21天{'长' * 40}}}}}",
            "metrics[0].evidence.quote",
            "原话有 43 字",
        ),
        (
            "metrics:\n  - {quote: 21天, evidence: {locator: 中间, quote: 21天}}",
            "metrics[0].evidence.locator",
            "看不懂位置 “中间”",
        ),
        (
            "metrics:\n  - {quote: 21天, evidence: {source: nothing, locator: 第1段, quote: 21天}}",
            "metrics[0].evidence.source",
            "“nothing” 不在",
        ),
        ("metrics:\n  - {quote: 21天, unit: 胡说}", "metrics[0].unit", "不认识的单位 “胡说”"),
        (
            "metrics:\n  - {quote: 5020.86元, evidence: {locator: 第3段, quote: 用了5020.86小时}}",
            "metrics[0].evidence.quote",
            "里没有 5020.86",
        ),
        ("metrics:\n  - {quote: '020.86元', value: 20}", "metrics[0].quote", "正文里没有"),
        ("not_metrics:\n  - {quote: 志愿者, why: 名称}", "not_metrics[0].quote", "里没有数字"),
        ("not_metrics:\n  - {quote: 没有这句, why: 名称}", "not_metrics[0].quote", "正文里没有 “没有这句”"),
        ("not_metrics:\n  - {quote: 21天}", "not_metrics[0].why", "缺少 why"),
    ],
)
def test_what_does_not_fit_is_an_error_at_its_line(content, front, field, found):
    site = read(content, front)
    (error,) = site.errors
    assert error.field == field
    assert found in error.found
    assert error.instead
    lines = (content / "cases" / "taoyuan-parking.md").read_text().splitlines()
    assert lines[error.line - 1].strip() in front


def test_a_method_has_to_name_the_source(content):
    path = content / "methods" / "talk-it-over.md"
    evidence = "{locator: 第3段, quote: 开3次会}"
    text = path.read_text().replace("---\n\n", f"metrics:\n  - {{quote: 3次会, evidence: {evidence}}}\n---\n\n", 1)
    path.write_text(text.replace("## 步骤", "先开3次会。\n\n## 步骤"))
    (error,) = read_site(content).errors
    assert (error.field, error.found) == ("metrics[0].evidence", "没有写 source")
