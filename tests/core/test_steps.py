"""Steps in snippets, row by row, and in whole texts.

The weights are fitted on these texts, so that they only show that nothing got worse; how well others are read is told in
docs/extraction.md.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import scoring
from benchmarks.annotated import OPEN, STORIES, annotated
from casebook.extract import explained, readings, steps

ROWS = json.loads((Path(__file__).parent.parent / "specs" / "steps.json").read_text(encoding="utf-8"))


def _param(row: dict) -> object:
    # A row with `open` is misread, and says how: when it is read right, the mark has to go.
    marks = [pytest.mark.xfail(reason=row["open"], strict=True)] if "open" in row else []
    return pytest.param(row["input"], row["expect"], id=row["why"], marks=marks)


@pytest.mark.parametrize(("text", "expect"), [_param(row) for row in ROWS])
def test_steps(text, expect):
    found = steps(text)
    assert [step.basis for step in found] == [row["basis"] for row in expect]
    for step, row in zip(found, expect, strict=True):
        assert scoring.likeness(row["title"], step.title) >= 0.6, step.title
    assert [step.number for step in found] == list(range(1, len(found) + 1))
    for step in found:
        assert step.title in text[step.start : step.end]


@pytest.mark.parametrize(
    ("folder", "f1", "precision", "explicit"),
    [(STORIES, 0.66, 0.72, 0.95), (OPEN, 0.62, 0.66, 0.78)],
    ids=["stories", "retold pages"],
)
def test_steps_of_whole_texts(folder, f1, precision, explicit, record_property):
    counts = Counter()
    for text in annotated(folder):
        counts.update(scoring.steps(text, [{"title": step.title} for step in steps(text.text)]))
    found = scoring.scores(counts)
    record_property("steps", f"{folder.name}: F1 {found['step_f1']:.3f}, precision {found['step_p']:.3f}")
    assert found["step_f1"] >= f1
    assert found["step_p"] >= precision
    assert found["explicit_step_r"] >= explicit
    assert found["step_order"] >= 0.95


def test_a_step_holds_what_belongs_to_it():
    text = "主要做法\n一、入户摸底\n走访120户。\n二、协商议事\n开会3次。\n工作成效\n变美了。"
    first, second = steps(text)
    assert text[first.start : first.end] == "一、入户摸底\n走访120户。\n"
    assert text[second.start : second.end] == "二、协商议事\n开会3次。\n"


def test_every_reading_is_told_the_surest_first():
    text = "总结出“集问题、组队伍、共议事”三步走。2021年3月，社工先入户调研。4月，大家召开议事会。5月，又组建了劝导队。"
    slogan, story = readings(text)
    assert [step.title for step in slogan] == ["集问题", "组队伍", "共议事"]
    assert [step.basis for step in story] == ["narrative"] * len(story)
    titles = [step.title for step in story]
    assert all(any(word in title for title in titles) for word in ("入户调研", "召开议事会", "劝导队"))


CHAIN = "总结出“集问题、组队伍、共议事”三步走。"
STORY = (
    "楼顶又漏了，谁来修吵了半年。社工先逐户走访，随后社区召开议事会，大家投票选出施工队。"
    "7月，施工队进场。8月完工，居民代表逐项验收，最后把账目张贴在楼道里。"
)
FURNITURE = "社区共有居民3200户，获评全国和谐社区，下设四个党小组。"


@pytest.mark.parametrize(("text", "form"), [(CHAIN, "chain"), (STORY, "story"), (FURNITURE, "none")])
def test_a_choice_of_steps_is_explained_by_what_it_adds_up(text, form):
    why = explained(text)
    assert why["form"] == form
    assert bool(steps(text)) == (form != "none")
    if form != "none":
        assert why["odds"] == pytest.approx(why["bias"] + sum(weight for _, weight in why["evidence"]), abs=0.01)
        assert why["odds"] > 0
        assert len(why["each"]) == (len(steps(text)) if form == "story" else 0)
