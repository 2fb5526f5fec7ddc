"""What stands beside a chain and speaks for or against its being the steps of a text."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from casebook.extract.deeds import deeds, shape
from casebook.extract.kinds import Kinds, Words
from casebook.extract.numerals import CHINESE, number
from casebook.extract.told import Told
from casebook.tables import load

_BEFORE, _BEHIND = 14, 10  # characters on each side
_NAMING_BEFORE, _NAMING_AFTER = 40, 16  # characters within which the number of steps is named
_OF_NAME = re.compile(rf"[“\"‘「]([{CHINESE}\d]{{1,2}})[^，。；“\"‘「]{{1,8}}[”\"’」]")  # “七单议事”（收单…）
_IN_NAME = 24  # characters before a chain in which its name stands
_TITLE, _EDGE = 200, 4  # where titles end; characters of a line beside a chain that is alone in it
_SENTENCE = re.compile("[^。！？!?\n]*")
_COUNT_OF, _NAMED = re.compile(rf"([{CHINESE}\d])(\w)"), 400  # 四单, within so many characters of a chain
_REACH = 48  # characters of its sentence on each side of a chain
_AGAIN = 3000  # characters behind a chain in which its items may be told again
_FEW = 2  # items that share a character by chance
_CUES = ("order", "way")  # the kinds of words beside which few items need to be deeds

Span = tuple[int, int]


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load("steps")
    return table


def evidence_of(text: str, line: Span, told: Sequence[Told], how: Sequence[str]) -> Iterator[str]:
    """The names of all that speaks for or against a chain; `how` says how it is written."""
    yield "chain"
    yield from how
    yield from shape([one.title for one in told])
    before, after = _sides(text, line, (told[0].start, told[-1].end))
    behind, ahead = _kinds().of(before), _kinds().of(after)
    yield from (f"before {kind}" for kind in ahead)
    yield from (f"behind {kind}" for kind in behind)
    cue = next((kind for kind in _CUES if kind in ahead or kind in behind), "nothing")
    many = f"deeds: {deeds([one.title.strip('“”') for one in told])}"
    written = ", ".join(how[:2])
    yield from (f"beside {cue}, {many}", f"{written}, beside {cue}", f"{written}, {many}")
    yield from (f"lead: {kind}" for kind, words in _leads().items() if words.search(before))
    if after.lstrip('”"’」').startswith("等"):
        yield "and others"
    if cue == "nothing":
        yield from _in_sentence(text, line, (told[0].start, told[-1].end))
    yield from _counted(text, line, told)
    yield from _named_by(text, told)
    yield from _again(text, told)
    if line[0] < _TITLE and text.count("\n", 0, line[0]) < 2:
        yield "in the title"
    if max(line[1] - told[-1].end, told[0].start - line[0]) < _EDGE:
        yield "alone in its line"


def is_cued(text: str, line: Span, chain: Span) -> bool:
    """Whether a word of order or way stands beside a chain of which few items name a deed."""
    return _cues().are_in("\n".join(_sides(text, line, chain)))


def _sides(text: str, line: Span, chain: Span) -> tuple[str, str]:
    """The words right before a chain, with the line above where the chain begins its own, and right after it."""
    start, end = chain
    before = _above(text, line, start) + text[max(line[0], start - _BEFORE) : start]
    return before, text[end : min(line[1], end + _BEHIND)]


def _above(text: str, line: Span, start: int) -> str:
    """The line above a chain that its own begins with: 1.全周期六步法."""
    if start - line[0] >= _EDGE:
        return ""
    return text[max(0, line[0] - _NAMING_BEFORE) : line[0]].rstrip().rpartition("\n")[2]


def _counted(text: str, line: Span, told: Sequence[Told]) -> Iterator[str]:
    """Whether the sentence, or the line above, names as many steps, or other things, as there are items."""
    before = _above(text, line, told[0].start) + text[max(line[0], told[0].start - _NAMING_BEFORE) : told[0].start]
    after = text[told[-1].end : min(line[1], told[-1].end + _NAMING_AFTER)]
    for found in _named().finditer(f"{before}\n{after}"):
        same = number(found["n"]) == len(told)
        what = "steps" if found["order"] else "things"
        yield f"as many {what} as named" if same else f"another number of {what} named"
    if any(number(found[1]) == len(told) for found in _OF_NAME.finditer(before[-_IN_NAME:])):
        yield "as many as its name says"


def _again(text: str, told: Sequence[Told]) -> Iterator[str]:
    """Whether the items come again behind the chain, in their order, as what each is told under."""
    at, found = told[-1].end, 0
    for one in told:
        place = text.find(one.title, at, told[-1].end + _AGAIN)
        if place >= 0 and len(one.title) > 1:
            found += 1
            at = place
    if 2 * found > len(told):
        yield "most items come again"


def _in_sentence(text: str, line: Span, chain: Span) -> Iterator[str]:
    """The words of order and way that the rest of the chain's sentence holds, where none stands beside it."""
    start, end = chain
    before = re.split("[。！？!?]", text[max(line[0], start - _REACH) : start])[-1]
    behind = _SENTENCE.match(text, end, min(line[1], end + _REACH))
    for where, words in (("before", before), ("behind", behind[0] if behind else "")):
        found = _kinds().of(words)
        if cue := next((kind for kind in _CUES if kind in found), None):
            yield f"its sentence tells of {cue} {where}"


def _named_by(text: str, told: Sequence[Told]) -> Iterator[str]:
    """Whether the text calls them by what they share (四单) or by their first characters in turn (望闻问切)."""
    count, titles = len(told), [one.title.strip("“”\"'") for one in told]
    if count <= _FEW or not all(titles):
        return
    start, end = told[0].start, told[-1].end
    around = f"{text[max(0, start - _NAMED) : start]}\n{text[end : end + _NAMED]}"
    shared = set(titles[0]).intersection(*titles[1:])
    if any(found[2] in shared and number(found[1]) == count for found in _COUNT_OF.finditer(around)):
        yield "a name counts what they share"
    for name, at in (("first", 0), ("last", -1)):
        if "".join(title[at] for title in titles) in around:
            yield f"their {name} characters are a name"


@cache
def _kinds() -> Kinds:
    return Kinds(_table()["cues"])


@cache
def _cues() -> Words:
    return Words(word for kind in _CUES for word in _table()["cues"][kind])


@cache
def _leads() -> dict[str, re.Pattern[str]]:
    """The kinds of leading words, as they stand right before a chain."""
    return {
        kind: re.compile(f"(?:{'|'.join(words)})(?:了|起|出|过|起了)?[^，,。；;]{{0,6}}$")
        for kind, words in _table()["leads"].items()
    }


def words_of(kind: str) -> str:
    """The words of one kind of cue, `order` or `way` or others, as an expression."""
    return "|".join(sorted(_table()["cues"][kind], key=len, reverse=True))


@cache
def _named() -> re.Pattern[str]:
    """How a text says how many: 七步, 三个阶段, 五个环节; 四个方面 are other things."""
    orders, things = ("|".join(sorted(_table()["named"][key], key=len, reverse=True)) for key in ("orders", "things"))
    return re.compile(rf"(?P<n>[{CHINESE}\d]{{1,3}})(?:个|道|大|项)?(?:(?P<order>{orders})|(?P<thing>{things}))")
