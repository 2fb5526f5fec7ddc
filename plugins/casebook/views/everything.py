"""The view of all pages: a line each, for who reads without JavaScript and so without search."""

from casebook.library import Library
from casebook.model.values import Record
from casebook.views.addresses import (
    ALL,
    CAVEATS,
    COMPARE,
    ENGLISH,
    FACETS,
    GAPS,
    GLOSSARY,
    INDICATORS,
    KIND_NAMES,
    MATRIX,
    YEARS,
    entry_link,
    term_link,
)
from casebook.views.entries import CASES, HOME, METHODS, short_facts
from casebook.views.records import Link, View
from casebook.views.years import year_links

# pages about the whole collection, which belong to no case, method or term
OVERVIEWS = (
    Link(text="案例 × 方法", url=MATRIX),
    Link(text="读之前要知道", url=CAVEATS),
    Link(text="还缺什么", url=GAPS),
    Link(text="中英术语", url=GLOSSARY),
    Link(text="English", url=ENGLISH),
    Link(text="并排比较案例", url=COMPARE),
)


class PageGroup(Record):
    """Pages of one kind; `url` is that of their own list, if they have one."""

    anchor: str
    title: str
    url: str
    links: tuple[Link, ...]


class AllView(View):
    """Every page of the site, by kind."""

    template: str = "all.html"
    groups: tuple[PageGroup, ...]


def all_view(library: Library) -> AllView:
    """The list of all pages, in the order in which the lists of each kind have them."""
    groups = (
        PageGroup(
            anchor="all-cases",
            title=KIND_NAMES["case"],
            url=CASES.url,
            links=tuple(entry_link(case, " · ".join(short_facts(library, case))) for case in library.newest),
        ),
        PageGroup(
            anchor="all-methods",
            title=KIND_NAMES["method"],
            url=METHODS.url,
            links=tuple(entry_link(method) for method in library.methods.values()),
        ),
        PageGroup(
            anchor="all-pages",
            title=KIND_NAMES["page"],
            url="",
            links=(*(entry_link(page) for page in library.pages.values()), *OVERVIEWS),
        ),
        *(_terms(library, facet, name) for facet, (name, _) in {**FACETS, "indicators": INDICATORS}.items()),
        PageGroup(
            anchor="all-years",
            title="年份",
            url=YEARS,
            links=tuple(Link(text=one.text, url=one.url) for one in year_links(library)),
        ),
    )
    count = sum(len(group.links) for group in groups)
    return AllView(
        url=ALL,
        title="全部页面",
        description=f"案例库的 {count} 页，一页一行；可以用浏览器自己的查找功能找标题。",
        crumbs=(HOME,),
        groups=groups,
    )


def _terms(library: Library, facet: str, name: str) -> PageGroup:
    links = tuple(term_link(facet, term) for term in library.vocabulary.terms(facet))
    return PageGroup(anchor=f"all-{facet}", title=name, url=f"{facet}/", links=links)
