"""Views of series: comparable figures of cases as a table with a plot, and as a list of all of them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from urllib.parse import urlencode

from casebook.addresses import term_url
from casebook.library import Library, Report, Series, silent, total
from casebook.model.ratios import SeriesKey
from casebook.model.records import Case, Metric
from casebook.model.terms import Indicator, Term
from casebook.model.values import Struct
from casebook.views.addresses import entry_link
from casebook.views.axes import Axis, series_title, unit_note
from casebook.views.cards import short_facts
from casebook.views.figures import figure_link, notes
from casebook.views.paging import Beginning, ListView, Row, beginning, list_url, listed
from casebook.views.records import Link, Tick

FACET = "indicators"
ROWS, LEAST, NEAR = 40, 6, 8  # figures on a page, of each series at least, and cases that one may ask for more


class SeriesRow(Struct):
    """A figure of a case in a series; `start` and `end` are its places on the axis in percent."""

    case: Link
    figure: Link
    facts: tuple[str, ...]
    notes: tuple[str, ...]
    grade: str
    is_child: bool
    start: str
    end: str


class SeriesView(Struct):
    """Comparable figures, the largest first, as rows and on one axis; the first series of a unit has a `unit_note`."""

    anchor: str
    title: str
    note: str
    unit_note: str
    rows: Beginning[SeriesRow]
    ticks: tuple[Tick, ...]
    is_log: bool
    total: str
    silent: int
    near: tuple[Link, ...]
    filter_url: str = ""


def series_views(library: Library, found: Sequence[Series], is_filter: bool) -> Iterator[SeriesView]:
    """The views of the series of an indicator; the first of each unit explains the unit."""
    units: set[str] = set()
    for one in found:
        note = "" if one.key.unit in units else unit_note(library.words, one.key.unit)
        yield _series(library, one, _shown(found), note, filter_url(one.key) if is_filter else "")
        units.add(one.key.unit)


def filter_url(key: SeriesKey) -> str:
    """The address of the page of all cases, filtered by a series."""
    return f"cases/?{urlencode({'indicator': key.indicator, 'series': key.id})}"


def _series(library: Library, one: Series, rows: int, unit_note: str, url: str) -> SeriesView:
    find, key = library.vocabulary, one.key
    whole = list_url(term_url(FACET, key.indicator), anchor(key))
    axis = Axis([report.metric for report in one.reports])
    quiet, near = silent(library, one, NEAR)
    added = total(library, one)
    is_comparable = comparable(find["indicators", key.indicator])
    return SeriesView(
        anchor=anchor(key),
        title=series_title(library, key),
        note=find["scopes", key.scope].note if key.scope else "",
        unit_note=unit_note,
        rows=beginning(library, one.reports, whole, rows).map(lambda report: _row(library, report, axis)),
        ticks=axis.ticks if is_comparable and len(one.reports) > 1 else (),
        is_log=axis.is_log,
        total="" if added is None else f"{shown(added)}{key.unit}",
        silent=quiet,
        near=tuple(entry_link(library.cases[slug]) for slug in near),
        filter_url=url,
    )


def anchor(key: SeriesKey) -> str:
    """The anchor of a series on the page of its indicator, and the name of the list of all its figures."""
    return "-".join(filter(None, ("series", _ascii(key.unit), key.money, key.scope)))


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


def series_lists(library: Library, found: Sequence[Series], above: Sequence[Link]) -> Iterator[ListView]:
    """The pages of the figures of an indicator that its own page has no room for."""
    row, note = partial(_list_row, library), library.words.paging_largest
    for one in found:
        title = series_title(library, one.key)
        yield from listed(library, above, anchor(one.key), title, one.reports, row, _shown(found), note)


def _shown(found: Sequence[Series]) -> int:
    """How many figures of each series stand on the page of an indicator."""
    return max(LEAST, ROWS // len(found))


def _list_row(library: Library, report: Report) -> Row:
    case, metric = library.cases[report.case], report.metric
    figure = figure_link(case, metric)
    return Row(
        link=entry_link(case),
        facts=(
            *short_facts(library, case),
            *((library.words.series_child,) if report.under else ()),
            *notes(library, case, metric),
            _grade(library, case, metric),
        ),
        text=figure.note,
        links=(Link(text=figure.text, url=figure.url),),
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
