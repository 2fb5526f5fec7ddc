"""Figures of cases that the page of a method repeats."""

from casebook.library.library import Library
from casebook.model.records import Entry, Method, Metric

_TELLING = 10  # a smaller value is found in two cases by chance


def original(library: Library, entry: Entry, metric: Metric) -> Metric:
    """The figure of a case that a figure on a method's page repeats, with its evidence; else the figure itself.

    The case is the one that the sentence names; or, for a value too large to agree by chance, any case that uses the
    method.
    """
    if metric.evidence or not isinstance(entry, Method):
        return metric
    named = library.programme(entry, metric)
    if not named and metric.value < _TELLING:
        return metric
    cases = [named] if named else dict.fromkeys(use.case for use in library.uses_of(entry.slug))
    told = (other for slug in cases if slug in library.cases for other in library.cases[slug].metrics)
    return next((other for other in told if other.evidence and _is_same(metric, other, bool(named))), metric)


def _is_same(one: Metric, other: Metric, of_one_case: bool) -> bool:
    same = (one.value, one.value_max, one.unit) == (other.value, other.value_max, other.unit)
    return same and (of_one_case or one.indicator == other.indicator)
