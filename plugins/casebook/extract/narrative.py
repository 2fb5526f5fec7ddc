"""Finds steps that a text only narrates: 先是逐户敲门, 攒够一周坐下来谈, 月底公布进度."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from casebook.extract.clauses import Deed, deeds
from casebook.extract.evidence import at_least
from casebook.extract.lines import Line, lines_of
from casebook.extract.numerals import CHINESE
from casebook.extract.titles import title
from casebook.extract.told import Candidate, Told
from casebook.extract.weights import probability, weights
from casebook.tables import load

_POINTS = re.compile(f"[{CHINESE}]是(?!否)|其[{CHINESE}]")
_SAID = re.compile('[。，！？,!?][”"]')
_FEWEST = 2
_LIKELY = 0.25  # deeds of a story: one in four is told, most clauses are none
_TITLE_LINE = 60  # characters within which the first line is a title

_Weighed = tuple[float, Deed]  # how likely a deed is


def narrative(text: str) -> Iterator[Candidate]:
    """The story that `text` tells, of its likely deeds, with what speaks for and against it; none of fewer than two."""
    table, lines = weights("deeds"), lines_of(text)
    weighed = [(probability(table.odds(deed.evidence)), deed) for deed in deeds(text, lines)]
    likely = [(chance, deed) for chance, deed in weighed if chance > _LIKELY]
    if len(likely) >= _FEWEST:
        steps = tuple(_told(text, deed) for _, deed in likely)
        each = tuple(deed.evidence for _, deed in likely)
        yield Candidate("story", steps, frozenset(_story(text, lines, weighed, likely)), each)


def _story(text: str, lines: Sequence[Line], weighed: Sequence[_Weighed], likely: Sequence[_Weighed]) -> Iterator[str]:
    """What speaks for a story: how its likely deeds stand, and how the text sounds."""
    yield from _standing(weighed, likely)
    yield from at_least((500, 800, 1100, 1600, 2600), len(text), "characters")
    for kind, words in _patterns("tone").items():
        often = 1000 * sum(1 for _ in words.finditer(text)) / len(text)
        yield from at_least((1, 2, 4, 7, 11, 16, 26), round(often), f"{kind}, in 1000 characters")
    yield from at_least((1, 3, 5, 9), sum(line.heading is not None for line in lines), "numbered lines")
    yield from at_least((1, 3, 6), len(_POINTS.findall(text)), "points")
    yield from at_least((1, 2, 4, 7), len(_SAID.findall(text)), "said")
    title = text[: text.find("\n")] if "\n" in text[:_TITLE_LINE] else text[: _TITLE_LINE // 2]
    yield from (f"title: {kind}" for kind, words in _patterns("titles").items() if words.search(title))


def _standing(weighed: Sequence[_Weighed], likely: Sequence[_Weighed]) -> Iterator[str]:
    """How many deeds are likely, how dense and how sure they are, and what they show."""
    yield from at_least((3, 4, 5, 7, 9, 13), len(likely), "likely deeds")
    yield from at_least((7, 8, 9, 10), round(10 * max(chance for chance, _ in likely)), "surest, of 10")
    yield from at_least((3, 5, 7, 9, 13), round(sum(chance for chance, _ in weighed)), "sum")
    yield from at_least((2, 3, 4, 6, 8), round(20 * len(likely) / len(weighed)), "of 20 clauses")
    dense = max(sum(1 for _ in group) for _, group in groupby(likely, key=lambda one: one[1].paragraph))
    yield from at_least((2, 3, 4, 5, 7), dense, "in one paragraph")
    for name in ("order", "date", "after a time", "behind a time", "who: people", "who: body", "了"):
        count = sum(name in deed.evidence for _, deed in likely)
        yield from at_least((1, 2, 3, 5), count, name)


@cache
def _patterns(name: str) -> dict[str, re.Pattern[str]]:
    return {kind: re.compile("|".join(words)) for kind, words in load("narrative")[name].items()}


def _told(text: str, deed: Deed) -> Told:
    return Told(text[slice(*title(text, deed))], deed.start, deed.end, "narrative")
