"""Finds known words in one pass: those of the cues, and fixed words with a number that counts nothing."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from casebook.extract.automata import Automaton, automaton, overlapping
from casebook.extract.numerals import CHINESE
from casebook.extract.tables import fixed_words
from casebook.model.cues import Cues

_NUMERALS = frozenset(CHINESE)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word of the cues; a `noun` can be counted, a `soft` word (a verb) ends the noun before it."""

    text: str
    noun: bool
    soft: bool


@dataclass(frozen=True)
class Lexemes:
    """The words of one text in order, in three columns: offsets `starts` and `ends`, and `words`."""

    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[Lexeme]

    def first_at(self, offset: int) -> int:
        """The index of the first word that starts at `offset` or later."""
        return bisect_left(self.starts, offset)


class Lexicon:
    """The words of a collection's cues."""

    def __init__(self, cues: Cues) -> None:
        nouns, soft = cues.nouns, frozenset(cues.soft)
        texts = sorted(cues.words | soft)
        self._words = [Lexeme(text, text in nouns, text in soft) for text in texts]
        self._automaton = automaton(texts)

    def lexemes(self, text: str) -> Lexemes:
        """The words of `text`, without overlap."""
        found = self._automaton.find_matches_as_indexes(text)
        at, starts, ends = zip(*found, strict=True) if found else ((), (), ())
        return Lexemes(starts, ends, [*map(self._words.__getitem__, at)])


@cache
def _fixed() -> tuple[tuple[str | None, ...], Automaton]:
    table: Mapping[str, str | None] = fixed_words()
    return tuple(table.values()), automaton(list(table))


def finder(words: Iterable[str]) -> Callable[[str], set[str]]:
    """What finds those of `words` that a text says, also within longer ones: however many they are, in one pass."""
    known = [word for word in words if word]
    found = overlapping(known)
    return lambda text: {known[at] for at, _, _ in found.find_matches_as_indexes(text, overlapping=True)}


def fixed(text: str) -> list[tuple[int, int, str]]:
    """(start, end, why) of fixed words with a number that counts nothing."""
    whys, automaton = _fixed()
    return [
        (start, end, why)
        for at, start, end in automaton.find_matches_as_indexes(text)
        if (why := whys[at]) and not _is_cut(text, start, end)
    ]


def _is_cut(text: str, start: int, end: int) -> bool:
    """Whether a fixed word is part of a longer number: 单一 in 宣传单一百份, 十分 in 二十分, 一点 in 一点二公里."""
    after, last = text[end : end + 1], text[end - 1]
    return (text[start] in CHINESE and text[start - 1 : start] in _NUMERALS) or (
        after in _NUMERALS and (last in CHINESE or last == "点")
    )
