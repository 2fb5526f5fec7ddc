"""The time line of the cases: one row each, with dates no more exact than their sources."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from casebook.dates import Within, edges, period_zh, years
from casebook.library import Library, yearless
from casebook.model.records import Case
from casebook.model.values import Struct
from casebook.views.addresses import entry_link
from casebook.views.records import Link, Tick

MOST = 50  # rows: a picture of a thousand is none
LABELS = 6  # years on the axis, so that they stand apart on a phone


class BarPart(Struct):
    """A part of a bar, from `x` on, with a `width`.

    `kind` is `sure` inside the written period, `maybe` where it may have begun or ended, `open` towards an end of the
    axis if no end or beginning is written. `is_about` marks a rough or inferred date.
    """

    kind: str
    is_about: bool
    x: str
    width: str


class TimeRow(Struct):
    """A case on the time line."""

    case: Link
    period: str
    spans: tuple[BarPart, ...]


class TimeLine(Struct):
    """The cases by the day they began; `earlier` is the count of earlier cases that are not shown."""

    first: int
    last: int
    ticks: tuple[Tick, ...]
    rows: tuple[TimeRow, ...]
    earlier: int
    yearless: int


def time_line(library: Library) -> TimeLine:
    """The time line of the cases with a known year, at most the latest MOST."""
    dated = [case for case in library.newest if years(case.front.period)]
    dated.sort(key=lambda case: (_known(case)[0].first, _known(case)[-1].last, case.slug))
    shown = dated[-MOST:]
    axis = _Axis([within for case in shown for within in _known(case)])
    return TimeLine(
        first=axis.first,
        last=axis.last,
        ticks=axis.ticks,
        rows=tuple(_row(case, axis) for case in shown),
        earlier=len(dated) - len(shown),
        yearless=len(yearless(library)),
    )


def _known(case: Case) -> list[Within]:
    return [within for within in edges(case.front.period) if within]


def _row(case: Case, axis: "_Axis") -> TimeRow:
    period = case.front.period
    spans = tuple(axis.span(*part) for part in _parts(*edges(period), axis) if part.start < part.end)
    return TimeRow(case=entry_link(case), period=period_zh(period), spans=spans)


class _Part(NamedTuple):
    """A part of a bar, from the day `start` until before the day `end`."""

    kind: str
    is_about: bool
    start: int
    end: int


def _parts(start: Within | None, end: Within | None, axis: "_Axis") -> Iterator[_Part]:
    """The parts of a bar, from left to right."""
    if start and end and start.last >= end.first:  # 2021, 2021/2021-05: no day of it is sure
        yield _Part("maybe", start.is_about or end.is_about, start.first, end.last + 1)
        return
    if start:
        yield _Part("maybe", start.is_about, start.first, start.last + 1)
    between = ("sure", start.is_about or end.is_about) if start and end else ("open", False)
    yield _Part(*between, start.last + 1 if start else axis.start, end.first if end else axis.end)
    if end:
        yield _Part("maybe", end.is_about, end.first, end.last + 1)


class _Axis:
    """The axis from the first day of the first year to the last day of the last, in ordinals of `datetime`."""

    def __init__(self, known: list[Within]) -> None:
        days = [day for within in known for day in (within.first, within.last)] or [1]
        self.first = datetime.date.fromordinal(min(days)).year
        self.last = datetime.date.fromordinal(max(days)).year
        self.start = datetime.date(self.first, 1, 1).toordinal()
        self.end = datetime.date(self.last, 12, 31).toordinal() + 1

    def span(self, kind: str, is_about: bool, start: int, end: int) -> BarPart:
        """A part of a bar, in percent."""
        return BarPart(kind=kind, is_about=is_about, x=self._place(start), width=f"{self._share(end - start):.2f}%")

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The beginnings of years, as many as fit with their labels."""
        count = self.last - self.first + 1
        step = next(step for step in (1, 2, 5, 10, 20, 50) if count <= step * LABELS or step == 50)
        return tuple(
            Tick(label=str(year), place=self._place(datetime.date(year, 1, 1).toordinal()))
            for year in range(self.first, self.last + 1)
            if year % step == 0
        )

    def _place(self, day: int) -> str:
        return f"{self._share(day - self.start):.2f}%"

    def _share(self, days: int) -> float:
        return 100 * days / (self.end - self.start)
