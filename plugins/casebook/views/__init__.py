"""Views: a Library to the record of every page of the site."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import chain, islice

from casebook.addresses import PACKS, editions_url, entry_url, facet_url, term_url
from casebook.library import Library
from casebook.model.terms import Place
from casebook.views.dated import dated_lists, editions_views, gone_methods, gone_view, since_view
from casebook.views.entries import case_view, page_view
from casebook.views.entry_lists import case_lists, method_lists, page_lists
from casebook.views.indicators import indicator_urls, indicator_views
from casebook.views.method_page import method_view
from casebook.views.packs import pack_lists, pack_url, pack_view, packs_view
from casebook.views.records import View
from casebook.views.redirects import redirect_views
from casebook.views.site_pages import footer, navigation, site_pages
from casebook.views.terms import facet_view, term_lists, term_view
from casebook.views.tiles import place_view, places_view
from casebook.views.years import year_urls, year_views

Group = tuple[tuple[str, ...], Callable[[], Iterable[View]]]  # addresses, and what makes the views of all of them


def outline(library: Library) -> Iterator[tuple[str, Callable[[], View]]]:
    """(address, function that makes the view) of every page whose address is kept.

    A view is made only when its function is called.
    """
    for addresses, make in _kept(library):
        made = cache(partial(_by_address, make))
        yield from ((url, partial(_one_of, made, url)) for url in addresses)


def _by_address(make: Callable[[], Iterable[View]]) -> Mapping[str, View]:
    return {view.url: view for view in make()}


def _one_of(made: Callable[[], Mapping[str, View]], url: str) -> View:
    return made()[url]


def _kept(library: Library) -> Iterator[Group]:
    """The pages whose address is kept: the one list of them."""

    def one(url: str, make: Callable[..., View], *of: object) -> Group:
        return (url,), lambda: (make(library, *of),)

    yield from (one(page.url, page.view) for page in site_pages() if page.view)
    yield from (one(entry_url(case), case_view, case) for case in library.cases.values())
    yield from (one(entry_url(method), method_view, method) for method in library.methods.values())
    yield from (one(editions_url(slug), _first_editions, slug) for slug in dated_lists(library))
    yield from (one(term_url("methods", slug), gone_view, slug) for slug in gone_methods(library))
    yield from (one(entry_url(page), page_view, page) for page in library.pages.values())
    packs = library.collection.packs
    yield from (one(PACKS, packs_view),) if packs else ()
    yield from (one(pack_url(pack), pack_view, pack) for pack in packs)
    for facet in (one.id for one in library.collection.facets("page")):
        yield one(facet_url(facet), places_view) if facet == "places" else one(facet_url(facet), facet_view, facet)
        for term in library.vocabulary.terms(facet):
            is_place = isinstance(term, Place)
            url = term_url(facet, term.id)
            yield one(url, place_view, term) if is_place else one(url, term_view, facet, term)
    yield tuple(indicator_urls(library)), partial(indicator_views, library)
    yield tuple(year_urls(library)), partial(year_views, library)


def _first_editions(library: Library, slug: str) -> View:
    return next(editions_views(library, slug))


def below(library: Library) -> Iterator[tuple[str, Callable[[], Iterable[View]]]]:
    """(address, function that makes views) of pages whose address is not promised, and of old addresses.

    These are the pages of lists that are too long for the page that they belong to: it stands at the address, they
    stand below it, and what stands at a place in a list changes with the collection.
    """
    yield from ((page.url, partial(page.lists, library)) for page in site_pages() if page.lists)
    yield from ((entry_url(case), partial(case_lists, library, case)) for case in library.cases.values())
    yield from ((entry_url(method), partial(method_lists, library, method)) for method in library.methods.values())
    yield from ((editions_url(slug), partial(_more_of_editions, library, slug)) for slug in dated_lists(library))
    yield from ((entry_url(page), partial(page_lists, library, page)) for page in library.pages.values())
    for facet in (one.id for one in library.collection.facets("page")):
        for term in library.vocabulary.terms(facet):
            yield term_url(facet, term.id), partial(term_lists, library, facet, term)
    yield PACKS, partial(pack_lists, library)
    yield "", partial(redirect_views, library)


def _more_of_editions(library: Library, slug: str) -> Iterator[View]:
    """The further pages of the list of the editions of a method, and what has changed in it since the newest."""
    yield from islice(editions_views(library, slug), 1, None)
    if method := library.methods.get(slug):
        yield since_view(library, method)


def lists(library: Library) -> Iterator[View]:
    """The view of every page of a list that is too long for the page that it belongs to."""
    return chain.from_iterable(make() for url, make in below(library) if url)


def units(library: Library) -> Iterator[Callable[[], Iterable[View]]]:
    """Functions that make views, each of some pages and without the others: all pages of the site together.

    These are those of the outline, of long lists, and redirects from old addresses.
    """
    yield from (make for _, make in _kept(library))
    yield from (make for _, make in below(library))


def views(library: Library) -> Iterator[View]:
    """The view of every page of the site."""
    return chain.from_iterable(make() for make in units(library))


__all__ = ["View", "below", "footer", "lists", "navigation", "outline", "redirect_views", "units", "views"]
