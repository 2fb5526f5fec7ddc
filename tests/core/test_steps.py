"""Steps in snippets, row by row, and in whole stories.

`tests/gold/stories/unseen-*.json` were written and annotated by someone who had not seen the rules, and no rule was made
to fit them: what they score is what to expect of another text.
"""

import json
from pathlib import Path

import pytest

from casebook.extract import readings, steps
from tests.stories import Hits, same_title, stories, without_optional

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
        assert same_title(row["title"], step.title), step.title
    assert [step.number for step in found] == list(range(1, len(found) + 1))
    for step in found:
        assert step.title in text[step.start : step.end]


@pytest.mark.parametrize(
    ("pattern", "f1", "precision", "explicit"),
    [("[du]-*.json", 0.60, 0.68, 0.95), ("unseen-*.json", 0.55, 0.74, 0.95)],
    ids=["known", "unseen"],
)
def test_steps_of_stories(pattern, f1, precision, explicit, record_property):
    every, stated = Hits(), Hits()
    for story in stories(pattern):
        gold = [step["title"] for step in story["steps"]]
        read = without_optional([step.title for step in steps(story["text"])], gold, story["steps_optional"])
        pairs = every.add(gold, read, same_title)
        assert pairs == sorted(pairs, key=lambda pair: pair[1])  # in the order of doing
        of_explicit = [place for place, step in enumerate(story["steps"]) if step["kind"] == "explicit"]
        stated.gold += len(of_explicit)
        stated.hit += sum(place in of_explicit for place, _ in pairs)
    record_property(
        "steps", f"{pattern}: F1 {every.f1:.3f}, precision {every.precision:.3f}, stated {stated.recall:.3f}"
    )
    assert every.f1 >= f1
    assert every.precision >= precision
    assert stated.recall >= explicit


def test_a_step_holds_what_belongs_to_it():
    text = "主要做法\n一、入户摸底\n走访120户。\n二、协商议事\n开会3次。\n工作成效\n变美了。"
    first, second = steps(text)
    assert text[first.start : first.end] == "一、入户摸底\n走访120户。\n"
    assert text[second.start : second.end] == "二、协商议事\n开会3次。\n"


def test_every_reading_is_told_the_surest_first():
    text = "总结出“集问题、组队伍、共议事”三步走。2021年3月，社工入户调研。4月，召开议事会。5月，组建劝导队。"
    slogan, story = readings(text)
    assert [step.title for step in slogan] == ["集问题", "组队伍", "共议事"]
    assert [(step.title, step.basis) for step in story] == [
        ("社工入户调研", "narrative"),
        ("召开议事会", "narrative"),
        ("组建劝导队", "narrative"),
    ]
