"""What stands above a list and in the title of its text, and what the list looks like: all that speaks for or against
its being the steps of the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from casebook.extract.deeds import deeds, shape
from casebook.extract.headings import context
from casebook.extract.kinds import Kinds
from casebook.extract.numerals import CHINESE, number
from casebook.extract.told import Told
from casebook.tables import load

_INTRODUCTION = 60  # characters above a list that introduce it
_LONGEST_TITLE, _TITLE = 200, 60  # characters of the title of a text, and of its beginning where it has none
_COMMAS = ("，", ",")
_COLONS, _BOXES = ("：", ":"), ("【", "［", "[", "■", "□")
_ASKING = ("？", "?", "吗", "呢")


@dataclass(frozen=True)
class Title:
    """What the title of a text says: the kinds of its words, as evidence, and the numbers of steps that it names."""

    evidence: tuple[str, ...]
    numbers: tuple[int, ...]


def title_of(text: str) -> Title:
    """The Title of `text`: of its first line, or of its beginning."""
    end = text.find("\n", 0, _LONGEST_TITLE)
    title = text[: end if end >= 0 else _TITLE]
    return Title(tuple(f"title of {kind}" for kind in _kinds().of(title)), _numbers(title))


def evidence_of(text: str, title: Title, name: str, steps: Sequence[Told], more: Iterable[str]) -> Iterator[str]:
    """The names of all that speaks for or against a list; `name` is its kind, `more` what else it shows."""
    titles = [step.title for step in steps]
    yield from ("list", name, *more)
    *looks, many = shape(titles)
    yield from (*looks, many, f"{name}, {many}")
    yield from _introduced(text, title, name, steps[0].start, titles)
    yield from title.evidence
    if any(comma in one for one in titles for comma in _COMMAS):
        yield "titles of two parts"
    if any(one.rstrip().endswith(_ASKING) for one in titles):
        yield "a title asks"
    if sum(one.rstrip().endswith(_COLONS) for one in titles) * 2 > len(titles):
        yield "titles end with a colon"
    if any(one.startswith(_BOXES) for one in titles):
        yield "a title in a box"
    if any(context(one.strip("【】")) == "other" for one in titles):
        yield "a title tells of something else"


def _introduced(text: str, title: Title, name: str, start: int, titles: Sequence[str]) -> Iterator[str]:
    """What the words before a list say of it, in the line above or in its own; and how many they and the title name."""
    above = text[max(0, start - _INTRODUCTION) : start].rstrip()
    kinds = _kinds().of(above)
    yield from (f"introduced by {kind}" for kind in kinds)
    cue = next((kind for kind in ("points", "order", "doing") if kind in kinds), "nothing")
    under = f"under {cue}, deeds: {deeds(titles)}"
    yield from (under, f"{name}, {under}")
    if above and context(above.splitlines()[-1]) == "process":
        yield "right below a heading of process"
    for named in (*title.numbers, *_numbers(above)):
        yield "as many as named" if named == len(titles) else "another number named"


def _numbers(passage: str) -> tuple[int, ...]:
    """How many steps `passage` names: 3 for 三个步骤."""
    return tuple(int(number(found[1]) or 0) for found in _counting().finditer(passage))


@cache
def _kinds() -> Kinds:
    table: dict[str, Any] = load("steps")
    return Kinds({**table["cues"], **table["above"]})


@cache
def _counting() -> re.Pattern[str]:
    orders = "|".join(sorted(load("steps")["named"]["orders"], key=len, reverse=True))
    return re.compile(rf"([{CHINESE}\d]{{1,3}})个?(?:{orders})")
