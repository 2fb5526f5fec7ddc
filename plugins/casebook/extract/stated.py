"""Finds all that may be stated steps, chains and lists alike, and weighs what speaks for each."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from casebook.extract.chains import chains
from casebook.extract.deeds import deeds, shape
from casebook.extract.headings import Run, context, runs
from casebook.extract.lists import listed
from casebook.extract.numerals import CHINESE, number
from casebook.extract.points import inline, numbered, pointed
from casebook.extract.told import Candidate, Told
from casebook.extract.weights import weights
from casebook.tables import load

_STOPS = "。！？!?\n"
_INTRODUCTION = 60
_MOST = 15
_ABOUT = 0.7  # log odds


def candidates(text: str) -> tuple[Candidate, ...]:
    """Every candidate of stated steps in `text`, with its evidence."""
    return (*chains(text), *_headed(text), *_listed(text))


def ranked(text: str) -> list[tuple[float, Candidate]]:
    """(Log odds, candidate) of all candidates that are likelier than not, the likeliest first."""
    table = weights("stated")
    weighed = ((table.odds(one.evidence), one) for one in candidates(text))
    likely = sorted((one for one in weighed if one[0] > 0), key=lambda one: -one[0])
    return [(odds, one) for odds, one in likely if not any(_is_part(one, odds, *other) for other in likely)]


def _is_part(one: Candidate, odds: float, others: float, other: Candidate) -> bool:
    """Whether a chain is cut from a longer one that is about as likely: 提议、商议 of 提议、商议，公开."""
    starts, all_starts = ({step.start for step in chain.steps} for chain in (one, other))
    return one.form == other.form == "chain" and starts < all_starts and odds - others < _ABOUT


def _listed(text: str) -> Iterator[Candidate]:
    for name, items in listed(text):
        yield _candidate(text, name, items)
    for name, runs_of in (("numbered in words", numbered), ("numbered in line", inline), ("points", pointed)):
        for items in runs_of(text):
            yield _candidate(text, name, items)


def _headed(text: str) -> Iterator[Candidate]:
    """The runs of numbered headings, each alone, and those of one level together (1. 2. below 一、 and below 二、)."""
    found = runs(text)
    yield from (_of_run(text, run) for run in found)
    for level in sorted({run.headings[0].level for run in found}):
        same = [run for run in found if run.headings[0].level == level and run.context != "other"]
        if len(same) > 1:
            parts = [_of_run(text, run) for run in same]
            steps = tuple(step for part in parts for step in part.steps)
            if len({step.title for step in steps}) == len(steps) <= _MOST:
                yield _candidate(text, "headings in parts", steps, {f"numbered as level {level}"})


def _of_run(text: str, run: Run) -> Candidate:
    ends = [heading.start for heading in run.headings[1:]] + [run.end]
    steps = tuple(
        Told(heading.title, heading.start, end, "stated") for heading, end in zip(run.headings, ends, strict=True)
    )
    first = run.headings[0]
    evidence = {f"numbered as level {first.level}", f"below a heading of {run.context or 'nothing'}"}
    evidence |= {"its numbers say so"} if first.own else set()
    titles = [heading.title for heading in run.headings]
    if any(context(title) == "other" for title in titles):
        evidence.add("a title tells of something else")
    if sum(len(step.title) for step in steps) * 2 > sum(step.end - step.start for step in steps):
        evidence.add("little is told below")
    return _candidate(text, "headings", steps, evidence)


def _candidate(text: str, name: str, steps: tuple[Told, ...], more: set[str] | None = None) -> Candidate:
    evidence = {"list", name, *_evidence(text, steps), *(more or ())}
    evidence |= {f"{name}, {one}" for one in evidence if one.startswith(("under ", "deeds: "))}
    return Candidate("list", steps, frozenset(evidence))


def _evidence(text: str, steps: Sequence[Told]) -> Iterator[str]:
    titles = [step.title for step in steps]
    yield from shape(titles)
    start = steps[0].start
    above = _above(text, start)
    kinds = [kind for kind, words in _cues().items() if words.search(above)]
    yield from (f"introduced by {kind}" for kind in kinds)
    cue = next((kind for kind in ("points", "order", "doing") if kind in kinds), "nothing")
    yield f"under {cue}, deeds: {deeds(titles)}"
    if context(above.splitlines()[-1] if above.strip() else "") == "process":
        yield "right below a heading of process"
    title = text[: text.find("\n", 0, 200) if "\n" in text[:200] else 60]
    yield from (f"title of {kind}" for kind in _cues() if _cues()[kind].search(title))
    for found in _counting().finditer(f"{title}\n{above}"):
        yield "as many as named" if number(found[1]) == len(titles) else "another number named"
    if any("，" in one or "," in one for one in titles):
        yield "titles of two parts"
    if any(one.rstrip().endswith(("？", "?", "吗", "呢")) for one in titles):
        yield "a title asks"


def _above(text: str, start: int) -> str:
    """The line above a list, or the words of its own line before it, and those before them."""
    return text[max(0, start - _INTRODUCTION) : start].rstrip()


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    table = load("steps")
    kinds = {**table["cues"], **table["above"]}
    return {kind: re.compile("|".join(sorted(words, key=len, reverse=True))) for kind, words in kinds.items()}


@cache
def _counting() -> re.Pattern[str]:
    orders = "|".join(sorted(load("steps")["named"]["orders"], key=len, reverse=True))
    return re.compile(rf"([{CHINESE}\d]{{1,3}})个?(?:{orders})")
