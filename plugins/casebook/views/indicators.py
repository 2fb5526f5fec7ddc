"""Views of indicators: what every case reports of one, as tables and on axes."""

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
from casebook.model.ratios import RatioRow, SeriesKey
from casebook.model.records import Case, Metric
from casebook.model.terms import Indicator, Term
from casebook.views.addresses import (
    INDICATORS,
    entry_link,
    entry_url,
    facet_link,
    facet_name,
    facet_note,
    figure_place,
    home_link,
    term_link,
    term_url,
)
from casebook.views.axes import Axis, series_title, unit_note
from casebook.views.bodies import notes, quoted, written
from casebook.views.entries import short_facts
from casebook.views.pictures import IndicatorsView
from casebook.views.records import Group, IndicatorView, LackingRatio, Link, RatioView, SeriesRow, SeriesView
from casebook.views.site_page import SitePage
from casebook.views.terms import used_first

FACET = "indicators"
KINDS = ("input", "output", "reach", "outcome", "context")  # the order in which they are listed


def indicator_urls(library: Library) -> Iterator[str]:
    """The addresses of these views."""
    yield INDICATORS
    for term in library.vocabulary.terms("indicators"):
        yield term_url("indicators", term.id)


def indicator_views(library: Library) -> Iterator[IndicatorsView | IndicatorView]:
    """The list of indicators, then the page of each."""
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
        cases=max(1, len(library.cases)),
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
        ratios=tuple(_ratio(library, one) for one in derived if one.row in rows),
        lacking=tuple(_lacking(library, row, all_series) for row in rows if not any(one.row == row for one in derived)),
        cases=len(library.cases),
    )


def _all_series(library: Library, found: Sequence[Series], is_filter: bool) -> Iterator[SeriesView]:
    """The series of an indicator. Those of one unit stand apart by money or scope; the first says what the unit is."""
    units: set[str] = set()
    for one in found:
        note = "" if one.key.unit in units else unit_note(library.words, one.key.unit)
        yield _series(library, one, note, filter_url(one.key) if is_filter else "")
        units.add(one.key.unit)


def filter_url(key: SeriesKey) -> str:
    """The cases by a series, where bounds can be set."""
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
    """Whether the figures of an indicator may be set side by side."""
    return not isinstance(term, Indicator) or term.comparable


def _ascii(unit: str) -> str:
    """A unit as part of an anchor: its code points, since anchors are ASCII."""
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


def figure_link(case: Case, metric: Metric) -> Link:
    """A figure as written, leading to its sentence."""
    return Link(text=written(metric), url=f"{entry_url(case)}#{figure_place(case, metric)}", note=quoted(metric))


def _grade(library: Library, case: Case, metric: Metric) -> str:
    """How far the source of a figure can be trusted; of a figure without evidence, that it has none."""
    if metric.evidence is None:
        return library.words.figures_without_source
    source = library.vocabulary["sources", metric.evidence.source]
    return library.vocabulary["grades", getattr(source, "grade", "")].zh


def _ratio(library: Library, one: Ratio) -> RatioView:
    case = library.cases[one.case]
    is_rounded = one.value * one.under.value != one.over.value
    said = {one.over.qualifier, one.under.qualifier} - {"exact"} | ({"about"} if is_rounded else set())
    about = _about(
        library, said.pop() if len(said) == 1 and one.under.qualifier == "exact" else "about" if said else ""
    )
    return RatioView(
        title=one.row.zh,
        case=entry_link(case),
        value=f"{about}{one.value:f}{one.row.over.unit}",
        formula=(figure_link(case, one.over), figure_link(case, one.under)),
        notes=notes(library, case, one.over),
    )


def _about(library: Library, qualifier: str) -> str:
    """What stands before a derived figure."""
    if qualifier in ("about", "range"):
        return "≈ "
    return library.words[f"qualifier_{qualifier}"] if qualifier else ""


def _lacking(library: Library, row: RatioRow, found: Mapping[str, tuple[Series, ...]]) -> LackingRatio:
    """A ratio that no case allows; where one part of it is nowhere reported, that part alone tells why."""
    find = library.vocabulary
    needs = tuple(
        term_link("indicators", find["indicators", key.indicator], note=series_title(library, key))
        for key in (row.over, row.under)
    )
    keys = (row.over.indicator, row.under.indicator)
    unreported = next((link for link, key in zip(needs, keys, strict=True) if key not in found), None)
    return LackingRatio(title=row.zh, needs=needs, unreported=unreported)


def shown(value: Decimal) -> str:
    """A value for the eye: 13903, 5020.86, 62619."""
    return f"{value.normalize():f}"


PAGES = (SitePage(INDICATORS, name="facet_indicators", footer=38),)
