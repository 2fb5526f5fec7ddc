"""The names and axes of series of comparable figures."""

import math
from collections.abc import Sequence
from decimal import Decimal

from casebook.library import Library
from casebook.model.ratios import SeriesKey
from casebook.model.records import Metric
from casebook.views.records import Tick
from casebook.words import Words

LOG_FROM = 50  # an axis is logarithmic when the largest value is so many times the smallest
TICKS = 4  # marks of a linear axis beside zero
# What is counted, where two units are easily taken for one: what the note is called.
_EASILY_TAKEN = {"人次": "times", "人": "people"}
# Units that stand for several words (家, 支, 份 ...; 场, 次): what they count, and what follows a number.
_SEVERAL = {"个": ("number", ""), "场次": ("times", "次")}
_TEN_THOUSAND = "万"


def series_title(library: Library, key: SeriesKey) -> str:
    """The name of a series: unit, kind of money, scope."""
    vocabulary = library.vocabulary
    names = (
        _counted_by(library.words, key.unit),
        vocabulary["money-kinds", key.money].zh if key.money else "",
        vocabulary["scopes", key.scope].zh if key.scope else "",
    )
    return " · ".join(filter(None, names))


def _counted_by(words: Words, unit: str) -> str:
    if unit in _SEVERAL:
        return words[f"series_by_{_SEVERAL[unit][0]}"]
    return words("series_by", unit=unit)


def unit_word(key: SeriesKey) -> str:
    """The unit to write after a number of a series that is not from a text, such as a bound."""
    return _SEVERAL.get(key.unit, ("", key.unit))[1]


def unit_note(words: Words, unit: str) -> str:
    """A note on what a unit counts, if it is easily confused with another; else empty."""
    return words[f"series_counts_{_EASILY_TAKEN[unit]}"] if unit in _EASILY_TAKEN else ""


class Axis:
    """Places of values on a scale from 0 to 100: linear from zero, or logarithmic when they lie far apart."""

    def __init__(self, metrics: Sequence[Metric]) -> None:
        values = [float(value) for metric in metrics for value in (metric.value, metric.value_max) if value is not None]
        positive = [value for value in values if value > 0]
        self.is_log = bool(positive) and min(values) > 0 and max(positive) / min(positive) >= LOG_FROM
        if self.is_log:
            self._low: float = math.floor(math.log10(min(positive)))
            self._high: float = math.ceil(math.log10(max(positive)))
        else:
            self._step = _step(max(values, default=1))
            self._low, self._high = 0, self._step * math.ceil((max(values, default=1) or 1) / self._step)

    def place(self, value: Decimal) -> float:
        """The place of `value`, in percent."""
        at = math.log10(value) if self.is_log else float(value)
        return 100 * (at - self._low) / ((self._high - self._low) or 1)

    def reach(self, metric: Metric) -> tuple[str, str]:
        """The start and end of a figure, in percent; equal for a single value."""
        start, end = self.place(metric.value), self.place(metric.value_max or metric.value)
        return f"{start:.1f}%", f"{end:.1f}%"

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The marks of the axis."""
        if self.is_log:
            marks = [10.0**power for power in range(int(self._low), int(self._high) + 1)]
        else:
            marks = [self._step * n for n in range(round(self._high / self._step) + 1)]
        return tuple(Tick(label=_label(mark), place=f"{self.place(Decimal(str(mark))):.1f}%") for mark in marks)


def _step(largest: float) -> float:
    """A round distance between marks: 1, 2 or 5 times a power of ten, so that there are about TICKS of them."""
    rough = (largest or 1) / TICKS
    power: float = 10.0 ** math.floor(math.log10(rough))
    return next(power * nice for nice in (1, 2, 5, 10) if power * nice >= rough)


def _label(value: float) -> str:
    if value >= 10000:
        return f"{value / 10000:g}{_TEN_THOUSAND}"
    return f"{value:g}"
