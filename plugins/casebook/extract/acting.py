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
_BEFORE = {char: part for part, chars in _CHARACTERS.items() for char in chars}
_AFTER = {**dict.fromkeys("、和与及", "listed"), "的": "of"}  # what the character right behind a name says
_TAIL = 4  # characters before a name in which a word ends that brings somebody
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
    does, by = _table()
    said: set[str] = set()
    for start, end in spans:
        before, after = text[start - 1] if start else "\n", text[end : end + 1]
        if before in _BEFORE:
            said.add(_BEFORE[before])
        if after in does and text.startswith(does[after], end):
            said.update(("acts", "subject") if _BEFORE.get(before) == "begins" else ("acts",))
        if before in by and text.endswith(by[before], max(0, start - _TAIL), start):
            said.add("by")
        if after in _AFTER:
            said.add(_AFTER[after])
        if "titled" not in said and _TITLED.match(text, end):
            said.add("titled")
    return said
