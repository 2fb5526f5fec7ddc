"""Words by kind, all found in one pass: which kinds of words a passage holds."""

from collections.abc import Iterable, Mapping

from ahocorasick_rs import AhoCorasick, Implementation


class Kinds:
    """Words with their kinds; a word may be of several, and lie within another."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """`words`: kind -> its words."""
        kinds: dict[str, set[str]] = {}
        for kind, some in words.items():
            for word in some:
                kinds.setdefault(word, set()).add(kind)
        self._kinds = [*kinds.values()]
        self._automaton = AhoCorasick(list(kinds), implementation=Implementation.ContiguousNFA)

    def are_in(self, passage: str) -> bool:
        """Whether any of the words is in `passage`."""
        return bool(self._automaton.find_matches_as_indexes(passage))

    def spans(self, passage: str) -> list[tuple[set[str], int, int]]:
        """(Kinds, start, end) of every word in `passage`."""
        found = self._automaton.find_matches_as_indexes(passage, overlapping=True)
        return [(self._kinds[at], start, end) for at, start, end in found]

    def of(self, passage: str) -> set[str]:
        """The kinds of the words in `passage`."""
        return set().union(*(kinds for kinds, _, _ in self.spans(passage)))
