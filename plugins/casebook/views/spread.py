"""Views of the spread of indicators over the cases of a method: what it took, and what came of it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from casebook.library import CaseFigures, Library, Spread, key_of, spread
from casebook.model.ratios import SeriesKey
from casebook.model.records import Method, Metric
from casebook.model.terms import Indicator
from casebook.model.values import Record
from casebook.views.addresses import entry_link, term_link
from casebook.views.axes import Axis, series_title
from casebook.views.figures import noted_link
from casebook.views.records import Link, Tick

TAKEN = ("人", "小时", "天", "元")  # units of what it takes, in the order in which people ask
FEWEST = 2  # cases with a figure before there is something to compare


class SpreadRow(Record):
    """The figures of one case for an indicator; their notes are scope, date and kind of money.

    `dots` are the start and end on the axis of each figure in the drawn series, in percent. `is_child`: a case above
    also reports the indicator and may include these figures.
    """

    case: Link
    figures: tuple[Link, ...]
    dots: tuple[tuple[str, str], ...]
    is_child: bool


class SpreadView(Record):
    """An indicator in the cases of a method; `silent` are the cases that do not report it.

    `series` is the name of the drawn series, whose figures are comparable; it is empty if none is drawn.
    """

    indicator: Link
    series: str
    ticks: tuple[Tick, ...]
    is_log: bool
    rows: tuple[SpreadRow, ...]
    silent: tuple[Link, ...]


def spread_view(library: Library, method: Method) -> tuple[SpreadView, ...]:
    """The spread of each indicator over the cases of a method: people, time and money that it took come first."""
    found = sorted(spread(library, method.slug), key=lambda one: _taking(library, one))
    return tuple(_spread(library, one) for one in found)


def _taking(library: Library, one: Spread) -> int:
    """The rank of an indicator: people, time and money first, then other inputs, then results."""
    term = library.vocabulary["indicators", one.indicator]
    assert isinstance(term, Indicator)
    if term.kind != "input":
        return len(TAKEN) + 1
    return TAKEN.index(term.unit) if term.unit in TAKEN else len(TAKEN)


def _spread(library: Library, one: Spread) -> SpreadView:
    """The spread of one indicator; the series with the most cases is drawn."""
    key, drawn = _most_told(one.told)
    axis = Axis([metric for metrics in drawn.values() for metric in metrics])
    told = sorted(one.told, key=lambda told: -max((m.value for m in drawn.get(told.case, ())), default=Decimal(-1)))
    return SpreadView(
        indicator=term_link("indicators", library.vocabulary["indicators", one.indicator]),
        series=series_title(library, key) if drawn else "",
        ticks=axis.ticks if drawn else (),
        is_log=axis.is_log,
        rows=tuple(
            SpreadRow(
                case=entry_link(library.cases[case.case]),
                figures=tuple(noted_link(library, library.cases[case.case], metric) for metric in case.metrics),
                dots=tuple(axis.reach(metric) for metric in drawn.get(case.case, ())),
                is_child=bool(case.under),
            )
            for case in told
        ),
        silent=tuple(entry_link(library.cases[slug]) for slug in one.silent),
    )


def _most_told(told: Sequence[CaseFigures]) -> tuple[SeriesKey, Mapping[str, Sequence[Metric]]]:
    """The series with the most cases, and its figures by case; no figures if only one case reports in it."""
    found: dict[SeriesKey, dict[str, list[Metric]]] = {}
    for case in told:
        for metric in case.metrics:
            found.setdefault(key_of(metric), {}).setdefault(case.case, []).append(metric)
    key, drawn = max(found.items(), key=lambda pair: len(pair[1]))
    return key, drawn if len(drawn) >= FEWEST else {}
