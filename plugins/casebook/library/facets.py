"""The terms of a facet with the pages that have them, for filters of results and cases."""

from collections.abc import Iterator, Sequence

from casebook.facets import METHODS
from casebook.library.library import Library
from casebook.model.records import Entry


def facet_terms(library: Library, facet: str) -> Iterator[tuple[str, str, Sequence[Entry]]]:
    """(id, name, pages) of each term; a method counts as a term that it and the cases that use it have."""
    if facet == METHODS:
        for slug, method in library.methods.items():
            using = dict.fromkeys(use.case for use in library.uses_of(slug))
            yield slug, method.front.title, [method, *(library.cases[case] for case in using)]
    else:
        for term in library.vocabulary.terms(facet):
            yield term.id, term.zh, library.tagged(facet, term.id)
