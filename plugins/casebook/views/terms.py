"""Views of terms, and of the lists of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import get_args

from casebook.addresses import ALL, entry_url, facet_url, term_url
from casebook.dates import date_zh
from casebook.facets import BY_ID
from casebook.library import Backlink, Library, backlinks, inside, most_telling
from casebook.library.grouping import grouped
from casebook.model.records import Case, Entry
from casebook.model.terms import Concept, Organisation, Place, Source, Term
from casebook.model.values import Level, Struct
from casebook.once import once
from casebook.oral import is_oral
from casebook.views.addresses import facet_link, facet_name, facet_note, home_link, term_link
from casebook.views.cards import Card, card, entry_row
from casebook.views.connections import Connection, connection, connection_row, reasons
from casebook.views.linked import linked_facet, linked_term
from casebook.views.methods import most_used_methods
from casebook.views.nearest import NearestView, nearest_view
from casebook.views.paging import CARDS, Beginning, ListView, Row, beginning, link_row, list_url, listed
from casebook.views.pitfalls import pitfalls_link
from casebook.views.records import Link, View
from casebook.views.relations import RelationsView, relation_lists, relations_view
from casebook.views.sources import kept
from casebook.vocabulary import Vocabulary

CASES, METHODS, LINKED, BELOW, HOMES = "cases", "methods", "linked", "below", "homes"  # lists of the page of a term
TERMS = 48  # terms under one label in the list of a facet


class TermGroup(Struct):
    """Terms under one label; the note of each is the count of pages with it."""

    label: str
    links: Beginning[Link]


class FacetView(View):
    """The terms of a facet."""

    template: str = "facet.html"
    groups: tuple[TermGroup, ...]


class TermView(View):
    """One term with all that belongs to it; `homes` are the organisations with this place as their home.

    If `is_subject`, the aliases are words that lead to the term; else they are its other names. `kept` has the
    addresses where a source can be read, `pitfalls` leads to what goes wrong with a theme, `nearest` has what lies
    nearest to a term without a case.
    """

    template: str = "term.html"
    kind: str
    title_en: str
    aliases: tuple[str, ...]
    note: str
    facts: tuple[tuple[str, str], ...]
    kept: tuple[Link, ...] = ()
    above: tuple[Link, ...]
    below: Beginning[Link]
    relations: RelationsView | None
    homes: Beginning[Link]
    is_subject: bool
    pitfalls: Link | None
    cases: Beginning[Card]
    methods: Beginning[Card]
    linked_from: Beginning[Connection]
    nearest: NearestView | None


@dataclass(frozen=True)
class _Listed:
    """What the page of a term lists; `leading` are all pages that lead to it, by slug."""

    cases: Sequence[Entry]
    methods: Sequence[Entry]
    linked: Sequence[Backlink]
    below: Sequence[Link]
    homes: Sequence[Link]
    leading: Mapping[str, Backlink]

    def why(self, library: Library, entry: Entry) -> tuple[str, ...]:
        """The reasons why a case or method is here, if it says more than that it has the term."""
        here = self.leading.get(entry.slug)
        return reasons(library, here) if here else ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of all entries that lead here."""
        leading = (one.entry for one in self.leading.values())
        return tuple(entry_url(entry) for entry in (*leading, *self.cases, *self.methods))


def counted(library: Library, facet: str) -> list[tuple[Term, int]]:
    """The terms of a facet with their counts of cases and methods, in the order of the vocabulary."""
    return [(term, len(library.tagged(facet, term.id))) for term in library.vocabulary.terms(facet)]


def used_first(terms: list[tuple[Term, int]]) -> list[tuple[Term, int]]:
    """The terms that most pages have, then the others; those of as many in their order."""
    return sorted(terms, key=lambda pair: -pair[1])


