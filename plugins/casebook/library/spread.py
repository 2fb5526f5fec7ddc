"""The figures of one indicator in all cases of a method, side by side: what it took and what came of it."""

from collections.abc import Iterator, Mapping, Sequence

from casebook.library.grouping import grouped
from casebook.library.library import Library
from casebook.library.series import all_above, key_of, own_metrics
from casebook.model.records import Metric
from casebook.model.terms import Indicator
from casebook.model.values import Struct
from casebook.once import once

FEWEST = 2  # cases that report an indicator before it is worth comparing
_KINDS = ("input", "output", "reach", "outcome")
_SCOPES = ("final", "", "interim")  # of several figures of a case the first of these tells most


class CaseFigures(Struct):
    """The figures of one case for an indicator; `under` is the case above that also reports it and may include them."""

    case: str
    metrics: tuple[Metric, ...]
    under: str = ""


class Spread(Struct):
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
    figures = grouped((metric.indicator, (slug, metric)) for slug in cases for metric in own_metrics(library, slug))
    for term in library.vocabulary.terms("indicators"):
        if not isinstance(term, Indicator) or term.kind not in _KINDS or not term.comparable:
            continue
        found = {slug: _telling(metrics) for slug, metrics in grouped(figures.get(term.id, ())).items()}
        if len(found) >= FEWEST:
            told = (
                CaseFigures(case=slug, metrics=metrics, under=_under(library, slug, found))
                for slug, metrics in found.items()
            )
            silent = tuple(slug for slug in cases if slug not in found)
            yield Spread(indicator=term.id, told=tuple(told), silent=silent)


def _under(library: Library, slug: str, found: Mapping[str, Sequence[Metric]]) -> str:
    """The case above `slug` that reports in one of the same series (38人 and 2161人次 are two series)."""
    return next((one for one in all_above(library, slug) if one in found and _meet(found[one], found[slug])), "")


def _meet(one: Sequence[Metric], other: Sequence[Metric]) -> bool:
    """Whether figures of two cases are of one series."""
    return not set(map(key_of, one)).isdisjoint(map(key_of, other))


def _telling(metrics: tuple[Metric, ...]) -> tuple[Metric, ...]:
    """Of figures of an indicator those with the best scope: final ones, else those without, else interim ones."""
    scope = next((scope for scope in _SCOPES if any(metric.scope == scope for metric in metrics)), None)
    return metrics if scope is None else tuple(metric for metric in metrics if metric.scope == scope)
