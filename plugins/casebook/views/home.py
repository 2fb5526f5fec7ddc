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
    """The home page; `problems` are themes in the words of a neighbour."""

    template: str = "home.html"
    counts: tuple[tuple[int, str], ...]
    problems: tuple[Link, ...]
    newest: tuple[Card, ...]
    methods: tuple[Card, ...]
    ways: tuple[Group, ...]


def home_view(library: Library) -> HomeView:
    """The home page: counts, the newest cases, methods, problems, and ways into the collection."""
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
    """The links to the terms of a facet, those with the most cases first."""
    links = WAYS.get(facet.id, _most_used)
    name = library.words[facet.way_name] if facet.way_name else facet_name(library, facet.id)
    return Group(label=library.words("home_way", facet=name), links=links(library, facet.id))


def _methods(library: Library, _: str) -> tuple[Link, ...]:
    return tuple(entry_link(method) for method in most_used_methods(library))


def _years(library: Library, _: str) -> tuple[Link, ...]:
    return year_links(library) + yearless_links(library)


def _problems(library: Library) -> Iterator[Link]:
    """The problems of neighbours in their words, each a link to the theme with its count of cases."""
    for term, count in _of_cases(library, "themes"):
        if isinstance(term, Theme) and term.problem:
            yield Link(text=term.problem, url=term_url("themes", term.id), note=str(count))


def _most_used(library: Library, facet: str) -> tuple[Link, ...]:
    return tuple(term_link(facet, term, note=str(count)) for term, count in _by_use(library, facet))


def _most_reported(library: Library, _: str) -> tuple[Link, ...]:
    """The comparable indicators that cases report, with the count of these cases, the most reported first."""
    cases = reporting(series(library))
    terms = [
        term
        for term in library.vocabulary.terms("indicators")
        if isinstance(term, Indicator) and term.comparable and term.id in cases
    ]
    ranked = sorted(terms, key=lambda term: -len(cases[term.id]))
    return tuple(term_link("indicators", term, note=str(len(cases[term.id]))) for term in ranked)


def _by_use(library: Library, facet: str) -> list[tuple[Term, int]]:
    """The used terms with their counts of cases, the most used first."""
    return sorted(_of_cases(library, facet), key=lambda pair: -pair[1])


def _of_cases(library: Library, facet: str) -> list[tuple[Term, int]]:
    """The terms that cases have, each with the count of these cases."""
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
