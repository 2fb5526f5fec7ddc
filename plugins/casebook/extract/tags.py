"""Vocabulary terms that a plain text mentions."""

from collections import defaultdict
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from casebook.extract.lexicon import automaton
from casebook.model import Tag
from casebook.vocabulary import Vocabulary

FACETS = ("themes", "forms", "actors", "organisations", "places")
_SHORTEST = 2  # a name of one character (村, 会) is part of too many words


def tags(text: str, vocabulary: Vocabulary) -> tuple[Tag, ...]:
    """One tag for every term at its first mention, in the order of the text.

    Where names overlap the first wins, then the longest: 九江镇街坊会 is no mention of 街坊会 where both are names.
    """
    terms, names = _names(vocabulary)
    found: dict[tuple[str, str], Tag] = {}
    for place, start, end in names.find_matches_as_indexes(text):
        for facet, term in terms[place]:
            if (facet, term) not in found and is_whole(text, start, end):
                found[facet, term] = Tag(
                    facet=facet, term=term, declared=False, name=text[start:end], start=start, end=end
                )
    return tuple(found.values())


@lru_cache(maxsize=8)
def _names(vocabulary: Vocabulary) -> tuple[tuple[tuple[tuple[str, str], ...], ...], AhoCorasick]:
    """For each name the (facet, term id) pairs it leads to, and the automaton that finds the names."""
    terms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for facet in FACETS:
        for term in vocabulary.terms(facet):
            for name in dict.fromkeys(term.names):
                if len(name) >= _SHORTEST:
                    terms[name].append((facet, term.id))
    return tuple(tuple(pairs) for pairs in terms.values()), automaton(list(terms))


def is_whole(text: str, start: int, end: int) -> bool:
    """A Latin name is a word of its own: AI is not in MAIN. Chinese has no such bounds."""
    return not (_latin(text[start]) and _latin(text[start - 1 : start])) and not (
        _latin(text[end - 1]) and _latin(text[end : end + 1])
    )


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
