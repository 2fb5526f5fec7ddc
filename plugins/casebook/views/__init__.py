"""Library to views: the record of every page of the site."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from casebook.library import Library
from casebook.model.terms import Place, Term
from casebook.views.addresses import (
    ALL,
    CAVEATS,
    COMPARE,
    ENGLISH,
    FACETS,
    GAPS,
    GLOSSARY,
    MATRIX,
    entry_url,
    term_url,
)
from casebook.views.caveats import caveats_view
from casebook.views.compare import compare_view
from casebook.views.entries import CASES, HOME, METHODS, case_view, method_view, page_view
from casebook.views.everything import all_view
from casebook.views.explore import explore_view
from casebook.views.gaps import gaps_view
from casebook.views.glossary import english_view, glossary_view
from casebook.views.indicators import indicator_urls, indicator_views
from casebook.views.matrix import matrix_view
from casebook.views.records import PlainView, View
from casebook.views.redirects import redirect_views
from casebook.views.terms import facet_view, home_view, list_views, term_view
from casebook.views.tiles import place_view, places_view
from casebook.views.years import year_urls, year_views

NAME = "街坊案例库"
NOT_FOUND = "404.html"  # served at any depth, so its links cannot be relative to itself
DESCRIPTION = "看看中国的街坊邻里怎样一起把事办成：真实的案例、可以照做的方法、查得到出处的数字。"


def outline(library: Library) -> Iterator[tuple[str, Callable[[], View]]]:
    """The address of every page with what makes its view: the one list of what the site has.

    Addresses cost next to nothing; a view is made when it is asked for.
    """
    lists = cache(partial(list_views, library))
    indicators = cache(lambda: {view.url: view for view in indicator_views(library)})
    years = cache(lambda: {view.url: view for view in year_views(library)})
    yield HOME.url, lambda: home_view(library, *lists(), NAME, DESCRIPTION)
    yield CASES.url, partial(explore_view, library)
    yield METHODS.url, lambda: lists()[1]
    yield from ((entry_url(case), partial(case_view, library, case)) for case in library.cases.values())
    yield from ((entry_url(method), partial(method_view, library, method)) for method in library.methods.values())
    yield from ((entry_url(page), partial(page_view, library, page)) for page in library.pages.values())
    for facet in FACETS:
        yield f"{facet}/", _facet(library, facet)
        for term in library.vocabulary.terms(facet):
            yield term_url(facet, term.id), _term(library, facet, term)
    for url in indicator_urls(library):
        yield url, partial(_one_of, indicators, url)
    for url in year_urls(library):
        yield url, partial(_one_of, years, url)
    yield MATRIX, partial(matrix_view, library)
    yield CAVEATS, partial(caveats_view, library)
    yield GAPS, partial(gaps_view, library)
    yield GLOSSARY, partial(glossary_view, library)
    yield ENGLISH, partial(english_view, library)
    yield ALL, partial(all_view, library)
    yield COMPARE, partial(compare_view, library)
    yield (
        "search/",
        lambda: PlainView(
            template="search.html", url="search/", title="搜索", description="在全部案例和方法里搜索。", crumbs=(HOME,)
        ),
    )
    yield (
        NOT_FOUND,
        lambda: PlainView(template=NOT_FOUND, url=NOT_FOUND, title="没有这一页", description="这个地址没有内容。"),
    )


def _facet(library: Library, facet: str) -> Callable[[], View]:
    return partial(places_view, library) if facet == "places" else partial(facet_view, library, facet)


def _term(library: Library, facet: str, term: Term) -> Callable[[], View]:
    if isinstance(term, Place):
        return partial(place_view, library, term)
    return partial(term_view, library, facet, term)


def _one_of(made: Callable[[], Mapping[str, View]], url: str) -> View:
    return made()[url]


def views(library: Library) -> Iterator[View]:
    """The view of every page of the site, and of every page that sends readers on from an old address."""
    yield from (view() for _, view in outline(library))
    yield from redirect_views(library)


__all__ = ["DESCRIPTION", "NAME", "NOT_FOUND", "View", "outline", "redirect_views", "views"]
