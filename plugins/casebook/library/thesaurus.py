"""The relations of terms and methods: broader, narrower, related, predecessors and successors.

Authors write `broader`, `related` and `predecessors` on one side; this module derives the other side.
"""

from collections.abc import Iterator, Mapping

from casebook.facets import METHODS
from casebook.library.grouping import grouped
from casebook.library.library import Library
from casebook.model.records import Method
from casebook.model.terms import Concept, Predecessor
from casebook.model.values import Record
from casebook.once import once

Key = tuple[str, str]  # a facet of the vocabulary and the id of a term; or METHODS and a slug


class Change(Record):
    """A predecessor or successor and the `year` (EDTF) of the change; without a key it has no page."""

    key: Key | None
    name: str
    year: str
    document: str


class Relations(Record):
    """The relations of one term or method, in the order in which they were written."""

    broader: tuple[Key, ...] = ()
    narrower: tuple[Key, ...] = ()
    related: tuple[Key, ...] = ()
    predecessors: tuple[Change, ...] = ()
    successors: tuple[Change, ...] = ()


def relations(library: Library, key: Key) -> Relations:
    """The relations of a term or method; empty Relations if it has none."""
    return thesaurus(library).get(key, Relations())


@once
def thesaurus(library: Library) -> Mapping[Key, Relations]:
    """The relations of every term and method that has any, in both directions."""
    written = dict(_written(library))
    names = {key: _name(library, key) for key in written}
    narrower = grouped((up, key) for key, one in written.items() for up in one.broader)
    sides = [(key, other) for key, one in written.items() for other in one.related]
    either = grouped((*sides, *((other, key) for key, other in sides)))
    after = grouped(
        (change.key, change.model_copy(update={"key": key, "name": names[key]}))
        for key, one in written.items()
        for change in one.predecessors
        if change.key
    )
    found = {
        key: Relations(
            broader=one.broader,
            narrower=narrower.get(key, ()),
            related=tuple(dict.fromkeys(either.get(key, ()))),
            predecessors=one.predecessors,
            successors=after.get(key, ()),
        )
        for key, one in written.items()
    }
    return {key: one for key, one in found.items() if one != Relations()}


def _written(library: Library) -> Iterator[tuple[Key, Relations]]:
    """The relations as their authors wrote them."""
    for facet, terms in library.vocabulary.facets.items():
        yield from (((facet, term.id), _of_term(library, facet, term)) for term in terms if isinstance(term, Concept))
    for slug, method in library.methods.items():
        yield (METHODS, slug), _of_method(library, method)


def _of_term(library: Library, facet: str, term: Concept) -> Relations:
    return Relations(
        broader=tuple((facet, name) for name in term.broader),
        related=tuple((facet, name) for name in term.related),
        predecessors=tuple(_change(library, one, (facet, one.term) if one.term else None) for one in term.predecessors),
    )


def _of_method(library: Library, method: Method) -> Relations:
    """The relations of a method, without methods that are drafts."""
    front, there = method.front, library.methods
    return Relations(
        broader=tuple((METHODS, slug) for slug in front.broader if slug in there),
        related=tuple((METHODS, slug) for slug in front.related if slug in there),
        predecessors=tuple(
            _change(library, one, (METHODS, one.method) if one.method else ("forms", one.form) if one.form else None)
            for one in front.predecessors
            if not one.method or one.method in there
        ),
    )


def _change(library: Library, one: Predecessor, key: Key | None) -> Change:
    return Change(key=key, name=_name(library, key) if key else one.name or "", year=one.year, document=one.document)


def _name(library: Library, key: Key) -> str:
    facet, name = key
    return library.methods[name].front.title if facet == METHODS else library.vocabulary[key].zh
