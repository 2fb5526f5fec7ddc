"""The view of all pages for readers without JavaScript, who have no search: the first of each kind, and their lists."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from casebook import facets
from casebook.addresses import ALL, CASES, METHODS, YEARS, facet_url
from casebook.library import Library
from casebook.model.values import Struct
from casebook.views.addresses import entry_link, facet_name, home_link, kind_name, term_link
from casebook.views.cards import entry_row, short_facts
from casebook.views.dated import editions_link, former_methods
from casebook.views.methods import most_used_methods
from casebook.views.paging import Beginning, ListView, Row, beginning, link_row, list_url, listed
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage
from casebook.views.site_pages import overviews
from casebook.views.terms import counted, used_first
from casebook.views.years import year_links

INDICATORS = "indicators"


class PageGroup(Struct):
    """Pages of one kind; `url` is the address of their own page, or empty."""

    anchor: str
    title: str
    url: str
    links: Beginning[Link]


class AllView(View):
    """The pages of the site by kind."""

    template: str = "all.html"
    groups: tuple[PageGroup, ...]


@dataclass(frozen=True)
class _Kind:
    """All pages of one kind: `link` gives the link to an item and `row` its row; `name` stands in addresses."""

    name: str
    title: str
    url: str
    items: Sequence[Any]
    link: Callable[[Any], Link]
    row: Callable[[Any], Row]
    note: str = ""


def all_view(library: Library) -> AllView:
    """The pages of the site by kind, each kind in the order of its own list."""
    kinds = list(_kinds(library))
    return AllView(
        url=ALL,
        title=library.words.all_title,
        description=library.words("all_description", count=sum(len(kind.items) for kind in kinds)),
        crumbs=(home_link(library),),
        groups=tuple(
            PageGroup(
                anchor=f"all-{kind.name}",
                title=kind.title,
                url=kind.url,
                links=beginning(library, kind.items, list_url(ALL, kind.name)).map(kind.link),
            )
            for kind in kinds
        ),
    )


def all_lists(library: Library) -> Iterator[ListView]:
    """The pages of the kinds that the page of all pages has no room for."""
    above = (home_link(library), Link(text=library.words.all_title, url=ALL))
    for kind in _kinds(library):
        yield from listed(library, above, kind.name, kind.title, kind.items, kind.row, note=kind.note)


def _kinds(library: Library) -> Iterator[_Kind]:
    words, row = library.words, partial(entry_row, library)
    yield _Kind(
        "cases",
        kind_name(library, "case"),
        CASES,
        library.newest,
        lambda case: entry_link(case, " · ".join(short_facts(library, case))),
        row,
        words.paging_newest,
    )
    methods = most_used_methods(library)
    yield _Kind("methods", kind_name(library, "method"), METHODS, methods, entry_link, row, words.paging_used)
    pages = (*map(entry_link, library.pages.values()), *overviews(library))
    yield _Kind("pages", kind_name(library, "page"), "", pages, _as_it_is, link_row)
    for facet in (*(facet.id for facet in library.collection.facets("page")), INDICATORS):
        yield _terms(library, facet)
    if former := [editions_link(library, slug) for slug in former_methods(library)]:
        yield _Kind("former-methods", words.dated_former_methods, "", former, _as_it_is, link_row)
    years = [Link(text=one.text, url=one.url) for one in year_links(library)]
    yield _Kind("years", facet_name(library, facets.YEARS), YEARS, years, _as_it_is, link_row)


def _terms(library: Library, facet: str) -> _Kind:
    return _Kind(
        facet,
        facet_name(library, facet),
        facet_url(facet),
        used_first(counted(library, facet)),
        lambda pair: term_link(facet, pair[0]),
        lambda pair: Row(link=term_link(facet, pair[0]), facts=(library.words("facet_pages", count=pair[1]),)),
        library.words.paging_used,
    )


def _as_it_is(link: Link) -> Link:
    return link


PAGES = (SitePage(ALL, all_view, title="all_title", name="all_title", footer=110, lists=all_lists),)
