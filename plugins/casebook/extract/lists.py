"""Finds lists of steps without numbers: short lines below a heading about how something is done."""

import re
from collections.abc import Iterator
from functools import cache

from casebook.extract.headings import context, heading
from casebook.extract.told import Told
from casebook.tables import load

_LINE = re.compile(r"[^\n]+")
_LEAD = re.compile(r"\s*(?:[●•■▶▲◆·–—\-*✔]+|\d{1,2}[:：]\d{2}(?:\s?[-–—~至]\s?\d{1,2}[:：]\d{2})?)?\s*")
_ARROW = re.compile(r"\s*[→↓⬇▼]+\s*$")
_SENTENCE_END = re.compile(r"[。！？!?；;]\s*$")
_LONGEST, _LONGEST_ABOVE, _FEWEST, _FEWEST_TITLES = 22, 30, 3, 3


def listed(text: str) -> tuple[Told, ...]:
    """The steps of the first list: bare lines, or lines with a paragraph under each; empty if there is none."""
    lines = [match for match in _LINE.finditer(text) if match[0].strip()]
    for at, line in enumerate(lines):
        name = line[0].strip().strip("【】■")
        if len(name) <= _LONGEST_ABOVE and name.rstrip("：:？?").endswith(_cues()):
            items = list(_items(lines[at + 1 :]))
            if len(items) >= _FEWEST:
                return tuple(items)
    return ()


@cache
def _cues() -> tuple[str, ...]:
    """Words of headings that certainly introduce steps: the first kind of contexts."""
    return tuple(load("steps")["contexts"][0]["words"])


def _items(lines: list[re.Match[str]]) -> Iterator[Told]:
    """The items at the start of `lines`; a paragraph may follow an item, a gap between two items ends the list."""
    for line, after in zip(lines, [*lines[1:], None], strict=False):
        if _ARROW.fullmatch(line[0]):
            continue
        lead = _LEAD.match(line[0])
        start = lead.end() if lead else 0
        title = line[0][start:].rstrip()
        if not title or "\t" in title or heading(line[0], line.start()) or context(title) == "other":
            return
        if _SENTENCE_END.search(title) or len(title) > _LONGEST:
            if after is not None and len(after[0].strip()) <= _LONGEST and line is not lines[0]:
                continue
            return
        yield Told(title, line.start() + start, line.start() + start + len(title), "stated")
