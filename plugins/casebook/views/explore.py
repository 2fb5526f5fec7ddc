"""The view of all cases, which scripts filter, sort and show in several ways."""

from casebook.addresses import ALL, CASES, facet_url
from casebook.dates import period_zh
from casebook.library import Library
from casebook.model.records import Case
from casebook.model.terms import Place
from casebook.model.values import Struct
from casebook.views.addresses import entry_link, facet_name, home_link, term_link
from casebook.views.cards import Card, card, key_figures, where
from casebook.views.figures import FigureView
from casebook.views.paging import is_long, list_url
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage
from casebook.views.tiles import TileMap, province_map, town_map

COUNTRY = "china"  # the name of the map that no place has
PAGE = 30  # cases of a page of the list


class Filter(Struct):
    """A facet as a filter: its key in the address, its name, its page, and how several choices are joined.

    If `joins` is `all`, a case must have every chosen term; if it is `any`, one of them.
    """

    key: str
    facet: str
    name: str
    url: str
    joins: str


class CaseRow(Struct):
    """A case as a row of a table."""

    case: Link
    places: str
    period: str
    forms: tuple[Link, ...]
    figures: tuple[FigureView, ...]


class ExploreView(View):
    """All cases; `cards` are the newest, shown without JavaScript, too; `all` is the page with the titles of all."""

    template: str = "explore.html"
    filters: tuple[Filter, ...]
    has_map: bool
    count: int
    cards: tuple[Card, ...]
    all: str


def filters(library: Library) -> tuple[Filter, ...]:
    """The filters of cases."""
    return tuple(
        Filter(
            key=facet.key,
            facet=facet.id,
            name=library.words[facet.filter_name] if facet.filter_name else facet_name(library, facet.id),
            url=facet_url(facet.listed_at or facet.id),
            joins=facet.joins,
        )
        for facet in library.collection.facets("filter")
    )


def _first_filters(library: Library) -> str:
    """The names of the facets that come first among the filters."""
    return library.words.text_comma.join(facet_name(library, one.id) for one in library.collection.facets("filter")[:3])


def explore_view(library: Library) -> ExploreView:
    """The page of all cases, the newest first."""
    return ExploreView(
        url=CASES,
        title=library.words.explore_title,
        description=library.words("explore_description", count=len(library.cases), facets=_first_filters(library)),
        crumbs=(home_link(library),),
        count=len(library.cases),
        filters=filters(library),
        has_map=province_map(library) is not None and library.has("places"),
        cards=tuple(card(library, case) for case in library.newest[:PAGE]),
        all=list_url(ALL, "cases") if is_long(len(library.cases)) else f"{ALL}#all-cases",
    )


def case_row(library: Library, case: Case) -> CaseRow:
    """The row of a case in the table of cases."""
    find = library.vocabulary
    return CaseRow(
        case=entry_link(case),
        places=where(library, case),
        period=period_zh(case.front.period),
        forms=tuple(term_link("forms", find["forms", form]) for form in case.front.forms),
        figures=key_figures(library, case)[:2],
    )


def case_maps(library: Library) -> dict[str, TileMap]:
    """The maps of cases: of the provinces, and of the towns of a place by its id."""
    country = province_map(library)
    maps = {COUNTRY: country} if country else {}
    for place in library.vocabulary.terms("places"):
        if isinstance(place, Place) and (found := town_map(library, place)):
            maps[place.id] = found
    return maps


PAGES = (SitePage(CASES, explore_view, title="explore_title", name="kind_case", footer=10),)
