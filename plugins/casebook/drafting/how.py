"""How it was done: the steps of an article, in a few words each, with the steps of methods that they may be."""

import re
from collections.abc import Iterator, Sequence

from casebook.drafting.found import FoundStep
from casebook.drafting.names import spelt
from casebook.drafting.parts import HOW
from casebook.drafting.people import hidden
from casebook.drafting.reading import Reading
from casebook.drafting.sentences import said
from casebook.drafting.stories import heads
from casebook.extract import steps
from casebook.extract.automata import automaton
from casebook.extract.moments import when
from casebook.extract.sentences import sentences
from casebook.library import method_names
from casebook.model.records import Step
from casebook.tables import load

LONGEST = 10  # characters of an article that may stand in a draft as they are
MOST_STEPS = 20
_LONG = 5_000  # characters of a text that is read in parts
_STRETCH, _LEAST = 1_500, 300  # characters of a part, the most and the least
_LINE = re.compile(r"\S[^\n]*")
_METHODS, _NAMING = 3, 4  # methods of a step, characters that name it
_SHORT, _EARLY = 800, 12  # characters of a memory, and of a sentence in which a word tells its place
_REACH = 80  # characters behind a title in which a method may be named
_IN_NUMBER = r"(?<=\d)[.,:](?=\d)"  # 1.2万
_BREAK = re.compile(rf"(?!{_IN_NUMBER})[，。；：！？,;:!?、\s（(“”\"《》]")
_NO_WORD = re.compile(rf"(?!{_IN_NUMBER})[^\w一-鿿]")
_COUNTED = re.compile(r"[\d.,:]+[一-鿿]?")  # no part of a name: 电梯2021年装好
_NUMERAL, _FIRST, _LAST = (re.compile(one) for one in (r"[\d.,:]", r"^[\d.,:]+", r"[\d.,:]+$"))


def steps_of(reading: Reading) -> tuple[tuple[FoundStep, ...], tuple[Step, ...]]:
    """The steps as a draft has them, and as they were read, with their spans in the whole text.

    Where the article has a part that tells how it was done, they are read there alone.
    """
    span = reading.parts.span(HOW)
    moved = _within(reading.text, *(span or (0, len(reading.text))))
    if not moved and is_long(reading.text):
        moved = max((_within(reading.text, *one) for one in _stretches(reading)), key=len, default=())
    if not moved:
        moved = tuple(_paragraphs(reading.text, *span) if span else _remembered(reading))[:MOST_STEPS]
    ids: dict[str, int] = {}
    return tuple(_step(reading, step, ids) for step in moved), moved


def is_long(text: str) -> bool:
    """Whether a text is too long to be told as one story: its parts are read one by one."""
    return len(text) > _LONG


def _within(text: str, start: int, end: int) -> tuple[Step, ...]:
    end = _end(text, steps(text[start:end]), start, end)
    return tuple(_moved(step, start) for step in steps(text[start:end])[:MOST_STEPS])


def _stretches(reading: Reading) -> Iterator[tuple[int, int]]:
    """The parts of a long text below its headings, and of a long part those paragraphs that may be a story."""
    headings, start = {one.start for one in heads(reading.page)}, 0
    for at in reading.page.starts:
        if at - start > (_LEAST if at in headings else _STRETCH):
            yield start, at
            start = at
    yield start, len(reading.text)


def _paragraphs(text: str, start: int, end: int) -> Iterator[Step]:
    """The paragraphs of a part that says of itself that it tells how it was done, behind its heading."""
    below = max(start, text.find("\n", start, end))
    for number, line in enumerate(_LINE.finditer(text, below, end), 1):
        yield Step(number=number, title=line[0], start=line.start(), end=line.end(), basis="narrative")


def _end(text: str, read: Sequence[Step], start: int, end: int) -> int:
    """Where what was done ends: before the paragraph behind the last step that tells results."""
    last = start + read[-1].start if read else end
    afterwards = tuple(load("drafting")["afterwards"])
    at = text.find("\n", last)
    while 0 <= at < end and not text[at + 1 : end].lstrip().startswith(afterwards):
        at = text.find("\n", at + 1)
    return at if 0 <= at < end else end


def _remembered(reading: Reading) -> Iterator[Step]:
    """What a short text without a title tells one after the other, a sentence a step."""
    text = reading.text
    if reading.page.title or len("".join(text.split())) > _SHORT:
        return
    words = tuple(load("drafting")["order"])
    told = [span for span in sentences(text) if any(word in text[slice(*span)][:_EARLY] for word in words)]
    for number, (start, end) in enumerate(told[:MOST_STEPS], 1):
        title = text[start:end].removeprefix(next(filter(text[start:end].startswith, words), ""))
        yield Step(number=number, title=title, start=start, end=end, basis="narrative")


def _moved(step: Step, by: int) -> Step:
    return Step(number=step.number, title=step.title, start=step.start + by, end=step.end + by, basis=step.basis)


def _step(reading: Reading, step: Step, ids: dict[str, int]) -> FoundStep:
    title = brief(step.title) or f"第{step.number}步"
    name = spelt(_COUNTED.sub("", title)[:_NAMING]) or f"s{step.number}"
    ids[name] = ids.get(name, 0) + 1
    at = max(step.start, reading.text.find(step.title, step.start, step.end))
    return FoundStep(
        id=name if ids[name] == 1 else f"{name}-{ids[name]}",
        title=title,
        when=when(reading.text[step.start : step.end]),
        methods=tuple(_methods(reading, f"{step.title}\n{reading.text[step.start : step.end][:_REACH]}"))[:_METHODS],
        said=said(reading.page, at),
    )


def brief(words: str, around: str = "") -> str:
    """A few words of a title or sentence, the first or those around some: without names of residents and marks."""
    pieces = [*filter(None, (_NO_WORD.sub("", one) for one in _BREAK.split(hidden(words))))]
    piece = next((one for one in pieces if around in one), "".join(pieces[:1]))
    return _cut(piece, max(0, min(piece.find(around) + LONGEST // 2, len(piece)) - LONGEST))


def _cut(words: str, start: int) -> str:
    """At most LONGEST characters from a place on, with no half of a number at either end."""
    shown = words[start : start + LONGEST]
    if _NUMERAL.match(words, start + LONGEST):
        shown = _LAST.sub("", shown)
    return _FIRST.sub("", shown) if start and _NUMERAL.match(words, start - 1) else shown


def _methods(reading: Reading, words: str) -> Iterator[str]:
    """Methods and their steps that `words` name, steps first."""
    known = method_names(reading.library)
    names = list(known)
    hits = dict.fromkeys(known[names[at]] for at, _, _ in automaton(names).find_matches_as_indexes(words))
    yield from sorted(hits, key=lambda link: "#" not in link)