def term_view(library: Library, facet: str, term: Term) -> TermView:
    """The page of a term."""
    url, found = term_url(facet, term.id), _listed(library, facet, term.id)
    above = library.vocabulary.lineage(term.id)[1:] if isinstance(term, Place) else ()

    def cards(name: str, entries: Sequence[Entry]) -> Beginning[Card]:
        first = beginning(library, entries, list_url(url, name), CARDS)
        return first.map(lambda entry: card(library, entry, found.why(library, entry)))

    return TermView(
        url=url,
        title=term.zh,
        description=term.note or library.words("term_description", facet=facet_name(library, facet), term=term.zh),
        crumbs=(home_link(library), facet_link(library, facet)),
        linked=linked_term(library, facet, term),
        kind=facet_name(library, facet),
        title_en=term.en,
        aliases=term.aliases,
        note=term.note,
        facts=tuple(_known(library, term)),
        kept=tuple(kept(library, term)) if isinstance(term, Source) else (),
        above=tuple(term_link("places", place) for place in reversed(above)),
        below=beginning(library, found.below, list_url(url, BELOW)),
        relations=relations_view(library, (facet, term.id), url),
        is_subject=isinstance(term, Concept),
        pitfalls=pitfalls_link(library, term) if facet == "themes" else None,
        homes=beginning(library, found.homes, list_url(url, HOMES)),
        cases=cards(CASES, found.cases),
        methods=cards(METHODS, found.methods),
        linked_from=beginning(library, found.linked, list_url(url, LINKED)).map(partial(connection, library)),
        nearest=nearest_view(library, facet, term, found.addresses) if not found.cases else None,
    )


def term_lists(library: Library, facet: str, term: Term) -> Iterator[ListView]:
    """The pages of what the page of a term has no room for."""
    words, found = library.words, _listed(library, facet, term.id)
    above = (home_link(library), facet_link(library, facet), term_link(facet, term))

    def row(entry: Entry) -> Row:
        return entry_row(library, entry, found.why(library, entry))

    yield from listed(library, above, CASES, words.term_cases, found.cases, row, CARDS, words.paging_telling)
    yield from listed(library, above, METHODS, words.term_methods, found.methods, row, CARDS, words.paging_used)
    linking = partial(connection_row, library)
    yield from listed(library, above, LINKED, words.connections_mentions, found.linked, linking)
    yield from listed(library, above, BELOW, words.term_below, found.below, link_row)
    yield from listed(library, above, HOMES, words.term_homes, found.homes, link_row)
    yield from relation_lists(library, (facet, term.id), above)


@once
def _listed(library: Library, facet: str, name: str) -> _Listed:
    term, tagged = library.vocabulary[facet, name], library.tagged(facet, name)
    leading = {one.entry.slug: one for one in backlinks(library, (facet, name))}
    here = {entry.slug for entry in tagged}
    place = name if isinstance(term, Place) else ""
    return _Listed(
        cases=most_telling(library, (entry for entry in tagged if isinstance(entry, Case))),
        methods=[method for method in most_used_methods(library) if method.slug in here],
        linked=[one for slug, one in leading.items() if slug not in here],
        below=[term_link("places", one) for one in inside(library.vocabulary).get(place, ())],
        homes=[term_link("organisations", one) for one in _homes(library.vocabulary).get(place, ())],
        leading=leading,
    )


@once
def _homes(vocabulary: Vocabulary) -> Mapping[str, tuple[Organisation, ...]]:
    """Place id -> the organisations with this place as their home."""
    terms = [term for term in vocabulary.terms("organisations") if isinstance(term, Organisation)]
    return grouped((term.place, term) for term in terms if term.place)


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
        grade, is_told = find["grades", term.grade], is_oral(find, term.id)
        publisher = words.term_unknown if term.publisher == "unknown" else term.publisher
        yield words.oral_teller if is_told else words.term_publisher, publisher
        yield words.oral_day if is_told else words.term_date, date_zh(term.date)
        yield words.term_grade, words("term_grade_means", grade=grade.zh, meaning=grade.note)
        if is_told:
            yield words.term_original, words.oral_told
        elif not (term.url or term.archive):
            yield words.term_original, words.term_no_address


def counted_link(facet: str, term: Term, count: int) -> Link:
    """A link to a term with its count."""
    return term_link(facet, term, note=str(count))


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
        TermGroup(
            label=label,
            links=beginning(library, terms, list_url(ALL, facet), TERMS).map(lambda pair: counted_link(facet, *pair)),
        )
        for label, terms in tiers
        if terms
    )
    return FacetView(
        url=facet_url(facet),
        title=facet_name(library, facet),
        description=facet_note(library, facet),
        crumbs=(home_link(library),),
        linked=linked_facet(library, facet),
        groups=tuple(groups),
    )
