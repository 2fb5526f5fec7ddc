"""What lies nearest to a term that no case has: terms beside it, and the cases and methods that its words lead to."""

from collections.abc import Iterable, Iterator, Mapping
from heapq import nsmallest
from itertools import islice
from typing import NamedTuple

from casebook.extract.lexicon import finder
from casebook.facets import METHODS
from casebook.library.grouping import grouped
from casebook.library.library import Library
from casebook.library.thesaurus import Key, relations
from casebook.model.records import Case
from casebook.model.terms import Place, Term, Theme
from casebook.model.values import Record
from casebook.once import once
from casebook.vocabulary import Vocabulary

TERMS, EACH = 4, 3  # terms that are told; cases, and methods
FAR = 2  # relations on the way from a term to another


class NearEntry(NamedTuple):
    """A case or method near a term: the words of the term that it says, and the terms near it that it has."""

    kind: str
    slug: str
    words: tuple[str, ...]
    terms: tuple[Key, ...]


class Nearest(Record):
    """The terms nearest to a term, which have cases, and the cases and methods nearest to it, each kind nearest first.

    `is_beside` is false of terms that are only the most used of their facet, since nothing is known to be nearer.
    """

    terms: tuple[Key, ...]
    is_beside: bool
    entries: tuple[NearEntry, ...]


def has_case(library: Library, key: Key) -> bool:
    """Whether a case has a term."""
    return count(library, key) > 0


def count(library: Library, key: Key) -> int:
    """How many cases have a term."""
    return _counts(library).get(key, 0)


@once
def _counts(library: Library) -> Mapping[Key, int]:
    keys = ((facet, term.id) for facet, terms in library.vocabulary.facets.items() for term in terms)
    return {key: sum(isinstance(entry, Case) for entry in library.tagged(*key)) for key in keys}


@once
def inside(vocabulary: Vocabulary) -> Mapping[str, tuple[Place, ...]]:
    """Place id -> the places right below it."""
    places = [place for place in vocabulary.terms("places") if isinstance(place, Place)]
    return grouped((place.parent, place) for place in places if place.parent)


def nearest(library: Library, facet: str, term: Term) -> Nearest:
    """What lies nearest to a term: by the thesaurus or the places around it, and by its words in cases and methods."""
    around = _around(library, term) if isinstance(term, Place) else _related(library, (facet, term.id))
    beside = tuple(islice((key for key in around if has_case(library, key)), TERMS))
    near = tuple(_near_entries(library, term, beside))
    return Nearest(
        terms=beside or _most_used(library, facet),
        is_beside=bool(beside),
        entries=(*_first(near, "case"), *_first(near, "method")),
    )


@once
def _most_used(library: Library, facet: str) -> tuple[Key, ...]:
    keys = ((facet, term.id) for term in library.vocabulary.terms(facet))
    used = (key for key in keys if has_case(library, key))
    return tuple(sorted(used, key=lambda key: -count(library, key))[:TERMS])


def _related(library: Library, start: Key) -> Iterator[Key]:
    """The terms around a term by the thesaurus, those with the fewest relations between first."""
    seen, edge = {start}, [start]
    for _ in range(FAR):
        edge = list(dict.fromkeys(key for one in edge for key in _relations(library, one) if key not in seen))
        seen.update(edge)
        yield from edge


def _relations(library: Library, key: Key) -> Iterator[Key]:
    found = relations(library, key)
    changed = (one.key for one in (*found.predecessors, *found.successors) if one.key)
    yield from (key for key in (*found.related, *found.broader, *changed, *found.narrower) if key[0] != METHODS)


def _around(library: Library, place: Place) -> Iterator[Key]:
    """The places with a case beside a place, then the one above it, then the same for that one."""
    for one in library.vocabulary.lineage(place.id)[:FAR]:
        if one.parent:
            yield from (key for key in _with_cases(library).get(one.parent, ()) if key[1] != one.id)
            yield "places", one.parent


@once
def _with_cases(library: Library) -> Mapping[str, tuple[Key, ...]]:
    """Place id -> those of the places right below it that have a case: of very many, few may."""
    below = ((above, ("places", one.id)) for above, places in inside(library.vocabulary).items() for one in places)
    return grouped((above, key) for above, key in below if has_case(library, key))


def _near_entries(library: Library, term: Term, beside: tuple[Key, ...]) -> Iterator[NearEntry]:
    """The cases and methods with a word of the term, or a term beside it."""
    said = grouped((slug, word) for word in _words(term) for slug in _saying(library).get(word, ()))
    shared = grouped((entry.slug, key) for key in beside for entry in library.tagged(*key))
    for slug in sorted(said.keys() | shared, key=_places(library).__getitem__):
        entry = library.entry(slug)
        assert entry
        yield NearEntry(kind=entry.kind, slug=slug, words=said.get(slug, ()), terms=shared.get(slug, ()))


@once
def _places(library: Library) -> Mapping[str, int]:
    """Slug -> the place of a case or method among all."""
    return {slug: place for place, slug in enumerate((*library.cases, *library.methods))}


def _words(term: Term) -> Iterable[str]:
    return dict.fromkeys((*term.names, *term.signs, *(term.strong if isinstance(term, Theme) else ())))


@once
def _saying(library: Library) -> Mapping[str, tuple[str, ...]]:
    """Word of a term without a case -> the cases and methods that say it: each text is read once for all terms."""
    bare = (
        term
        for facet, terms in library.vocabulary.facets.items()
        for term in terms
        if not has_case(library, (facet, term.id))
    )
    said = finder({word for term in bare for word in _words(term)})
    entries = (*library.cases.values(), *library.methods.values())
    return grouped(
        (word, entry.slug)
        for entry in entries
        for word in said(f"{entry.front.title}\n{entry.front.summary}\n{entry.text}")
    )


def _first(near: Iterable[NearEntry], kind: str) -> list[NearEntry]:
    of_kind = (one for one in near if one.kind == kind)
    return nsmallest(EACH, of_kind, key=lambda one: (-len(one.words), -len(one.terms)))
