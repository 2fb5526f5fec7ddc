"""Finds names that are rows of known words: some words that stand before others, then one that ends a name."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from casebook.extract.automata import automaton

_LONGEST = 24  # characters of a row; the next word begins another


class RowName(NamedTuple):
    """A name from `start` to `end`; `last` is the word that ends it, `kind` what that word is."""

    start: int
    end: int
    last: str
    kind: str


class Rows:
    """Finds rows of words in a text; `kinds` tells what a word is that can end one, and has an empty one for others."""

    def __init__(self, kinds: Mapping[str, str]) -> None:
        self._lasts = [(word, kind) if kind else None for word, kind in kinds.items()]
        self._finder = automaton(list(kinds))

    def of(self, text: str) -> Iterator[RowName]:
        """The longest row at each place, in the order of the text."""
        start = at = -1
        lasts = self._lasts
        found = None  # where a row ends so far, its last word and the kind of that
        for place, begins, ends in self._finder.find_matches_as_indexes(text):
            if begins != at or ends - start > _LONGEST:
                if found:
                    yield RowName(start, *found)
                start, found = begins, None
            at = ends
            if last := lasts[place]:
                found = (ends, *last)
        if found:
            yield RowName(start, *found)
