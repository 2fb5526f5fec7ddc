"""The steps of a case as its author marks them, or as its words tell them, and what each holds."""

import json
from pathlib import Path

import pytest

from casebook.extract import Extractor
from casebook.extract.moments import when
from casebook.reading import draft, read
from casebook.reading.sections import default
from tests.conftest import FROZEN, frozen

MOMENTS = json.loads((Path(__file__).parent.parent / "specs" / "moments.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", MOMENTS, ids=lambda row: row["why"])
def test_when(row):
    assert when(row["input"]) == row["expect"]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(frozen().vocabulary)


def reading(extractor, how, heading="## 怎么做", front=""):
    head = (FROZEN / "cases" / "tongsheng-ebike-parking.md").read_text(encoding="utf-8").split("metrics:")[0] + front
    body = f"{head}---\n\n## 问题\n\n停车乱。\n\n{heading}\n\n{how}\n\n## 局限\n\n没有写。\n"
    return read(draft("content/cases/x.md", body.encode(), "case"), extractor, {}, default())


def warnings(found):
    return [f"{p.found}; {p.instead}" for p in found.problems if p.field == "步骤"]


def test_a_step_holds_what_its_words_tell(extractor):
    how = "### 巡查 {#patrol}\n\n2021年3月，20名志愿者开始巡查（见[[召集|deliberation]]）。一共21天。\n\n### 公布 {#publish}\n\n贴出来。"
    patrol, publish = reading(extractor, how).entry.steps
    assert (patrol.summary, patrol.when, patrol.lasting) == ("2021年3月，20名志愿者开始巡查。", "2021-03", "21天")
    assert [(tag.term, tag.name) for tag in patrol.actors] == [("volunteers", "志愿者")]
    assert (publish.when, publish.lasting, publish.actors) == ("", "", ())


TWO_STEPS = "### 巡查 {#patrol}\n\n志愿者和居民开始巡查。\n\n### 公布 {#publish}\n\n志愿者贴出来。"


def test_an_author_corrects_who_takes_part_in_a_step(extractor):
    front = "steps:\n  - {step: patrol, actors: [党员], organisations: [同声社区公共服务中心]}\n  - {step: publish, actors: []}\n"
    patrol, publish = reading(extractor, TWO_STEPS, front=front).entry.steps
    assert [tag.term for tag in patrol.actors] == ["tongsheng-service-centre", "party-members"]
    assert publish.actors == ()


def test_what_is_not_corrected_stays_as_it_was_read(extractor):
    front = "steps:\n  - {step: patrol, organisations: [同声社区公共服务中心]}\n"
    found = reading(extractor, TWO_STEPS, front=front)
    assert [tag.term for tag in found.entry.steps[0].actors] == ["tongsheng-service-centre", "volunteers", "residents"]
    declared = {tag.term for tag in found.entry.tags if tag.declared}
    assert declared == {tag.term for tag in reading(extractor, TWO_STEPS).entry.tags if tag.declared}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("{step: patrols, actors: [居民]}", "本页没有步骤 “patrols”; 可写:patrol、publish"),
        ("{step: patrol}", "没有写谁参与; 写 actors: [居民] 或 organisations: [机构名],或删去这一项"),
        ("{step: patrol, actors: [居民]}\n  - {step: patrol, actors: []}", "步骤 “patrol” 前面已经写过; 合并成一项"),
    ],
)
def test_a_correction_that_corrects_nothing_is_named(extractor, row, told):
    found = reading(extractor, TWO_STEPS, front=f"steps:\n  - {row}\n")
    assert [f"{p.found}; {p.instead}" for p in found.problems if p.field.startswith("steps[")] == [told]


def test_who_stands_in_a_name_or_a_link_was_not_there(extractor):
    how = "### 定题 {#theme}\n\n代表们选定“儿童食品安全行动”，见[[给长者送菜|zhoucun-love-farm]]和《居民手册》，党员也来了。"
    (theme,) = reading(extractor, how).entry.steps
    assert [tag.term for tag in theme.actors] == ["party-members"]


