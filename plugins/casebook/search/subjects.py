"""The documents of terms: one for each name, whatever facets have a term of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from casebook.addresses import term_url
from casebook.library import Library, reporting, series
from casebook.library.grouping import grouped
from casebook.model.records import Case
from casebook.model.terms import Source, Term, Theme
from casebook.search.names import names_of_term
from casebook.search.records import SearchDocument
from casebook.views.addresses import facet_name
from casebook.views.nearest import nearest_view

LISTS, COUNTED = 2, 1  # weights: what lists entries; what lists only their figures, or none
NEAREST = 3  # terms that a result without a case leads on to

T = TypeVar("T")


@dataclass(frozen=True)
class Subject:
    """A term with its page, how many cases and methods that lists, and its weight."""

    facet: str
    term: Term
    cases: int
    methods: int
    weight: int


def subject_documents(library: Library, own: frozenset[str]) -> Iterator[SearchDocument]:
    """A document for each name of terms; `own` are the `preferred_names`. Terms of one name share one: 长者, who act
    in some cases and benefit in others, are one result that leads to both pages.
    """
    for same in grouped((one.term.zh, one) for one in _subjects(library)).values():
        yield _document(library, sorted(same, key=lambda one: -one.cases - one.methods), own)


def _subjects(library: Library) -> Iterator[Subject]:
    """The terms with pages: all of the facets, and the indicators that cases report."""
    for facet in (one.id for one in library.collection.facets("page")):
        for term in library.vocabulary.terms(facet):
            entries = library.tagged(facet, term.id)
            cases = sum(isinstance(entry, Case) for entry in entries)
            yield Subject(facet, term, cases, len(entries) - cases, LISTS if entries else COUNTED)
    reported = reporting(series(library))
    for term in library.vocabulary.terms("indicators"):
        if term.id in reported:
            yield Subject("indicators", term, len(reported[term.id]), 0, COUNTED)


def _document(library: Library, same: Sequence[Subject], own: frozenset[str]) -> SearchDocument:
    """The document of the terms of one name, the first of which has the most entries."""
    first, *twins = same
    return SearchDocument(
        ref=term_url(first.facet, first.term.id),
        kind=first.facet,
        kind_name=facet_name(library, first.facet),
        twins=tuple((facet_name(library, one.facet), term_url(one.facet, one.term.id)) for one in twins),
        title=first.term.zh,
        nearest=tuple(_nearest(library, first)),
        facts=_facts(library, first),
        others=_once(other for one in same for other in names_of_term(library, one.facet, one.term, own)),
        names=" ".join(_once(name for one in same for name in _names(one.term))),
        labels=" ".join(_once(place for one in same for place in _above(library, one))),
        english=", ".join(_once(one.term.en for one in same if one.term.en)),
        summary=next((one.term.note for one in same if one.term.note), ""),
        body="",
        weight=max(one.weight for one in same),
    )


def _once(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _facts(library: Library, one: Subject) -> str:
    """How many cases and methods a page lists, or that it has none."""
    words = library.words
    cases = words("search_unit_cases", count=one.cases) if one.cases else words.search_no_case
    return " · ".join((cases, *((words("search_unit_methods", count=one.methods),) if one.methods else ())))


def _nearest(library: Library, one: Subject) -> Iterator[tuple[str, str]]:
    """(name, address) of the terms nearest to one without a case."""
    if found := None if one.cases else nearest_view(library, one.facet, one.term):
        yield from ((link.text, link.url) for link in found.terms[:NEAREST])


def _names(term: Term) -> Iterator[str]:
    """The English name of a term, its other names, its problem, as the home page leads to it, and its publisher."""
    yield from filter(None, (term.en, *term.aliases))
    if isinstance(term, Theme) and term.problem:
        yield term.problem
    if isinstance(term, Source) and term.publisher != "unknown":
        yield term.publisher


def _above(library: Library, one: Subject) -> Iterator[str]:
    """The names of the places above a place, as its page has them."""
    if one.facet == "places":
        yield from (place.zh for place in library.vocabulary.lineage(one.term.id)[1:])
