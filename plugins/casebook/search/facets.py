"""The filters of results: for each facet and term, the documents that have it."""

from collections.abc import Iterator, Mapping, Sequence

from casebook.addresses import entry_url
from casebook.builds import deltas
from casebook.library import Library, facet_terms
from casebook.search.records import SearchDocument

Column = list[tuple[str, str, list[int]]]  # (id, name, numbers of documents, each less the one before it)


def facets(library: Library, documents: Sequence[SearchDocument]) -> dict[str, Column]:
    """Facet -> its column; `documents` are in the order of their numbers. A term without documents has no row."""
    numbers = {document.ref: number for number, document in enumerate(documents)}
    return {one.id: list(_column(library, one.id, numbers)) for one in library.collection.facets("narrow")}


def _column(library: Library, facet: str, numbers: Mapping[str, int]) -> Iterator[tuple[str, str, list[int]]]:
    for key, name, entries in facet_terms(library, facet):
        found = sorted(numbers[entry_url(entry)] for entry in entries)
        if found:
            yield key, name, deltas(found)
