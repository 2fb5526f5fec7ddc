"""Reads the numbered headings of a plain text, and what a heading says of the lines below it."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from casebook.extract.numerals import CHINESE, number
from casebook.tables import load

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_SENTENCE_MARK = re.compile(r"[。：:；;!！?？]")
_COMMA = re.compile("[,，]")
# What numbered lines begin with; most lines begin with something else.
BEGINNINGS = frozenset(f"{CHINESE}0123456789０１２３４５６７８９（(【[第PpSs步阶流环{_CIRCLED}")
_MARKS = "：:？?。 】"
_LONGEST_TITLE, _LONGEST_CLAUSE = 40, 20
# A heading names what it holds at its end (社会治理的实践经验; 扩大社会影响力 tells of no 影响), before these words.
_TRAILING = ("如下", "出炉", "情况", "公布")


@dataclass(frozen=True)
class Heading:
    """A numbered line: its level (1 is the highest), number, title and where the line starts."""

    level: int
    own: bool
    number: int
    title: str
    start: int


@cache
def _numberings() -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    return tuple(
        (re.compile(rf"\s*[【\[]?{_numbered(row)}[\s、：:.，,|｜】\]]*"), row) for row in load("steps")["headings"]
    )


def _numbered(row: dict[str, Any]) -> str:
    digits = r"\d{1,2}(?!\d)" if row.get("chinese") is False else rf"[{CHINESE}]{{1,3}}"
    if "chinese" not in row:
        digits = f"[{_CIRCLED}]" if row.get("circled") else rf"[{CHINESE}\d]{{1,3}}"
    return str(row["pattern"]).replace("{n}", f"(?P<n>{digits})")


def heading(line: str, start: int) -> Heading | None:
    """The Heading of a line, or None; `start` is the offset of the line in the text."""
    if line.lstrip()[:1] not in BEGINNINGS:
        return None
    for pattern, row in _numberings():
        if (match := pattern.match(line)) and (title := _title(line[match.end() :])):
            written = match["n"]
            value = _CIRCLED.index(written) + 1 if written in _CIRCLED else int(number(written) or 0)
            return Heading(row["level"], row["own"], value, title, start)
    return None


def _title(rest: str) -> str:
    """The title after the number: the whole line, or its first clause if the line is a paragraph."""
    first = _SENTENCE_MARK.split(rest, maxsplit=1)[0].strip()
    if len(first) > _LONGEST_TITLE:
        first = _COMMA.split(first, maxsplit=1)[0].strip()
        return first if len(first) <= _LONGEST_CLAUSE else ""
    return first


def context(title: str) -> str:
    """The context that a heading gives to the run below it: process, other, or nothing."""
    name = title.strip()
    if name[-1:] not in endings():
        return ""
    name = name.rstrip(_MARKS)
    for word in _TRAILING:
        name = name.removesuffix(word).rstrip(_MARKS)
    return next((kind for kind, words in _contexts() if name.endswith(words)), "")


@cache
def _contexts() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The kinds of context and their words, the strongest first."""
    return tuple((row["kind"], tuple(row["words"])) for row in load("steps")["contexts"])


@cache
def endings() -> frozenset[str]:
    """The last characters of titles that give a context; most lines end in others."""
    words = (word for _, row in _contexts() for word in row)
    return frozenset((*_MARKS, *(word[-1] for word in (*words, *_TRAILING))))
