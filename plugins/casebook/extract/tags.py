"""Vocabulary terms that a plain text mentions."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from casebook.model import Tag
from casebook.vocabulary import Vocabulary

FACETS = ("themes", "forms", "actors", "organisations", "places")
# Names are looked up by their first two characters; a name of one character (村, 会) is part of too many words.
_KEY = 2

# first characters -> names, longest first; name -> its (facet, term id) pairs
_Names = Mapping[str, list[str]]
_Terms = Mapping[str, list[tuple[str, str]]]


def tags(text: str, vocabulary: Vocabulary) -> tuple[Tag, ...]:
    """One tag for every term at its first mention, in the order of the text.

    Where names overlap the first wins, then the longest: 九江镇街坊会 is no mention of 街坊会 where both are names.
    """
    terms = _terms(vocabulary)
    found: dict[tuple[str, str], Tag] = {}
    for name, start in _mentions(text, _names(terms)):
        for facet, term in terms[name]:
            tag = Tag(facet=facet, term=term, declared=False, name=name, start=start, end=start + len(name))
            found.setdefault((facet, term), tag)
    return tuple(found.values())


def _terms(vocabulary: Vocabulary) -> _Terms:
    """Every name of two characters or more, with the terms it leads to; one name may lead to terms of two facets."""
    terms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for facet in FACETS:
        for term in vocabulary.terms(facet):
            for name in term.names:
                if len(name) >= _KEY:
                    terms[name].append((facet, term.id))
    return terms


def _names(terms: _Terms) -> _Names:
    names: dict[str, list[str]] = defaultdict(list)
    for name in sorted(terms, key=lambda name: (-len(name), name)):
        names[name[:_KEY]].append(name)
    return names


def _mentions(text: str, names: _Names) -> Iterator[tuple[str, int]]:
    """Names and where they stand, left to right and without overlap."""
    at = 0
    while at < len(text):
        candidates = names.get(text[at : at + _KEY], [])
        name = next((name for name in candidates if text.startswith(name, at) and _whole(text, at, name)), "")
        if name:
            yield name, at
        at += len(name) or 1


def _whole(text: str, start: int, name: str) -> bool:
    """A Latin name is a word of its own: AI is not in MAIN. Chinese has no such bounds."""
    before, after = text[start - 1 : start], text[start + len(name) : start + len(name) + 1]
    return not (_latin(name[0]) and _latin(before)) and not (_latin(name[-1]) and _latin(after))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
