"""Views of the spread of indicators over the cases of a method: what it took, and what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from casebook.addresses import entry_url
from casebook.library import CaseFigures, Library, Spread, key_of, spread
from casebook.model.ratios import SeriesKey
from casebook.model.records import Method, Metric
from casebook.model.terms import Indicator
from casebook.model.values import Struct
from casebook.views.addresses import entry_link, term_link
from casebook.views.axes import Axis, series_title
from casebook.views.figures import noted_link, written
from casebook.views.paging import Beginning, ListView, Row, beginning, is_long, list_url, listed, row_itself
from casebook.views.records import Link, Tick

TAKEN = ("人", "小时", "天", "元")  # units of what it takes, in the order in which people ask
FIGURES = "figures"  # the list of all figures of the cases of a method
INDICATORS, ROWS, SILENT = 4, 5, 8  # indicators on the page of a method, and of each so many cases with and without
FEWEST = 2  # cases with a figure before there is something to compare


class SpreadRow(Struct):
    """The figures of one case for an indicator; their notes are scope, date and kind of money.

    `dots` are the start and end on the axis of each figure in the drawn series, in percent. `is_child`: a case above
    also reports the indicator and may include these figures.
    """

    case: Link
    figures: tuple[Link, ...]
    dots: tuple[tuple[str, str], ...]
    is_child: bool


class SpreadView(Struct):
    """An indicator in the cases of a method: the first rows; `silent` are the cases that do not report it.

    `series` is the name of the drawn series, whose figures are comparable; it is empty if none is drawn. `cases` is the
    count of all cases that report the indicator, `drawn` of those with figures in the series. `finding` says how
    many report comparable figures, and from which to which they reach, if it `is_range`.
    """

    indicator: Link
    finding: str
    is_range: bool
    series: str
    ticks: tuple[Tick, ...]
    is_log: bool
    rows: tuple[SpreadRow, ...]
    cases: int
    drawn: int
    silent: Beginning[Link]


def spread_view(library: Library, method: Method) -> Beginning[SpreadView]:
    """The spread of indicators over the cases of a method: people, time and money that it took come first."""
    url, found = list_url(entry_url(method), FIGURES), _spreads(library, method)
    first = found[:INDICATORS] if is_long(len(found), INDICATORS) else found
    rows = sum(len(one.told) for one in found)
    return Beginning(
        first=tuple(_spread(library, one, url) for one in first),
        count=rows,
        all=Link(text=library.words("spread_all", count=rows), url=url) if _is_cut(found) else None,
    )


def spread_lists(library: Library, method: Method, above: Sequence[Link]) -> Iterator[ListView]:
    """The pages of all figures of the cases of a method, if its own page has no room for them."""
    found = _spreads(library, method)
    if _is_cut(found):
        rows = [row for one in found for row in _rows(library, one)]
        yield from listed(library, above, FIGURES, library.words.spread_title, rows, row_itself, 0)


def _is_cut(found: Sequence[Spread]) -> bool:
    """Whether the page of a method has no room for all figures of its cases."""
    return is_long(len(found), INDICATORS) or any(is_long(len(one.told), ROWS) for one in found)


def _rows(library: Library, one: Spread) -> Iterator[Row]:
    """The figures of an indicator, a row for each case, in the order of its drawn series."""
    indicator = library.vocabulary["indicators", one.indicator].zh
    for told in _in_order(one.told, _most_told(one.told)[1]):
        case = library.cases[told.case]
        figures = tuple(noted_link(library, case, metric) for metric in told.metrics)
        yield Row(link=entry_link(case), facts=(indicator,), links=figures)


def _spreads(library: Library, method: Method) -> list[Spread]:
    return sorted(spread(library, method.slug), key=lambda one: _taking(library, one))


def _taking(library: Library, one: Spread) -> int:
    """The rank of an indicator: people, time and money first, then other inputs, then results."""
    term = library.vocabulary["indicators", one.indicator]
    assert isinstance(term, Indicator)
    if term.kind != "input":
        return len(TAKEN) + 1
    return TAKEN.index(term.unit) if term.unit in TAKEN else len(TAKEN)


def _spread(library: Library, one: Spread, url: str) -> SpreadView:
    """The spread of one indicator; the series with the most cases is drawn."""
    key, drawn = _most_told(one.told)
    axis = Axis([metric for metrics in drawn.values() for metric in metrics])
    told, comparable = _in_order(one.told, drawn), _comparable(one, drawn)
    series = series_title(library, key) if drawn else ""
    return SpreadView(
        indicator=term_link("indicators", library.vocabulary["indicators", one.indicator]),
        finding=_finding(library, one, series, comparable),
        is_range=len(comparable) > 1,
        series=series,
        ticks=axis.ticks if drawn else (),
        is_log=axis.is_log,
        rows=tuple(
            SpreadRow(
                case=entry_link(library.cases[case.case]),
                figures=tuple(noted_link(library, library.cases[case.case], metric) for metric in case.metrics),
                dots=tuple(axis.reach(metric) for metric in drawn.get(case.case, ())),
                is_child=bool(case.under),
            )
            for case in (told[:ROWS] if is_long(len(told), ROWS) else told)
        ),
        cases=len(told),
        drawn=len(drawn),
        silent=beginning(library, [entry_link(library.cases[slug]) for slug in one.silent], url, SILENT),
    )


def _in_order(told: Sequence[CaseFigures], drawn: Mapping[str, Sequence[Metric]]) -> list[CaseFigures]:
    """The cases with the largest figure in the drawn series first."""
    return sorted(told, key=lambda one: -max((m.value for m in drawn.get(one.case, ())), default=Decimal(-1)))


def _comparable(one: Spread, drawn: Mapping[str, Sequence[Metric]]) -> dict[str, Sequence[Metric]]:
    """The drawn figures by case, without those of cases within another, which may include them."""
    inside = {case.case for case in one.told if case.under}
    return {case: metrics for case, metrics in drawn.items() if case not in inside}


def _finding(library: Library, one: Spread, series: str, comparable: Mapping[str, Sequence[Metric]]) -> str:
    """How many cases report an indicator, and from which figure to which the comparable ones reach."""
    words, name = library.words, library.vocabulary["indicators", one.indicator].zh
    metrics = [metric for metrics in comparable.values() for metric in metrics]
    if not metrics:
        return words("spread_finding_mixed", count=len(one.told), indicator=name)
    told = words("spread_told", count=len(comparable), indicator=name, series=series)
    low = written(min(metrics, key=lambda metric: metric.value))
    high = written(max(metrics, key=lambda metric: metric.value_max or metric.value))
    return words("spread_finding", told=told, reach=low if low == high else words("spread_reach", low=low, high=high))


def spread_finding(library: Library, method: Method, found: Sequence[SpreadView]) -> str:
    """What the cases of a method report, in one line: the first comparable finding of those on its page."""
    if not found:
        return ""
    count = len({use.case for use in library.uses_of(method.slug)})
    first = next((one for one in found if one.is_range), found[0])
    return library.words("spread_line", all=count, finding=first.finding)


def _most_told(told: Sequence[CaseFigures]) -> tuple[SeriesKey, Mapping[str, Sequence[Metric]]]:
    """The series with the most cases, and its figures by case; no figures if only one case reports in it."""
    found: dict[SeriesKey, dict[str, list[Metric]]] = {}
    for case in told:
        for metric in case.metrics:
            found.setdefault(key_of(metric), {}).setdefault(case.case, []).append(metric)
    key, drawn = max(found.items(), key=lambda pair: len(pair[1]))
    return key, drawn if len(drawn) >= FEWEST else {}
