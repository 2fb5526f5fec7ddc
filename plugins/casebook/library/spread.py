"""The figures of one indicator in all cases of a method, side by side: what it took and what came of it."""

from collections.abc import Iterator, Mapping, Set

from casebook.library.library import Library
from casebook.library.series import all_above, key_of, own_metrics
from casebook.model.ratios import SeriesKey
from casebook.model.records import Metric
from casebook.model.terms import Indicator
from casebook.model.values import Record
from casebook.once import once

FEWEST = 2  # cases that report an indicator before it is worth comparing
_KINDS = ("input", "output", "reach", "outcome")
_SCOPES = ("final", "", "interim")  # of several figures of a case the first of these tells most


class CaseFigures(Record):
    """The figures of one case for an indicator; `under` is the case above that also reports it and may include them."""

    case: str
    metrics: tuple[Metric, ...]
    under: str = ""


class Spread(Record):
    """An indicator in the cases of a method: the figures of those that report it, and the slugs of the others."""

    indicator: str
    told: tuple[CaseFigures, ...]
    silent: tuple[str, ...]


@once
def spread(library: Library, method: str) -> tuple[Spread, ...]:
    """A Spread for each indicator that several cases of a method report, in the order of the vocabulary."""
    return tuple(_spread(library, method))


def _spread(library: Library, method: str) -> Iterator[Spread]:
    cases = dict.fromkeys(use.case for use in library.uses_of(method))
    figures = {slug: own_metrics(library, slug) for slug in cases}
    for term in library.vocabulary.terms("indicators"):
        if not isinstance(term, Indicator) or term.kind not in _KINDS or not term.comparable:
            continue
        every = {slug: _telling(metrics, term.id) for slug, metrics in figures.items()}
        found = {slug: metrics for slug, metrics in every.items() if metrics}
        if len(found) >= FEWEST:
            keys = {slug: set(map(key_of, metrics)) for slug, metrics in found.items()}
            told = (
                CaseFigures(case=slug, metrics=metrics, under=_under(library, slug, keys))
                for slug, metrics in found.items()
            )
            silent = tuple(slug for slug in cases if slug not in found)
            yield Spread(indicator=term.id, told=tuple(told), silent=silent)


def _under(library: Library, slug: str, keys: Mapping[str, Set[SeriesKey]]) -> str:
    """The case above `slug` that reports in one of the same series (38人 and 2161人次 are two series)."""
    return next((one for one in all_above(library, slug) if keys[slug] & keys.get(one, frozenset())), "")


def _telling(metrics: tuple[Metric, ...], indicator: str) -> tuple[Metric, ...]:
    """The figures of an indicator with the best scope: final ones, else those without a scope, else interim ones."""
    metrics = tuple(metric for metric in metrics if metric.indicator == indicator)
    scope = next((scope for scope in _SCOPES if any(metric.scope == scope for metric in metrics)), None)
    return metrics if scope is None else tuple(metric for metric in metrics if metric.scope == scope)
