"""Names of the subject of a page: aliases, related words, predecessors and successors; labels of its terms."""

from collections.abc import Iterator, Sequence
from typing import Literal

from casebook.facets import BY_ID, METHODS
from casebook.library import Library, relations
from casebook.model.records import Case, Entry, Method
from casebook.model.terms import Term

NameKind = Literal["same", "near", "after", "before"]  # how a name stands to the thing; what came after it, what before

Other = tuple[NameKind, str]  # (why, name)


def preferred_names(library: Library) -> frozenset[str]:
    """Names with a subject of their own, not offered for another: 三社联动 is not 多方联动, which lists it."""
    entries = (*library.cases.values(), *library.methods.values())
    terms = (term for facet in library.collection.facets("named") for term in library.vocabulary.terms(facet.id))
    return frozenset((*(entry.front.title for entry in entries), *(term.zh for term in terms)))


def names_of_entry(library: Library, entry: Entry, own: frozenset[str]) -> Iterator[Other]:
    """Other names of a case or method; `own` are the `preferred_names`."""
    if isinstance(entry, Case | Method):
        yield from _told("same", entry.front.aliases, own)
    if isinstance(entry, Method):
        yield from _changes(library, (METHODS, entry.slug))


def names_of_term(library: Library, facet: str, term: Term, own: frozenset[str]) -> Iterator[Other]:
    """Other names of a term, or words related to it; `own` are the `preferred_names`.

    Aliases of a proper name are its other names; those of a subject may be only related: 妇联 leads to 妇女.
    """
    if isinstance(BY_ID[facet].named, int):
        yield from _told("same" if BY_ID[facet].is_proper else "near", term.aliases, own)
    yield from _changes(library, (facet, term.id))


def _told(why: NameKind, names: Sequence[str], own: frozenset[str]) -> Iterator[Other]:
    yield from ((why, name) for name in names if name not in own)


def _changes(library: Library, key: tuple[str, str]) -> Iterator[Other]:
    found = relations(library, key)
    yield from (("after", change.name) for change in found.successors)
    yield from (("before", change.name) for change in found.predecessors)


def labels_of(library: Library, entry: Entry) -> Iterator[str]:
    """The labels of the terms that the author declared, as the page shows them."""
    for facet, term in library.declared(entry):
        if facet != "sources":
            yield library.vocabulary[facet, term].zh
