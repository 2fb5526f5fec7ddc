"""Words that are all found in one pass, and words by kind: which kinds a passage holds."""

from collections.abc import Iterable, Mapping

from casebook.extract.automata import overlapping


class Words:
    """Words, of which one may lie within another."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = overlapping(sorted(set(words)))

    def are_in(self, passage: str) -> bool:
        """Whether any of the words is in `passage`."""
        return bool(self._automaton.find_matches_as_indexes(passage))

    def spans(self, passage: str) -> list[tuple[int, int]]:
        """The span of every word in `passage`."""
        return [(start, end) for _, start, end in self._automaton.find_matches_as_indexes(passage, overlapping=True)]


class Kinds:
    """Words with their kinds; a word may be of several, and lie within another."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """`words`: kind -> its words."""
        kinds: dict[str, set[str]] = {}
        for kind, some in words.items():
            for word in some:
                kinds.setdefault(word, set()).add(kind)
        self._kinds = [*kinds.values()]
        self._automaton = overlapping(list(kinds))

    def of(self, passage: str) -> set[str]:
        """The kinds of the words in `passage`."""
        found = {at for at, *_ in self._automaton.find_matches_as_indexes(passage, overlapping=True)}
        return set().union(*[self._kinds[at] for at in found])
