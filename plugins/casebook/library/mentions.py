"""First mentions: where a text first names a method, an organisation or a case.

This module knows only plain text and the spans in which a link may stand. A name must stand alone: of overlapping names
(of the whole vocabulary and all pages) the first counts, then the longest. So 九江镇街坊会志愿服务总队 is no mention of
街坊会. Quotations have no mentions.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from casebook.extract.automata import automaton
from casebook.extract.tags import is_whole
from casebook.model.values import Span, Struct

_QUOTES = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "〉": "〈"}  # closing -> opening
_MARKS = re.compile(f"[{''.join(_QUOTES)}{''.join(_QUOTES.values())}\n]")

Target = tuple[str, str]  # a facet (cases, methods, organisations ...) and the slug or id in it


class Mention(Struct):
    """The name of the page `target` at `start`, `end` of a text."""

    target: Target
    start: int
    end: int


class Names:
    """All known names, and the pages that some of them lead to.

    `leading` has (name, target); an ambiguous name, with two targets, leads nowhere. `others` lead nowhere either, but
    keep shorter names inside them from being found.
    """

    def __init__(self, leading: Iterable[tuple[str, Target]], others: Iterable[str] = ()) -> None:
        targets: dict[str, set[Target]] = defaultdict(set)
        for name, target in leading:
            targets[name].add(target)
        self._targets = {name: next(iter(found)) for name, found in targets.items() if len(found) == 1}
        self._names = sorted({*targets, *others})
        self._automaton = automaton(self._names)

    def _found(self, text: str) -> Iterator[tuple[int, int, Target]]:
        """(start, end, target) of every name in `text` that leads to a page, in order and without overlap."""
        for place, start, end in self._automaton.find_matches_as_indexes(text):
            target = self._targets.get(self._names[place])
            if target and is_whole(text, start, end):
                yield start, end, target

    def mentions(self, text: str, prose: Sequence[Span], linked: Iterable[Target]) -> tuple[Mention, ...]:
        """The first mention of each page that is not in `linked`, in the order of the text.

        A mention must lie within one span of `prose`, whose spans are in order.
        """
        quoted = _merged(quotations(text))
        seen = set(linked)
        mentions = []
        for start, end, target in self._found(text):
            if target not in seen and _within(prose, start, end) and not _cut(quoted, start, end):
                seen.add(target)
                mentions.append(Mention(target=target, start=start, end=end))
        return tuple(mentions)


def quotations(text: str) -> Iterator[Span]:
    """The spans of quotations, nested ones too; a quotation ends with its line."""
    opened: dict[str, list[int]] = defaultdict(list)
    for mark in _MARKS.finditer(text):
        if mark[0] == "\n":
            opened.clear()
        elif mark[0] not in _QUOTES:
            opened[mark[0]].append(mark.start())
        elif starts := opened[_QUOTES[mark[0]]]:
            yield starts.pop(), mark.end()


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """`spans` in order, with overlapping ones joined."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _within(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of `spans` contains `start` to `end`."""
    at = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return at >= 0 and end <= spans[at][1]


def _cut(quoted: Sequence[Span], start: int, end: int) -> bool:
    """Whether a quotation overlaps `start` to `end`; one inside the name does not count: 徐家汇街道“三组联动”."""
    near = {bisect_right(quoted, at, key=lambda span: span[0]) - 1 for at in (start, end - 1)} - {-1}
    return any(start < quoted[at][1] and not (start <= quoted[at][0] and quoted[at][1] <= end) for at in near)