def test_a_body_is_known_by_its_name_in_a_link(extractor):
    how = "### 牵头 {#lead}\n\n由[[同声社区公共服务中心|tongsheng-ebike-parking]]牵头，“尹家角”居委会参加。"
    (lead,) = reading(extractor, how).entry.steps
    bodies = [tag.term for tag in lead.actors if tag.facet == "organisations"]
    assert bodies == ["tongsheng-service-centre", "yinjiajiao-committee"]


def test_a_step_without_words_has_no_sentence(extractor):
    steps = reading(extractor, "### 2021年3月开会 {#meet}\n\n### 组队 {#team}").entry.steps
    assert [(step.summary, step.when) for step in steps] == [("", ""), ("", "")]


@pytest.mark.parametrize(
    ("heading", "basis"),
    [("## 怎么做", "narrative"), ("## 怎么做 {.stated}", "stated"), ("---\n\n## 怎么做 {.stated}", "stated")],
)
def test_the_order_of_a_case_is_narrative_until_its_author_says_it_is_stated(extractor, heading, basis):
    found = reading(extractor, "### 一 {#one}\n\n甲。\n\n### 二 {#two}\n\n乙。", heading)
    assert [step.basis for step in found.entry.steps] == [basis, basis]
    assert warnings(found) == []


def test_a_numbered_list_gives_steps_that_ask_to_be_confirmed(extractor):
    found = reading(extractor, "1. 入户摸底，走访120户。\n2. 开议事会。\n3. 签公约。")
    assert [(step.title, step.basis, step.id) for step in found.entry.steps] == [
        ("入户摸底", "stated", ""),
        ("开议事会", "stated", ""),
        ("签公约", "stated", ""),
    ]
    (warning,) = warnings(found)
    assert "读法1(明说的顺序):入户摸底 → 开议事会 → 签公约" in warning
    headings = ("入户摸底 {#ru-hu-mo-di}", "开议事会 {#kai-yi-shi-hui}", "签公约 {#qian-gong-yue}")
    assert all(f"### {heading}" in warning for heading in headings)


def test_ambiguous_words_are_a_warning_with_both_readings(extractor):
    how = "总结出“集问题、组队伍、共议事”三步走。2021年3月，社工入户调研。4月，社区召开议事会。5月，居委会组建劝导队。6月，志愿者上门劝导。"
    found = reading(extractor, how)
    assert [step.title for step in found.entry.steps] == ["集问题", "组队伍", "共议事"]
    (warning,) = warnings(found)
    assert "读法1(明说的顺序):集问题 → 组队伍 → 共议事" in warning
    assert "读法2(只是先后讲述):入户调研 → 召开议事会 → 组建劝导队 → 上门劝导" in warning


SLOGAN = (
    "总结成“集问题、组队伍、提技能”三步走。\n\n### 开会 {#meet}\n\n坐下来谈。\n\n### 组队 {#team}\n\n招20名志愿者。"
)


def test_a_slogan_beside_the_steps_is_kept_and_asked_about(extractor):
    found = reading(extractor, SLOGAN)
    assert [step.title for step in found.entry.steps] == ["开会", "组队"]
    assert found.entry.stated_order == ("集问题", "组队伍", "提技能")
    (warning,) = warnings(found)
    assert "集问题 → 组队伍 → 提技能" in warning
    assert "开会 → 组队" in warning
    assert "{.narrative}" in warning


def test_headings_that_number_themselves_state_no_other_order(extractor):
    found = reading(extractor, "### 第一步 摸底 {#survey}\n\n走访。\n\n### 第二步 议事 {#talk}\n\n开会。")
    assert found.entry.stated_order == ()
    assert warnings(found) == []


def test_the_author_settles_which_order_the_steps_have(extractor):
    assert warnings(reading(extractor, SLOGAN, "## 怎么做 {.narrative}")) == []


@pytest.mark.parametrize(("heading", "mark"), [("## 怎么做 {.Stated}", "Stated"), ("## 结果 {.stated}", "stated")])
def test_a_mark_of_the_order_in_the_wrong_place_or_case_is_told(extractor, heading, mark):
    found = reading(extractor, "### 一 {#one}\n\n甲。\n\n### 二 {#two}\n\n乙。", heading)
    (problem,) = [p for p in found.problems if "标记" in p.found]
    assert problem.found == f"标记 {{.{mark}}} 没有生效"
    assert problem.instead == "写成 ## 怎么做 {.stated},小写,只用在那里"
