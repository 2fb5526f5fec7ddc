"""The view of what lies nearest to a term that no case has."""

from collections.abc import Collection, Iterator

from casebook.library import Library, NearEntry, count, has_case, nearest
from casebook.model.terms import Term
from casebook.model.values import Struct
from casebook.views.addresses import entry_link, facet_name, term_link
from casebook.views.connections import Connection
from casebook.views.records import Link

WORDS = 3  # of the term, told of an entry that says them


class NearestView(Struct):
    """The terms nearest to one without a case, under their label, and the cases and methods nearest to it, with why."""

    label: str
    terms: tuple[Link, ...]
    entries: tuple[Connection, ...]


def nearest_view(library: Library, facet: str, term: Term, told: Collection[str] = ()) -> NearestView | None:
    """What lies nearest to a term without a case, but for the pages `told` elsewhere; None for one that has cases."""
    if has_case(library, (facet, term.id)):
        return None
    found, name, words = nearest(library, facet, term), facet_name(library, facet), library.words
    return NearestView(
        label=words("nearest_terms", facet=name) if found.is_beside else words("nearest_others", facet=name),
        terms=tuple(term_link(key[0], library.vocabulary[key], note=str(count(library, key))) for key in found.terms),
        entries=tuple(one for one in _entries(library, found.entries) if one.link.url not in told),
    )


def _entries(library: Library, near: tuple[NearEntry, ...]) -> Iterator[Connection]:
    for one in near:
        entry = library.cases[one.slug] if one.kind == "case" else library.methods[one.slug]
        yield Connection(kind=one.kind, link=entry_link(entry), why=(_why(library, one),))


def _why(library: Library, one: NearEntry) -> str:
    """What an entry says of the term, or else which terms beside it the entry has."""
    if one.words:
        return library.words("nearest_says", words=library.words.text_comma.join(one.words[:WORDS]))
    names = (library.vocabulary[key].zh for key in one.terms)
    return library.words("nearest_has", terms=library.words.text_comma.join(names))
