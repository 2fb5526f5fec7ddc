"""Finds the kinds of words around a figure, whatever rules know them: deeds, bodies, the end of what is counted."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from casebook.extract.automata import Automaton, automaton
from casebook.extract.units import families
from casebook.model.records import Metric, Quantity
from casebook.tables import load

_BEFORE, _BEHIND, _NOUN = 120, 30, 16  # characters on each side that are read; those of what is counted
_LONGEST = 3  # characters of an end of a noun
_RIGHT_BEHIND = 2
_SIZES = (2, 10, 100, 1_000, 10_000, 100_000, 1_000_000)
_STOP = re.compile("[，。；：！？\n,;:!?（）()]")
_MARKS = '“"「《 的'
# What is counted ends at a mark, at what is joined to it, or at a verb: 3名村民|参加
_NOUN_END = re.compile(
    '[\n，。；：！？,;:!?（）()、|”"」》和与及并 \u3000]'
    "|(?<!\\A)(?:参加|参与|组成|受益|报名|担任|加入|同意|获|完成|享受|覆盖|涉及|落地|进行|开展|为|在|是|有|被|没|都|已|仍|还|不|均|由|以|用|从|来|去|当|中)"
)
# 志愿者(共)64人次, 项目数(达)12个
_FILLERS = "共达约为有近超了的数量总合计已各仅逾在到至增从由：:其中"


def context(text: str, quantity: Quantity, sentence: tuple[int, int], last: Metric | None) -> frozenset[str]:
    """What kinds of words stand around `quantity`, its unit and size, and what the figure before it measures."""
    start, end = sentence
    *earlier, clause = _STOP.split(text[max(start, quantity.start - _BEFORE) : quantity.start])
    behind, *later = _STOP.split(text[quantity.end : min(end, quantity.end + _BEHIND)], maxsplit=2)
    near = _kinds(clause)
    found = {f"{kind} in the clause" for kind in near}
    found |= {f"{kind} earlier" for kind in _kinds("，".join(earlier[-2:])) - near}
    follow = _kinds(behind)
    found |= {f"{kind} behind" for kind in follow}
    found |= {f"{kind} later" for kind in _kinds("，".join(later[:1])) - follow}
    found |= set(_counted(text[quantity.end : min(end, quantity.end + _NOUN)], clause, earlier))
    found |= {f"unit {quantity.unit}", f"size {sum(quantity.value >= size for size in _SIZES)}"}
    return frozenset(found.union(_after(quantity, start, last)))


def _kinds(text: str) -> set[str]:
    kinds, words = _said()
    return {kind for at, _, _ in words.find_matches_as_indexes(text) for kind in kinds[at]}


def _counted(behind: str, clause: str, earlier: list[str]) -> Iterator[str]:
    """What is counted, by the end of its name: behind a number, or before it where nothing is."""
    noun = _NOUN_END.split(behind.lstrip(_MARKS), maxsplit=1)[0]
    if not noun:
        yield "counts nothing named"
        before = clause.rstrip(_FILLERS) or (earlier[-1].rstrip(_FILLERS) if earlier else "")
        yield from [f"behind {kind}" for kind in _head(before)]
        return
    yield from [f"counts {kind}" for kind in _head(noun) or ("something unknown",)]
    if "的" in noun:
        yield from [f"of {kind}" for kind in _head(noun.partition("的")[0])]


def _head(noun: str) -> tuple[str, ...]:
    """The kinds of a noun, by the longest end of it that is known."""
    ends = (noun[-length:] for length in range(min(_LONGEST, len(noun)), 0, -1))
    return next((kinds for end in ends if (kinds := _heads().get(end))), ())


def _after(quantity: Quantity, start: int, last: Metric | None) -> Iterator[str]:
    """What the figure before in the sentence that begins at `start` measures."""
    if last is None or last.end <= start:
        yield "first in its sentence"
        return
    same_family = families().get(last.unit, last.unit) == families().get(quantity.unit, quantity.unit)
    like = ", same unit" if last.unit == quantity.unit else ", same family" if same_family else ""
    yield f"after {last.indicator}{like}"
    if quantity.start - last.end <= _RIGHT_BEHIND:
        yield f"right after {last.indicator}"


@cache
def _said() -> tuple[list[tuple[str, ...]], Automaton]:
    """The kinds of each word, and the automaton that finds the words."""
    kinds = _by_word(load("contexts")["said"])
    return list(kinds.values()), automaton(list(kinds))


@cache
def _heads() -> Mapping[str, tuple[str, ...]]:
    return _by_word(load("contexts")["heads"])


def _by_word(table: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Word -> the kinds that hold it."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, words in table.items():
        for word in words:
            found[word] = (*found.get(word, ()), kind)
    return found
