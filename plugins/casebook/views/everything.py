"""The view of all pages, one line each, for readers without JavaScript, who have no search."""

from casebook import facets
from casebook.library import Library
from casebook.model.values import Record
from casebook.views.addresses import (
    CASES,
    METHODS,
    YEARS,
    entry_link,
    facet_name,
    facet_url,
    home_link,
    kind_name,
    term_link,
)
from casebook.views.cards import short_facts
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage
from casebook.views.site_pages import overviews
from casebook.views.years import year_links

URL = "all/"
INDICATORS = "indicators"


class PageGroup(Record):
    """Pages of one kind; `url` is the address of their own list, or empty."""

    anchor: str
    title: str
    url: str
    links: tuple[Link, ...]


class AllView(View):
    """Every page of the site, by kind."""

    template: str = "all.html"
    groups: tuple[PageGroup, ...]


def all_view(library: Library) -> AllView:
    """The list of all pages by kind, each kind in the order of its own list."""
    groups = (
        PageGroup(
            anchor="all-cases",
            title=kind_name(library, "case"),
            url=CASES,
            links=tuple(entry_link(case, " · ".join(short_facts(library, case))) for case in library.newest),
        ),
        PageGroup(
            anchor="all-methods",
            title=kind_name(library, "method"),
            url=METHODS,
            links=tuple(entry_link(method) for method in library.methods.values()),
        ),
        PageGroup(
            anchor="all-pages",
            title=kind_name(library, "page"),
            url="",
            links=(*(entry_link(page) for page in library.pages.values()), *overviews(library)),
        ),
        *(_terms(library, facet.id) for facet in library.collection.facets("page")),
        _terms(library, INDICATORS),
        PageGroup(
            anchor="all-years",
            title=facet_name(library, facets.YEARS),
            url=YEARS,
            links=tuple(Link(text=one.text, url=one.url) for one in year_links(library)),
        ),
    )
    count = sum(len(group.links) for group in groups)
    return AllView(
        url=URL,
        title=library.words.all_title,
        description=library.words("all_description", count=count),
        crumbs=(home_link(library),),
        groups=groups,
    )


def _terms(library: Library, facet: str) -> PageGroup:
    links = tuple(term_link(facet, term) for term in library.vocabulary.terms(facet))
    return PageGroup(anchor=f"all-{facet}", title=facet_name(library, facet), url=facet_url(facet), links=links)


PAGES = (SitePage(URL, all_view, title="all_title", name="all_title", footer=110),)
