"""The view of all cases, to be filtered, sorted and shown in several ways."""

from casebook.dates import period_zh
from casebook.library import METHODS as METHOD_FACET
from casebook.library import Library
from casebook.model.records import Case
from casebook.model.terms import Place
from casebook.model.values import Record
from casebook.views.addresses import FACETS, YEARS, entry_link, term_link
from casebook.views.entries import CASES, HOME, METHODS, card, key_figures
from casebook.views.pictures import TileMap
from casebook.views.records import Card, FigureView, Link, View
from casebook.views.tiles import province_map, town_map

COUNTRY = "china"  # the name of the map that no place has
PAGE = 100  # cases of a page of the list, and of a file of their cards


class Filter(Record):
    """A facet as one filters by it: its key in the address, its name, its own page, what several choices mean.

    Where `joins` is `all` a case must have every one chosen, where it is `any` one of them.
    """

    key: str
    facet: str
    name: str
    url: str
    joins: str


def _filter(key: str, facet: str, joins: str) -> Filter:
    return Filter(key=key, facet=facet, name=FACETS[facet][0], url=f"{facet}/", joins=joins)


# A case has several themes, methods and actors, so that asking for two of them asks something; most have one form,
# place, scale, year and grade, where two can only mean either.
FILTERS = (
    _filter("theme", "themes", "all"),
    Filter(key="method", facet=METHOD_FACET, name="用到的方法", url=METHODS.url, joins="all"),
    _filter("place", "places", "any"),
    _filter("form", "forms", "any"),
    _filter("actor", "actors", "all"),
    _filter("beneficiary", "beneficiaries", "all"),
    _filter("organisation", "organisations", "all"),
    _filter("scale", "scales", "any"),
    Filter(key="year", facet="years", name="年份", url=YEARS, joins="any"),
    Filter(key="grade", facet="grades", name="来源等级", url="sources/", joins="any"),
)


class CaseRow(Record):
    """A case as a row of a table."""

    case: Link
    places: str
    period: str
    forms: tuple[Link, ...]
    figures: tuple[FigureView, ...]


class ExploreView(View):
    """All cases; `cards` are the newest, of which the page is made without JavaScript."""

    template: str = "explore.html"
    filters: tuple[Filter, ...] = FILTERS
    count: int
    cards: tuple[Card, ...]


def explore_view(library: Library) -> ExploreView:
    """The page of all cases, the newest first."""
    return ExploreView(
        url=CASES.url,
        title="全部案例",
        description=f"{len(library.cases)} 个案例：按主题、方法、地点、数字筛选，排序，列表或对照。",
        crumbs=(HOME,),
        count=len(library.cases),
        cards=tuple(card(library, case) for case in library.newest[:PAGE]),
    )


def case_row(library: Library, case: Case) -> CaseRow:
    """A case in the table of cases."""
    find = library.vocabulary
    lineage = [place.zh for place in reversed(find.lineage(case.front.places[0]))]
    return CaseRow(
        case=entry_link(case),
        places=" ".join(lineage[-2:]),
        period=period_zh(case.front.period),
        forms=tuple(term_link("forms", find["forms", form]) for form in case.front.forms),
        figures=key_figures(library, case)[:2],
    )


def case_maps(library: Library) -> dict[str, TileMap]:
    """The maps on which cases can be found: of the provinces, and by the id of a place of its towns."""
    maps = {COUNTRY: province_map(library)}
    for place in library.vocabulary.terms("places"):
        if isinstance(place, Place) and (found := town_map(library, place)):
            maps[place.id] = found
    return maps
