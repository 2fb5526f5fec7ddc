"""Views of indicators: the figures of all cases, and what can be derived from them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial

from casebook.addresses import ALL, INDICATORS, term_url
from casebook.library import Library, Ratio, Series, ratios, reporting, series
from casebook.library.grouping import grouped
from casebook.model.terms import Indicator
from casebook.model.values import Struct
from casebook.views.addresses import facet_link, facet_name, facet_note, home_link, term_link
from casebook.views.linked import linked_facet, linked_term
from casebook.views.paging import Beginning, ListView, Row, beginning, is_long, list_url, listed
from casebook.views.ratios import LackingRatio, RatioView, lacking_ratio, ratio_view
from casebook.views.records import View
from casebook.views.series import FACET, LEAST, SeriesView, series_lists, series_views
from casebook.views.site_page import SitePage
from casebook.views.terms import TERMS, FacetView, TermGroup, counted_link, used_first

RATIOS = "ratios"  # the list of all ratios of an indicator
KINDS = ("input", "output", "reach", "outcome", "context")  # the order in which they are listed


class RatioGroup(Struct):
    """The ratios of one kind, a case each."""

    title: str
    ratios: Beginning[RatioView]


class IndicatorView(View):
    """One indicator: its series and ratios; `filter_url` leads to cases with it, `data` to its figures as a file."""

    template: str = "indicator.html"
    title_en: str
    aliases: tuple[str, ...]
    note: str
    facts: tuple[tuple[str, str], ...]
    series: tuple[SeriesView, ...]
    filter_url: str
    ratios: tuple[RatioGroup, ...]
    lacking: tuple[LackingRatio, ...]
    cases: int
    data: str


class IndicatorsView(FacetView):
    """All indicators, each with a bar for the share of `cases` that report it."""

    template: str = "indicators.html"
    cases: int


def indicator_urls(library: Library) -> Iterator[str]:
    """The addresses of the views of indicators."""
    yield INDICATORS
    for term in library.vocabulary.terms("indicators"):
        yield term_url("indicators", term.id)


def indicator_views(library: Library) -> Iterator[IndicatorsView | IndicatorView]:
    """The view of the list of indicators, then of each indicator."""
    found = series(library)
    yield _list(library, found)
    for term in library.vocabulary.terms("indicators"):
        if isinstance(term, Indicator):
            yield _indicator(library, term, found)


def _list(library: Library, found: Mapping[str, tuple[Series, ...]]) -> IndicatorsView:
    cases = reporting(found)
    counted = [(term, len(cases.get(term.id, ()))) for term in library.vocabulary.terms("indicators")]
    groups = (
        TermGroup(
            label=library.words[f"indicator_kind_{kind}"],
            links=beginning(
                library,
                [pair for pair in used_first(counted) if getattr(pair[0], "kind", "") == kind],
                list_url(ALL, FACET),
                TERMS,
            ).map(lambda pair: counted_link(FACET, *pair)),
        )
        for kind in KINDS
    )
    return IndicatorsView(
        cases=len(library.cases),
        url=INDICATORS,
        title=facet_name(library, FACET),
        description=facet_note(library, FACET),
        crumbs=(home_link(library),),
        linked=linked_facet(library, FACET),
        groups=tuple(group for group in groups if group.links.count),
    )


def _indicator(library: Library, term: Indicator, all_series: Mapping[str, tuple[Series, ...]]) -> IndicatorView:
    found, url = all_series.get(term.id, ()), term_url(FACET, term.id)
    rows = [row for row in library.collection.ratios if term.id in (row.over.indicator, row.under.indicator)]
    is_filter = bool(found) and term.comparable
    words = library.words
    derived = grouped((one.row.id, one) for one in ratios(library))
    not_derived = (row for row in rows if row.id not in derived)
    return IndicatorView(
        url=url,
        title=term.zh,
        title_en=term.en,
        description=term.note or words("indicator_description", indicator=term.zh),
        crumbs=(home_link(library), facet_link(library, FACET)),
        linked=linked_term(library, FACET, term),
        aliases=term.aliases,
        note=term.note,
        facts=(
            (words.indicator_kinds, words[f"indicator_kind_{term.kind}"]),
            (words.indicator_adds, words["indicator_additive" if term.additive else "indicator_apart"]),
        ),
        # Of a single series, the link for all of the indicator says the same.
        series=tuple(series_views(library, found, is_filter and len(found) > 1)),
        filter_url=f"cases/?indicator={term.id}" if is_filter else "",
        ratios=tuple(
            RatioGroup(
                title=row.zh,
                ratios=beginning(library, some, list_url(url, RATIOS), LEAST).map(partial(ratio_view, library)),
            )
            for row in rows
            if (some := derived.get(row.id))
        ),
        lacking=tuple(lacking_ratio(library, row, all_series) for row in not_derived),
        cases=len(library.cases),
        data=f"data/indicators/{term.id}.csv",
    )


def indicator_lists(library: Library) -> Iterator[ListView]:
    """The pages of the figures and ratios that the pages of indicators have no room for."""
    for indicator, found in series(library).items():
        term = library.vocabulary[FACET, indicator]
        above = (home_link(library), facet_link(library, FACET), term_link(FACET, term))
        yield from series_lists(library, found, above)
        own = [one for one in ratios(library) if indicator in (one.row.over.indicator, one.row.under.indicator)]
        if any(is_long(count, LEAST) for count in Counter(one.row.zh for one in own).values()):
            title = library.words.ratios_title
            yield from listed(library, above, RATIOS, title, own, partial(_ratio_row, library), 0)


def _ratio_row(library: Library, ratio: Ratio) -> Row:
    one = ratio_view(library, ratio)
    return Row(link=one.case, facts=(one.title, one.value, *one.notes), links=one.formula)


PAGES = (SitePage(INDICATORS, name="facet_indicators", footer=38, lists=indicator_lists),)
