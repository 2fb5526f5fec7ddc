"""Whose a figure is, where a page speaks of several programmes, and where it comes from."""

from casebook.library.library import Library
from casebook.model import Entry, Evidence, Method, Metric

_TELLING = 10  # a smaller value is found in two cases by chance


def programme(library: Library, entry: Entry, metric: Metric) -> str:
    """The slug of the other case that a figure belongs to; empty when it is the page's own.

    The author says so, or the case was linked earlier in the sentence: [[里水|lishui-…]]从25个主体里选出15个.
    """
    if metric.programme:
        return metric.programme if metric.programme != entry.slug else ""
    start = entry.text.rfind(metric.sentence, 0, metric.start + len(metric.sentence))
    linked = [
        link.target for link in entry.links if start <= link.start < metric.start and link.target in library.cases
    ]
    return linked[-1] if linked and linked[-1] != entry.slug else ""


def evidence(library: Library, entry: Entry, metric: Metric) -> Evidence | None:
    """Where a figure comes from: its own evidence, or on a method's page that of the very figure in a case.

    A method tells again what cases told: of the case that it names, or else of any that uses it, when the value is
    large enough not to be met by chance.
    """
    if metric.evidence or not isinstance(entry, Method):
        return metric.evidence
    named = programme(library, entry, metric)
    cases = [named] if named else list(dict.fromkeys(use.case for use in library.uses_of(entry.slug)))
    if named not in library.cases and metric.value < _TELLING:
        return None
    told = (other for slug in cases if slug in library.cases for other in library.cases[slug].metrics)
    return next((other.evidence for other in told if other.evidence and _is_same(metric, other, bool(named))), None)


def _is_same(one: Metric, other: Metric, of_one_case: bool) -> bool:
    same = (one.value, one.value_max, one.unit) == (other.value, other.value_max, other.unit)
    return same and (of_one_case or one.indicator == other.indicator)
