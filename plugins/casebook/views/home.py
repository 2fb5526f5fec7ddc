"""The view of the home page."""

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import islice

from casebook.addresses import entry_url, facet_url, term_url
from casebook.facets import Facet
from casebook.library import Library, fullest, reporting, series
from casebook.model.records import Case
from casebook.model.terms import Indicator, Term, Theme
from casebook.views.addresses import entry_link, facet_name, term_link
from casebook.views.cards import Card, card, short_facts
from casebook.views.linked import website
from casebook.views.methods import most_used_methods
from casebook.views.paging import Beginning, beginning, is_long
from casebook.views.records import Group, Link, View
from casebook.views.site_page import SitePage
from casebook.views.years import year_links, yearless_links

FIRST, NEWEST, SHOWN = 3, 4, 12  # cases to read first, new ones, links of a way in


class Way(Group):
    """A way in: its first links, how many there are, and the list of all."""

    count: int
    all: str


class Brief(Link):
    """A case in a short list, with its place and time."""

    facts: tuple[str, ...]


class HomeView(View):
    """The home page; `problems` are themes in the words of a neighbour, `first` the cases to read first."""

    template: str = "home.html"
    counts: tuple[tuple[int, str], ...]
    problems: Beginning[Link]
    first: tuple[Card, ...]
    newest: tuple[Brief, ...]
    ways: tuple[Way, ...]


def home_view(library: Library) -> HomeView:
    """The home page: counts, problems, the cases to read first, the newest ones, and ways into the collection."""
    words = library.words
    figures = sum(len(case.metrics) for case in library.cases.values())
    steps = sum(len(entry.steps) for entry in (*library.cases.values(), *library.methods.values()))
    site, first = library.collection.site, tuple(islice(fullest(library), FIRST))
    return HomeView(
        url="",
        title=site.name,
        description=site.description,
        linked=website(library),
        counts=(
            (len(library.cases), words.home_count_cases),
            (len(library.methods), words.home_count_methods),
            (steps, words.home_count_steps),
            (figures, words.home_count_figures),
        ),
        problems=problems(library),
        first=tuple(card(library, case).but(themes=()) for case in first),
        newest=tuple(_brief(library, case) for case in islice(_others(library, first), NEWEST)),
        ways=tuple(way for facet in library.collection.facets("home") if (way := _way(library, facet)).links),
    )


def _others(library: Library, first: Collection[Case]) -> Iterator[Case]:
    """The cases, the newest first, without those that are read first; these, too, where there are no others."""
    return (case for case in library.newest if case not in first or len(library.cases) == len(first))


def _brief(library: Library, case: Case) -> Brief:
    return Brief(text=case.front.title, url=entry_url(case), facts=short_facts(library, case))


def _way(library: Library, facet: Facet) -> Way:
    """The first links to the terms of a facet, those with the most cases first."""
    links = WAYS.get(facet.id, _most_used)(library, facet.id)
    name = library.words[facet.way_name] if facet.way_name else facet_name(library, facet.id)
    label = library.words("home_way", facet=name)
    return Way(id=facet.id, label=label, links=links[:SHOWN], count=len(links), all=facet_url(facet.id))


def _methods(library: Library, _: str) -> tuple[Link, ...]:
    return tuple(entry_link(method) for method in most_used_methods(library))


def _years(library: Library, _: str) -> tuple[Link, ...]:
    return year_links(library) + yearless_links(library)


def problems(library: Library) -> Beginning[Link]:
    """The problems of neighbours in their words, each a link to the theme with its count of cases.

    They stand in the order of the vocabulary; of very many, those with most cases.
    """
    found = [pair for pair in _of_cases(library, "themes") if isinstance(pair[0], Theme) and pair[0].problem]
    if is_long(len(found)):
        found.sort(key=lambda pair: -pair[1])
    return beginning(library, found, facet_url("themes")).map(_problem)


def _problem(pair: tuple[Term, int]) -> Link:
    term, count = pair
    assert isinstance(term, Theme)
    return Link(text=term.problem, url=term_url("themes", term.id), note=str(count))


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
