"""What the cases of a method report of one indicator, side by side: what it took, and what came of it."""

from collections.abc import Iterator, Mapping

from casebook.library.library import Library
from casebook.library.series import above, key_of, own_metrics
from casebook.model.records import Metric
from casebook.model.terms import Indicator
from casebook.model.values import Record

FEWEST = 2  # cases that report an indicator before it is worth comparing
_KINDS = ("input", "output", "reach", "outcome")
_SCOPES = ("final", "", "interim")  # of several figures of a case the first of these tells most


class CaseFigures(Record):
    """What one case reports of an indicator; `under` is the case above it that reports it, too, and may hold it."""

    case: str
    metrics: tuple[Metric, ...]
    under: str = ""


class Spread(Record):
    """An indicator over the cases of a method: what each reports, and the slugs of those that do not report it."""

    indicator: str
    told: tuple[CaseFigures, ...]
    silent: tuple[str, ...]


def spread(library: Library, method: str) -> Iterator[Spread]:
    """The indicators that several cases of a method report, in the order of the vocabulary."""
    cases = dict.fromkeys(use.case for use in library.uses_of(method))
    figures = {slug: own_metrics(library, library.cases[slug]) for slug in cases}
    for term in library.vocabulary.terms("indicators"):
        if not isinstance(term, Indicator) or term.kind not in _KINDS or not term.comparable:
            continue
        found = {slug: _telling(metrics, term.id) for slug, metrics in figures.items()}
        there = [slug for slug, metrics in found.items() if metrics]
        if len(there) >= FEWEST:
            told = (CaseFigures(case=slug, metrics=found[slug], under=_under(library, slug, found)) for slug in there)
            silent = tuple(slug for slug in cases if slug not in there)
            yield Spread(indicator=term.id, told=tuple(told), silent=silent)


def _under(library: Library, slug: str, found: Mapping[str, tuple[Metric, ...]]) -> str:
    """The case above `slug` that reports in one of its series: 38人 are not within 2161人次."""
    own = set(map(key_of, found[slug]))
    return above(library, slug, [other for other, metrics in found.items() if own & set(map(key_of, metrics))])


def _telling(metrics: tuple[Metric, ...], indicator: str) -> tuple[Metric, ...]:
    """The figures of an indicator with the scope that tells most: the final ones, else those without."""
    metrics = tuple(metric for metric in metrics if metric.indicator == indicator)
    scope = next((scope for scope in _SCOPES if any(metric.scope == scope for metric in metrics)), None)
    return metrics if scope is None else tuple(metric for metric in metrics if metric.scope == scope)
