"""The spread of an indicator over the cases of a method: what it took, and what came of it."""

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
    """What one case of a method reports of an indicator; the note of a figure tells scope, date, kind of money.

    `dots` are from where to where each figure of the series that is drawn reaches on the axis, in percent. `is_child`
    when a case above it reports the indicator, too, whose figure may hold this one.
    """

    case: Link
    figures: tuple[Link, ...]
    dots: tuple[tuple[str, str], ...]
    is_child: bool


class SpreadView(Record):
    """An indicator over the cases of a method; `silent` are those that do not report it.

    `series` names the figures that are drawn on an axis, since they may be compared; it is empty where none may.
    """

    indicator: Link
    series: str
    ticks: tuple[Tick, ...]
    is_log: bool
    rows: tuple[SpreadRow, ...]
    silent: tuple[Link, ...]


def spread_view(library: Library, method: Method) -> tuple[SpreadView, ...]:
    """What the cases of a method report, an indicator a row: people, time and money that it took first."""
    found = sorted(spread(library, method.slug), key=lambda one: _taking(library, one))
    return tuple(_spread(library, one) for one in found)


def _taking(library: Library, one: Spread) -> int:
    """What an indicator is about: whom, how long and how much it took, what else it took, what came of it."""
    term = library.vocabulary["indicators", one.indicator]
    assert isinstance(term, Indicator)
    if term.kind != "input":
        return len(TAKEN) + 1
    return TAKEN.index(term.unit) if term.unit in TAKEN else len(TAKEN)


def _spread(library: Library, one: Spread) -> SpreadView:
    """One indicator. Of its figures those are drawn that may be compared and of which most cases have one."""
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
    """The series that most of the cases report in, and their figures in it; none where only one does."""
    found: dict[SeriesKey, dict[str, list[Metric]]] = {}
    for case in told:
        for metric in case.metrics:
            found.setdefault(key_of(metric), {}).setdefault(case.case, []).append(metric)
    key, drawn = max(found.items(), key=lambda pair: len(pair[1]))
    return key, drawn if len(drawn) >= FEWEST else {}
