"""Views: a Library to the record of every page of the site."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from casebook.library import Library
from casebook.model.terms import Place, Term
from casebook.views.addresses import entry_url, facet_url, term_url
from casebook.views.entries import case_view, page_view
from casebook.views.entry_lists import case_lists, method_lists, page_lists
from casebook.views.indicators import indicator_urls, indicator_views
from casebook.views.method_page import method_view
from casebook.views.records import View
from casebook.views.redirects import redirect_views
from casebook.views.site_pages import footer, navigation, site_pages
from casebook.views.terms import facet_view, term_lists, term_view
from casebook.views.tiles import place_view, places_view
from casebook.views.years import year_urls, year_views


def outline(library: Library) -> Iterator[tuple[str, Callable[[], View]]]:
    """(address, function that makes the view) of every page whose address is kept: the one list of them.

    A view is made only when its function is called.
    """
    indicators = cache(lambda: {view.url: view for view in indicator_views(library)})
    years = cache(lambda: {view.url: view for view in year_views(library)})
    yield from ((page.url, partial(page.view, library)) for page in site_pages() if page.view)
    yield from ((entry_url(case), partial(case_view, library, case)) for case in library.cases.values())
    yield from ((entry_url(method), partial(method_view, library, method)) for method in library.methods.values())
    yield from ((entry_url(page), partial(page_view, library, page)) for page in library.pages.values())
    for facet in (one.id for one in library.collection.facets("page")):
        yield facet_url(facet), _facet(library, facet)
        for term in library.vocabulary.terms(facet):
            yield term_url(facet, term.id), _term(library, facet, term)
    yield from ((url, partial(_one_of, indicators, url)) for url in indicator_urls(library))
    yield from ((url, partial(_one_of, years, url)) for url in year_urls(library))


def _facet(library: Library, facet: str) -> Callable[[], View]:
    return partial(places_view, library) if facet == "places" else partial(facet_view, library, facet)


def _term(library: Library, facet: str, term: Term) -> Callable[[], View]:
    if isinstance(term, Place):
        return partial(place_view, library, term)
    return partial(term_view, library, facet, term)


def _one_of(made: Callable[[], Mapping[str, View]], url: str) -> View:
    return made()[url]


def lists(library: Library) -> Iterator[View]:
    """The view of every page of a list that is too long for the page that it belongs to.

    Their addresses are not promised, since what stands at a place in a list changes with the collection.
    """
    yield from (view for page in site_pages() if page.lists for view in page.lists(library))
    yield from (view for case in library.cases.values() for view in case_lists(library, case))
    yield from (view for method in library.methods.values() for view in method_lists(library, method))
    yield from (view for page in library.pages.values() for view in page_lists(library, page))
    for facet in (one.id for one in library.collection.facets("page")):
        for term in library.vocabulary.terms(facet):
            yield from term_lists(library, facet, term)


def views(library: Library) -> Iterator[View]:
    """The view of every page of the site: of the outline, of long lists, and of every redirect from an old address."""
    yield from (view() for _, view in outline(library))
    yield from lists(library)
    yield from redirect_views(library)


__all__ = ["View", "footer", "lists", "navigation", "outline", "redirect_views", "views"]
