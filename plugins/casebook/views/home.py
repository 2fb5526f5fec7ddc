"""The view of the home page."""

from collections.abc import Callable, Iterator, Mapping

from casebook.facets import Facet
from casebook.library import Library, reporting, series
from casebook.model.records import Case
from casebook.model.terms import Indicator, Term, Theme
from casebook.views.addresses import entry_link, facet_name, term_link, term_url
from casebook.views.cards import Card, card
from casebook.views.methods import most_used_methods
from casebook.views.records import Group, Link, View
from casebook.views.site_page import SitePage
from casebook.views.years import year_links, yearless_links

NEWEST = 6


class HomeView(View):
    """The way in; `problems` lead to themes by what a neighbour would say."""

    template: str = "home.html"
    counts: tuple[tuple[int, str], ...]
    problems: tuple[Link, ...]
    newest: tuple[Card, ...]
    methods: tuple[Card, ...]
    ways: tuple[Group, ...]


def home_view(library: Library) -> HomeView:
    """The way in: what there is, how much of it, and ways to it."""
    words = library.words
    figures = sum(len(case.metrics) for case in library.cases.values())
    steps = sum(len(entry.steps) for entry in (*library.cases.values(), *library.methods.values()))
    site, methods = library.collection.site, most_used_methods(library)
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
    return tuple(entry_link(method) for method in most_used_methods(library))


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
PAGES = (SitePage("", home_view),)
