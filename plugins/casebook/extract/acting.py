"""What the words around a name say of its part in what is told: who does something, who is brought to do it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from casebook.tables import load

# What the character right before a name says.
_CHARACTERS = {
    "begins": "。，,；;：:！!？?“”\"'.—－ 　\n（(",
    "listed": "、和与及",
    "object": "对向给为找问帮看",
    "in": "在到于从进",
    "counted": "名位户个家支些多",
}
_BEFORE = {char: (part,) for part, chars in _CHARACTERS.items() for char in chars}
_JOINS, _TAIL = frozenset("、和与及"), 4
_TITLED = re.compile("[一-鿿]某|[一-鿿]{0,2}(?:介绍|表示|说)")


@cache
def _table() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """Words of doing by their first character, and words that bring somebody to do something by their last."""
    words = load("groups")
    return _by_character(words["acts"], 0), _by_character(words["by"], -1)


def _by_character(words: Iterable[str], at: int) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[at], []).append(word)
    return {char: tuple(group) for char, group in found.items()}


def parts(text: str, spans: Sequence[tuple[int, int]]) -> set[str]:
    """What the words around the mentions at `spans` say: `subject`, `by`, `listed`."""
    return {part for start, end in spans for part in _parts(text, start, end)}


def _parts(text: str, start: int, end: int) -> list[str]:
    does, by = _table()
    before, after = text[start - 1] if start else "\n", text[end : end + 1]
    said = list(_BEFORE.get(before, ()))
    if text.startswith(does.get(after, ()), end):
        said += ("acts", "subject") if "begins" in said else ("acts",)
    if text.endswith(by.get(before, ()), max(0, start - _TAIL), start):
        said.append("by")
    if after in _JOINS and "listed" not in said:
        said.append("listed")
    if after == "的":
        said.append("of")
    if _TITLED.match(text, end):
        said.append("titled")
    return said
