"""What the cases of a method report of one indicator, side by side: what it took, and what came of it."""

from collections.abc import Iterator

from casebook.library.library import Library
from casebook.library.series import own_metrics
from casebook.model import Indicator, Metric, Record

FEWEST = 2  # cases that report an indicator before it is worth comparing
_KINDS = ("input", "output", "reach", "outcome")
_SCOPES = ("final", "", "interim")  # of several figures of a case the first of these tells most
_UNNAMED = "other-count"


class Told(Record):
    """What one case reports of an indicator."""

    case: str
    metrics: tuple[Metric, ...]


class Spread(Record):
    """An indicator over the cases of a method: what each reports, and the slugs of those that do not report it."""

    indicator: str
    told: tuple[Told, ...]
    silent: tuple[str, ...]


def spread(library: Library, method: str) -> Iterator[Spread]:
    """The indicators that several cases of a method report, in the order of the vocabulary."""
    cases = dict.fromkeys(use.case for use in library.uses_of(method))
    figures = {slug: own_metrics(library, library.cases[slug]) for slug in cases}
    for term in library.vocabulary.terms("indicators"):
        if not isinstance(term, Indicator) or term.kind not in _KINDS or term.id == _UNNAMED:
            continue
        told = tuple(
            Told(case=slug, metrics=found)
            for slug, metrics in figures.items()
            if (found := _telling(tuple(m for m in metrics if m.indicator == term.id)))
        )
        if len(told) >= FEWEST:
            there = {one.case for one in told}
            yield Spread(indicator=term.id, told=told, silent=tuple(slug for slug in cases if slug not in there))


def _telling(metrics: tuple[Metric, ...]) -> tuple[Metric, ...]:
    """Of several figures of a case those with the scope that tells most: the final ones, else those without."""
    scope = next((scope for scope in _SCOPES if any(metric.scope == scope for metric in metrics)), None)
    return metrics if scope is None else tuple(metric for metric in metrics if metric.scope == scope)
