"""Views of indicators: the figures of all cases, as tables and on axes."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from urllib.parse import urlencode

from casebook.library import (
    Library,
    Ratio,
    Report,
    Series,
    ratios,
    reporting,
    series,
    silent,
    total,
)
from casebook.model.ratios import SeriesKey
from casebook.model.records import Case, Metric
from casebook.model.terms import Indicator, Term
from casebook.model.values import Record
from casebook.views.addresses import (
    INDICATORS,
    entry_link,
    facet_link,
    facet_name,
    facet_note,
    home_link,
    term_link,
    term_url,
)
from casebook.views.axes import Axis, series_title, unit_note
from casebook.views.cards import short_facts
from casebook.views.figures import figure_link, notes
from casebook.views.ratios import LackingRatio, RatioView, lacking_ratio, ratio_view
from casebook.views.records import Group, Link, Tick, View
from casebook.views.site_page import SitePage
from casebook.views.terms import FacetView, used_first

FACET = "indicators"
KINDS = ("input", "output", "reach", "outcome", "context")  # the order in which they are listed


class SeriesRow(Record):
    """A figure of a case in a series; `start` and `end` are its places on the axis in percent."""

    case: Link
    figure: Link
    facts: tuple[str, ...]
    notes: tuple[str, ...]
    grade: str
    is_child: bool
    start: str
    end: str


class SeriesView(Record):
    """Comparable figures, as rows and on one axis; only the first series of a unit has a `unit_note`."""

    anchor: str
    title: str
    note: str
    unit_note: str
    rows: tuple[SeriesRow, ...]
    ticks: tuple[Tick, ...]
    is_log: bool
    total: str
    silent: int
    near: tuple[Link, ...]
    filter_url: str = ""


class IndicatorView(View):
    """One indicator: its series and ratios; `filter_url` is the page of all cases, filtered by it."""

    template: str = "indicator.html"
    title_en: str
    aliases: tuple[str, ...]
    note: str
    facts: tuple[tuple[str, str], ...]
    series: tuple[SeriesView, ...]
    filter_url: str
    ratios: tuple[RatioView, ...]
    lacking: tuple[LackingRatio, ...]
    cases: int


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
    derived = tuple(ratios(library))
    yield _list(library, found)
    for term in library.vocabulary.terms("indicators"):
        if isinstance(term, Indicator):
            yield _indicator(library, term, found, derived)


def _list(library: Library, found: Mapping[str, tuple[Series, ...]]) -> IndicatorsView:
    cases = reporting(found)
    counted = [(term, len(cases.get(term.id, ()))) for term in library.vocabulary.terms("indicators")]
    groups = (
        Group(
            label=library.words[f"indicator_kind_{kind}"],
            links=tuple(
                term_link("indicators", term, note=str(count))
                for term, count in used_first(counted)
                if isinstance(term, Indicator) and term.kind == kind
            ),
        )
        for kind in KINDS
    )
    return IndicatorsView(
        cases=len(library.cases),
        url=INDICATORS,
        title=facet_name(library, FACET),
        description=facet_note(library, FACET),
        crumbs=(home_link(library),),
        groups=tuple(group for group in groups if group.links),
    )


def _indicator(
    library: Library, term: Indicator, all_series: Mapping[str, tuple[Series, ...]], derived: tuple[Ratio, ...]
) -> IndicatorView:
    found = all_series.get(term.id, ())
    rows = [row for row in library.collection.ratios if term.id in (row.over.indicator, row.under.indicator)]
    is_filter = bool(found) and term.comparable
    words = library.words
    not_derived = (row for row in rows if not any(one.row == row for one in derived))
    return IndicatorView(
        url=term_url("indicators", term.id),
        title=term.zh,
        title_en=term.en,
        description=term.note or words("indicator_description", indicator=term.zh),
        crumbs=(home_link(library), facet_link(library, FACET)),
        aliases=term.aliases,
        note=term.note,
        facts=(
            (words.indicator_kinds, words[f"indicator_kind_{term.kind}"]),
            (words.indicator_adds, words["indicator_additive" if term.additive else "indicator_apart"]),
        ),
        # Of a single series, the link for all of the indicator says the same.
        series=tuple(_all_series(library, found, is_filter and len(found) > 1)),
        filter_url=f"cases/?indicator={term.id}" if is_filter else "",
        ratios=tuple(ratio_view(library, one) for one in derived if one.row in rows),
        lacking=tuple(lacking_ratio(library, row, all_series) for row in not_derived),
        cases=len(library.cases),
    )


def _all_series(library: Library, found: Sequence[Series], is_filter: bool) -> Iterator[SeriesView]:
    """The views of the series of an indicator; the first of each unit explains the unit."""
    units: set[str] = set()
    for one in found:
        note = "" if one.key.unit in units else unit_note(library.words, one.key.unit)
        yield _series(library, one, note, filter_url(one.key) if is_filter else "")
        units.add(one.key.unit)


def filter_url(key: SeriesKey) -> str:
    """The address of the page of all cases, filtered by a series."""
    return f"cases/?{urlencode({'indicator': key.indicator, 'series': key.id})}"


def _series(library: Library, one: Series, unit_note: str, url: str) -> SeriesView:
    find, key = library.vocabulary, one.key
    axis = Axis([report.metric for report in one.reports])
    quiet, near = silent(library, one)
    added = total(library, one)
    is_comparable = comparable(find["indicators", key.indicator])
    return SeriesView(
        anchor="-".join(filter(None, ("series", _ascii(key.unit), key.money, key.scope))),
        title=series_title(library, key),
        note=find["scopes", key.scope].note if key.scope else "",
        unit_note=unit_note,
        rows=tuple(_row(library, report, axis) for report in one.reports),
        ticks=axis.ticks if is_comparable and len(one.reports) > 1 else (),
        is_log=axis.is_log,
        total="" if added is None else f"{shown(added)}{key.unit}",
        silent=quiet,
        near=tuple(entry_link(library.cases[slug]) for slug in near),
        filter_url=url,
    )


def comparable(term: Term) -> bool:
    """Whether the figures of an indicator may be compared."""
    return not isinstance(term, Indicator) or term.comparable


def _ascii(unit: str) -> str:
    """A unit as code points, for anchors, which are ASCII."""
    return "".join(f"{ord(char):x}" for char in unit)


def _row(library: Library, report: Report, axis: Axis) -> SeriesRow:
    case, metric = library.cases[report.case], report.metric
    start, end = axis.reach(metric)
    return SeriesRow(
        case=entry_link(case),
        figure=figure_link(case, metric),
        facts=short_facts(library, case),
        notes=notes(library, case, metric),
        grade=_grade(library, case, metric),
        is_child=bool(report.under),
        start=start,
        end=end,
    )


def _grade(library: Library, case: Case, metric: Metric) -> str:
    """The grade of the source of a figure, or the words for a figure without evidence."""
    if metric.evidence is None:
        return library.words.figures_without_source
    source = library.vocabulary["sources", metric.evidence.source]
    return library.vocabulary["grades", getattr(source, "grade", "")].zh


def shown(value: Decimal) -> str:
    """A value as text: 13903, 5020.86, 62619."""
    return f"{value.normalize():f}"


PAGES = (SitePage(INDICATORS, name="facet_indicators", footer=38),)
