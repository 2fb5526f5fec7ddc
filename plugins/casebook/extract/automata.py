"""Finds many words in one pass; where the package that does it fast cannot be had, in a browser, plainly.

Source: Aho, Corasick 1975. Both ways give the same finds in the same order.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeAlias

Find: TypeAlias = tuple[int, int, int]  # index of the word, start, end


class Automaton(Protocol):
    """What finds words in texts."""

    def find_matches_as_indexes(self, text: str, overlapping: bool = False) -> list[Find]:
        """The words in `text`, in the order in which they end."""


class PlainAutomaton:
    """Looks at each place of a text for words that begin with its character, the longest first."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = {word: at for at, word in reversed([*enumerate(words)])}
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[:1], set()).add(len(word))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def find_matches_as_indexes(self, text: str, overlapping: bool = False) -> list[Find]:
        """The words in `text`; of overlapping ones the first, then the longest, unless all are asked for."""
        if overlapping:
            return sorted(self._every(text), key=lambda find: (find[2], find[1]))
        found: list[Find] = []
        for find in self._every(text):
            if not found or find[1] >= found[-1][2]:
                found.append(find)
        return found

    def _every(self, text: str) -> Iterator[Find]:
        """Each word at each place, in the order of places, the longest first."""
        lengths, words = self._lengths, self._words
        for start, first in enumerate(text):
            for length in lengths.get(first, ()):
                end = start + length
                if end <= len(text) and (at := words.get(text[start:end])) is not None:
                    yield at, start, end


try:
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind
except ImportError:  # no such wheel for browsers

    def automaton(words: Sequence[str]) -> Automaton:
        """What finds `words`; of overlapping ones the first, then the longest."""
        return PlainAutomaton(words)

    overlapping = automaton
else:

    def automaton(words: Sequence[str]) -> Automaton:
        """What finds `words`; of overlapping ones the first, then the longest."""
        return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)

    def overlapping(words: Sequence[str]) -> Automaton:
        """What finds `words`, also those that overlap when these are asked for."""
        return AhoCorasick(words, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)
