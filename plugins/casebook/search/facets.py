"""By what results can be narrowed down: facet by facet, which documents have each term."""

from collections.abc import Iterator, Mapping, Sequence

from casebook.library import METHODS, Library
from casebook.model import Entry
from casebook.search.documents import Document
from casebook.search.shards import deltas
from casebook.views.addresses import entry_url

FACETS = ("themes", "forms", "actors", "places", METHODS)

Column = list[tuple[str, str, list[int]]]  # (id, name, numbers of documents, each less the one before it)


def facets(library: Library, documents: Sequence[Document]) -> dict[str, Column]:
    """The columns by facet; `documents` stand in the order of their numbers. A term without documents has no row."""
    numbers = {document.ref: number for number, document in enumerate(documents)}
    return {facet: list(_column(library, facet, numbers)) for facet in FACETS}


def _column(library: Library, facet: str, numbers: Mapping[str, int]) -> Iterator[tuple[str, str, list[int]]]:
    for key, name, entries in _terms(library, facet):
        found = sorted(numbers[entry_url(entry)] for entry in entries)
        if found:
            yield key, name, deltas(found)


def _terms(library: Library, facet: str) -> Iterator[tuple[str, str, Sequence[Entry]]]:
    """(id, name, the pages that have it); a method is a page itself, and the cases that use it have it."""
    if facet == METHODS:
        for slug, method in library.methods.items():
            using = dict.fromkeys(use.case for use in library.uses_of(slug))
            yield slug, method.front.title, [method, *(library.cases[case] for case in using)]
    else:
        for term in library.vocabulary.terms(facet):
            yield term.id, term.zh, library.tagged(facet, term.id)
