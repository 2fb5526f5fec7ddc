"""What decides the indicator of a figure is told: a rule and its words, another figure, or features with their weights."""

import json
from functools import partial

import pytest

from benchmarks.fitting import using
from casebook.__main__ import main
from casebook.extract.metrics import Indicators
from casebook.extract.weights import Weights
from tests.cues import CUES, PLAIN
from tests.work import lines_run

SILENT = "全镇有小区10个，8个没人管。"  # no rule tells of the second figure
LIST = "第一批共43个项目：\n教育发展　　14个\n社区照顾　　15个\n"


@pytest.mark.parametrize(
    ("text", "indicator", "said"),
    [
        ("招募了20名志愿者", "volunteers", "noun 志愿者"),
        ("回收问卷300份", "survey-responses", "before 回收问卷"),
        ("募得善款5020元", "funds-raised-yuan", "before 募得"),
        ("98%的居民表示满意", "satisfaction-rate", "behind 表示满意"),
        ("从251项减少到62项", "other-count", "changed from the figure before"),
        ("志愿者120人,其中党员45人", "volunteers", "part of the figure before"),
        (LIST, "projects", "a row below the figure before"),
        ("活动历时三年", "duration", "its unit"),
    ],
)
def test_what_decided(text, indicator, said):
    last = PLAIN.explained(text)[-1]
    assert (last.metric.indicator, dict(last.evidence)[said]) == (indicator, 1.0)


@pytest.mark.parametrize(
    ("weights", "indicator"),
    [
        (Weights(0.0, {}), "other-count"),
        (Weights(0.0, {"the figure before, in the sentence, same family, same unit": 5.0}), "communities-covered"),
        (Weights(0.0, {"is facilities for count": 1.2}), "other-count"),  # likely, but not enough
    ],
)
def test_odds_decide_where_no_rule_holds(weights, indicator):
    with using({"indicators": weights}):
        last = PLAIN.explained(SILENT)[-1]
    assert last.metric.indicator == indicator
    assert dict(last.evidence).items() <= weights.features.items()


def test_a_rule_that_holds_is_not_outweighed():
    with using({"indicators": Weights(9.0, {"is staff": 9.0})}):
        assert [metric.indicator for metric in PLAIN.metrics("招募了20名志愿者")] == ["volunteers"]


def test_what_most_figures_are_is_no_evidence():
    silent = {"is facilities": 9.0, "facilities: unit 个": 9.0, "facilities: counts nothing named": 9.0}
    with using({"indicators": Weights(0.0, silent)}):
        assert [metric.indicator for metric in PLAIN.metrics("一共8个。")] == ["other-count"]
    with using({"indicators": Weights(0.0, {**silent, "facilities: build in the clause": 1.0})}):
        assert [metric.indicator for metric in PLAIN.metrics("新建8个。")] == ["facilities"]


def test_a_rule_by_one_short_word_gives_way_to_what_is_likelier():
    text = "投入300万元，资助了30个项目"
    for weight, indicator in ((0.0, "funds-invested-yuan"), (9.0, "funds-granted-yuan")):
        with using({"indicators": Weights(0.0, {"funds-granted-yuan: give later": weight})}):
            assert PLAIN.metrics(text)[0].indicator == indicator


def test_where_the_words_of_an_indicator_stand():
    text = "一、议事协商\n社区修了路。\n上月议事会谈了谈，9个。"
    [(_, decision)] = Indicators(CUES).weighed(text)
    candidates = decision.candidates
    assert "its word in the heading" in candidates["meetings-held"]
    assert "its noun far before" in candidates["meetings-held"]
    assert {"otherwise", "other: no noun, nothing behind", "other-count: unit 个"} <= candidates["other-count"]


def test_evidence_is_printed_when_it_is_asked_for(content, tmp_path, capsys):
    file = tmp_path / "a.txt"
    file.write_text("收集意见120条。", encoding="utf-8")
    for options, has_evidence in (([], False), (["--explain"], True)):
        assert main(["extract", str(file), "--content", str(content), *options]) == 0
        [metric] = json.loads(capsys.readouterr().out)["metrics"]
        assert ("evidence" in metric) is has_evidence
    assert metric["evidence"] == [["noun 意见", 1.0]]


@pytest.mark.no_cover  # it would count the lines of the tracer
@pytest.mark.parametrize(
    "piece", ["又有8个，", "甲　　8个\n", "8个（党）", "三角、", "两家，一个，", "一两顿", "（原标题：8"]
)
def test_figures_take_work_in_proportion(piece):
    once, twice = (lines_run(partial(PLAIN.metrics, piece * times)) for times in (100, 200))
    assert once > 1_000
    assert twice < 2.3 * once
