"""Views of terms, and of the lists of them."""

from collections.abc import Iterator, Mapping
from typing import get_args

from casebook.dates import date_zh
from casebook.facets import BY_ID
from casebook.library import Library
from casebook.library.grouping import grouped
from casebook.model.terms import Concept, Organisation, Place, Source, Term
from casebook.model.values import Level
from casebook.once import once
from casebook.views.addresses import (
    entry_url,
    facet_link,
    facet_name,
    facet_note,
    facet_url,
    home_link,
    term_link,
    term_url,
)
from casebook.views.cards import Card, card
from casebook.views.connections import Connection, leading_here
from casebook.views.nearest import NearestView, nearest_view
from casebook.views.records import Group, Link, View
from casebook.views.relations import RelationsView, relations_view
from casebook.views.sources import kept
from casebook.vocabulary import Vocabulary


class FacetView(View):
    """All terms of a facet; the note of each is the count of pages with it."""

    template: str = "facet.html"
    groups: tuple[Group, ...]


class TermView(View):
    """One term with all that belongs to it; `homes` are the organisations with this place as their home.

    If `is_subject`, the aliases are words that lead to the term; else they are its other names. `kept` has the
    addresses where a source can be read, `nearest` what lies nearest to a term without a case.
    """

    template: str = "term.html"
    kind: str
    title_en: str
    aliases: tuple[str, ...]
    note: str
    facts: tuple[tuple[str, str], ...]
    kept: tuple[Link, ...] = ()
    above: tuple[Link, ...]
    below: tuple[Link, ...]
    relations: RelationsView | None
    homes: tuple[Link, ...]
    is_subject: bool
    cases: tuple[Card, ...]
    methods: tuple[Card, ...]
    linked_from: tuple[Connection, ...]
    nearest: NearestView | None


def counted(library: Library, facet: str) -> list[tuple[Term, int]]:
    """The terms of a facet with their counts of cases and methods, in the order of the vocabulary."""
    return [(term, len(library.tagged(facet, term.id))) for term in library.vocabulary.terms(facet)]


def used_first(terms: list[tuple[Term, int]]) -> list[tuple[Term, int]]:
    """The used terms, then the unused ones, each in their order."""
    return sorted(terms, key=lambda pair: not pair[1])


def term_view(library: Library, facet: str, term: Term) -> TermView:
    """The page of a term."""
    entries = library.tagged(facet, term.id)
    above = library.vocabulary.lineage(term.id)[1:] if isinstance(term, Place) else ()
    below = _inside(library.vocabulary).get(term.id, ()) if isinstance(term, Place) else ()
    leading = {one.link.url: one for one in leading_here(library, (facet, term.id))}
    why = {url: one.why for url, one in leading.items()}
    cards = tuple(card(library, entry, why.get(entry_url(entry), ())) for entry in entries)
    carded = {one.url for one in cards}
    return TermView(
        url=term_url(facet, term.id),
        title=term.zh,
        description=term.note or library.words("term_description", facet=facet_name(library, facet), term=term.zh),
        crumbs=(home_link(library), facet_link(library, facet)),
        kind=facet_name(library, facet),
        title_en=term.en,
        aliases=term.aliases,
        note=term.note,
        facts=tuple(_known(library, term)),
        kept=tuple(kept(library, term)) if isinstance(term, Source) else (),
        above=tuple(term_link("places", place) for place in reversed(above)),
        below=tuple(term_link("places", place) for place in below),
        relations=relations_view(library, (facet, term.id)),
        is_subject=isinstance(term, Concept),
        homes=tuple(_homes(library, term)) if isinstance(term, Place) else (),
        cases=tuple(one for one in cards if one.kind == "case"),
        methods=tuple(one for one in cards if one.kind == "method"),
        linked_from=tuple(one for url, one in leading.items() if url not in carded),
        nearest=nearest_view(library, facet, term, (*leading, *carded)),
    )


@once
def _inside(vocabulary: Vocabulary) -> Mapping[str, tuple[Place, ...]]:
    """Place id -> the places right below it."""
    places = [place for place in vocabulary.terms("places") if isinstance(place, Place)]
    return grouped((place.parent, place) for place in places if place.parent)


def _homes(library: Library, place: Place) -> Iterator[Link]:
    """The links to the organisations with this place as their home."""
    for term in library.vocabulary.terms("organisations"):
        if isinstance(term, Organisation) and term.place == place.id:
            yield term_link("organisations", term)


def _known(library: Library, term: Term) -> Iterator[tuple[str, str]]:
    """(label, value) of each fact about a term, besides its names."""
    find, words = library.vocabulary, library.words
    if isinstance(term, Place):
        yield words.term_level, words[f"term_level_{term.level}"]
    if isinstance(term, Organisation):
        if term.kind:
            yield words.term_kind, find["actors", term.kind].zh
        if term.place:
            yield words.term_home, " ".join(place.zh for place in reversed(find.lineage(term.place)))
    if isinstance(term, Source):
        grade = find["grades", term.grade]
        yield words.term_publisher, words.term_unknown if term.publisher == "unknown" else term.publisher
        yield words.term_date, date_zh(term.date)
        yield words.term_grade, words("term_grade_means", grade=grade.zh, meaning=grade.note)
        if not (term.url or term.archive):
            yield words.term_original, words.term_no_address


def facet_view(library: Library, facet: str) -> FacetView:
    """The list of the terms of a facet, the used ones first; places are grouped by level."""
    found = used_first(counted(library, facet))
    tiers: list[tuple[str, list[tuple[Term, int]]]] = [("", found)]
    if BY_ID[facet].model is Place:
        tiers = [
            (library.words[f"term_level_{level}"], [(t, n) for t, n in found if getattr(t, "level", "") == level])
            for level in get_args(Level)
        ]
    groups = (
        Group(label=label, links=tuple(term_link(facet, term, note=str(count)) for term, count in terms))
        for label, terms in tiers
        if terms
    )
    return FacetView(
        url=facet_url(facet),
        title=facet_name(library, facet),
        description=facet_note(library, facet),
        crumbs=(home_link(library),),
        groups=tuple(groups),
    )
