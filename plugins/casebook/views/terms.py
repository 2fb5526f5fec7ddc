"""Views of terms, of the lists of them, and of the home page."""

from collections.abc import Callable, Iterator, Mapping
from typing import get_args

from casebook.dates import date_zh
from casebook.facets import BY_ID, Facet
from casebook.library import Library, reporting, series
from casebook.library.grouping import grouped
from casebook.model.records import Case, Method
from casebook.model.terms import Concept, Indicator, Organisation, Place, Source, Term, Theme
from casebook.model.values import Level
from casebook.once import once
from casebook.views.addresses import (
    METHODS,
    entry_link,
    entry_url,
    facet_link,
    facet_name,
    facet_note,
    facet_url,
    home_link,
    term_link,
    term_url,
)
from casebook.views.connections import leading_here
from casebook.views.entries import card
from casebook.views.records import FacetView, Group, HomeView, Link, ListView, TermView
from casebook.views.relations import relations_view
from casebook.views.site_page import SitePage
from casebook.views.years import year_links, yearless_links
from casebook.vocabulary import Vocabulary

NEWEST = 6


def counted(library: Library, facet: str) -> list[tuple[Term, int]]:
    """The terms of a facet, each with how many cases and methods carry it; places from the top down."""
    return [(term, len(library.tagged(facet, term.id))) for term in library.vocabulary.terms(facet)]


def used_first(terms: list[tuple[Term, int]]) -> list[tuple[Term, int]]:
    """The terms that are used, then those that are not, each in their order."""
    return sorted(terms, key=lambda pair: not pair[1])


def term_view(library: Library, facet: str, term: Term) -> TermView:
    """The page of a term, with all that belongs to it."""
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
        source_url=term.url if isinstance(term, Source) else "",
        above=tuple(term_link("places", place) for place in reversed(above)),
        below=tuple(term_link("places", place) for place in below),
        relations=relations_view(library, (facet, term.id)),
        is_subject=isinstance(term, Concept),
        homes=tuple(_homes(library, term)) if isinstance(term, Place) else (),
        cases=tuple(one for one in cards if one.kind == "case"),
        methods=tuple(one for one in cards if one.kind == "method"),
        linked_from=tuple(one for url, one in leading.items() if url not in carded),
    )


@once
def _inside(vocabulary: Vocabulary) -> Mapping[str, tuple[Place, ...]]:
    """The places right below each place."""
    places = [place for place in vocabulary.terms("places") if isinstance(place, Place)]
    return grouped((place.parent, place) for place in places if place.parent)


def _homes(library: Library, place: Place) -> Iterator[Link]:
    """The organisations at home in a place."""
    for term in library.vocabulary.terms("organisations"):
        if isinstance(term, Organisation) and term.place == place.id:
            yield term_link("organisations", term)


def _known(library: Library, term: Term) -> Iterator[tuple[str, str]]:
    """What is known of a term beyond its names: label and value."""
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
        if not term.url:
            yield words.term_original, words.term_no_address


def facet_view(library: Library, facet: str) -> FacetView:
    """The list of a facet's terms, those in use first; places by tier."""
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


def methods_view(library: Library) -> ListView:
    """All methods, the most used first."""
    methods = _by_use_of_cases(library)
    return ListView(
        url=METHODS,
        title=library.words.methods_title,
        description=library.words("methods_description", count=len(methods)),
        crumbs=(home_link(library),),
        cards=tuple(card(library, method) for method in methods),
    )


def _by_use_of_cases(library: Library) -> list[Method]:
    """The methods, those that most cases use first."""
    return sorted(library.methods.values(), key=lambda m: (-len({u.case for u in library.uses_of(m.slug)}), m.slug))


def home_view(library: Library) -> HomeView:
    """The way in: what there is, how much of it, and ways to it."""
    words = library.words
    figures = sum(len(case.metrics) for case in library.cases.values())
    steps = sum(len(entry.steps) for entry in (*library.cases.values(), *library.methods.values()))
    site, methods = library.collection.site, _by_use_of_cases(library)
    return HomeView(
        url="",
        title=site.name,
        description=site.description,
        counts=(
            (len(library.cases), words.home_count_cases),
            (len(methods), words.home_count_methods),
            (steps, words.home_count_steps),
            (figures, words.home_count_figures),
        ),
        newest=tuple(card(library, case) for case in library.newest[:NEWEST]),
        methods=tuple(card(library, method) for method in methods[:NEWEST]),
        problems=tuple(_problems(library)),
        ways=tuple(_way(library, facet) for facet in library.collection.facets("home")),
    )


def _way(library: Library, facet: Facet) -> Group:
    """The terms of a facet as ways in from the home page, those with the most cases first."""
    links = WAYS.get(facet.id, _most_used)
    name = library.words[facet.way_name] if facet.way_name else facet_name(library, facet.id)
    return Group(label=library.words("home_way", facet=name), links=links(library, facet.id))


def _methods(library: Library, _: str) -> tuple[Link, ...]:
    return tuple(entry_link(method) for method in _by_use_of_cases(library))


def _years(library: Library, _: str) -> tuple[Link, ...]:
    return year_links(library) + yearless_links(library)


def _problems(library: Library) -> Iterator[Link]:
    """What neighbours have to deal with, in their words, each with the theme whose cases tell of it."""
    for term, count in _of_cases(library, "themes"):
        if isinstance(term, Theme) and term.problem:
            yield Link(text=term.problem, url=term_url("themes", term.id), note=str(count))


def _most_used(library: Library, facet: str) -> tuple[Link, ...]:
    return tuple(term_link(facet, term, note=str(count)) for term, count in _by_use(library, facet))


def _most_reported(library: Library, _: str) -> tuple[Link, ...]:
    """The indicators that cases report and that may be compared, each with how many do, the most reported first."""
    cases = reporting(series(library))
    terms = [
        term
        for term in library.vocabulary.terms("indicators")
        if isinstance(term, Indicator) and term.comparable and term.id in cases
    ]
    ranked = sorted(terms, key=lambda term: -len(cases[term.id]))
    return tuple(term_link("indicators", term, note=str(len(cases[term.id]))) for term in ranked)


def _by_use(library: Library, facet: str) -> list[tuple[Term, int]]:
    """The terms in use, the most used first."""
    return sorted(_of_cases(library, facet), key=lambda pair: -pair[1])


def _of_cases(library: Library, facet: str) -> list[tuple[Term, int]]:
    """The terms that cases carry, each with how many do."""
    tagged = ((term, library.tagged(facet, term.id)) for term in library.vocabulary.terms(facet))
    counts = ((term, sum(isinstance(entry, Case) for entry in entries)) for term, entries in tagged)
    return [(term, count) for term, count in counts if count]


# facet -> what the home page leads to, where that is not its terms by the number of cases
WAYS: Mapping[str, Callable[[Library, str], tuple[Link, ...]]] = {
    "methods": _methods,
    "indicators": _most_reported,
    "years": _years,
}
PAGES = (
    SitePage("", home_view),
    SitePage(METHODS, methods_view, title="methods_title", name="kind_method", footer=20),
)
