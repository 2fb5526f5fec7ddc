"""Series of comparable figures over all cases: one indicator, kind of unit, kind of money and scope each."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import islice, product

from casebook.extract.units import unit_kind
from casebook.library.grouping import grouped
from casebook.library.library import Library
from casebook.model.ratios import RatioRow, SeriesKey
from casebook.model.records import Case, Metric
from casebook.model.terms import Indicator
from casebook.model.values import Struct
from casebook.once import once
from casebook.oral import has_oral

_COUNTS_AS = {"名": "人", "位": "人", "口": "人", "场": "场次"}  # units whose values may be added up
_WHOLE = ("", "final")  # a figure without a scope is taken for the whole; its row says which was said


class Report(Struct):
    """A figure of a case in a series; `under` is the case above that also reports there and may include the figure."""

    case: str
    metric: Metric
    under: str = ""


class Series(Struct):
    """All reports of one series, the largest first, each followed by those of its child cases."""

    key: SeriesKey
    reports: tuple[Report, ...]

    @property
    def cases(self) -> frozenset[str]:
        """The cases that report in it."""
        return frozenset(report.case for report in self.reports)


class Ratio(Struct):
    """A figure derived from two figures of one case: `over` divided by `under`."""

    row: RatioRow
    case: str
    over: Metric
    under: Metric
    value: Decimal


def key_of(metric: Metric) -> SeriesKey:
    """The series that a figure belongs to."""
    return _key(metric.indicator, unit_kind(metric.unit), metric.money, "" if metric.scope in _WHOLE else metric.scope)


@cache
def _key(indicator: str, unit: str, money: str, scope: str) -> SeriesKey:
    return SeriesKey(indicator=indicator, unit=unit, money=money, scope=scope)


def lasting(metrics: tuple[Metric, ...]) -> Iterator[Metric]:
    """The metrics without the first one of a change: of 从251项减少到62项 only the second, which has both values."""
    for metric, after in zip(metrics, (*metrics, None)[1:], strict=True):
        if after is None or after.before != metric.value or after.sentence != metric.sentence:
            yield metric


def achieved(library: Library, case: Case) -> Iterator[Metric]:
    """The figures of a case that stand for something done: none of a plan or budget, nor the first one of a change."""
    is_planned = library.vocabulary.cues.is_planned
    return (metric for metric in lasting(case.metrics) if not is_planned(metric.scope, metric.money))


def trusted(library: Library, case: Case) -> Iterator[Metric]:
    """The achieved figures that something public tells: what was only told is compared, added and headed nowhere."""
    is_told = has_oral(library.vocabulary, case.front)
    return (metric for metric in achieved(library, case) if metric.evidence or not is_told)


def told(library: Library, case: str) -> frozenset[SeriesKey]:
    """The series in which a case has figures that were only told: it is not silent there, and not compared."""
    return _told(library).get(case, frozenset())


@once
def _told(library: Library) -> Mapping[str, frozenset[SeriesKey]]:
    return {
        slug: frozenset(key_of(metric) for metric in achieved(library, case) if not metric.evidence)
        for slug, case in library.cases.items()
        if has_oral(library.vocabulary, case.front)
    }


def own_metrics(library: Library, case: str) -> tuple[Metric, ...]:
    """The trusted figures of a case, each once, without those of other cases."""
    return _own(library)[case]


@once
def _own(library: Library) -> Mapping[str, tuple[Metric, ...]]:
    return {slug: _own_of(library, case) for slug, case in library.cases.items()}


def _own_of(library: Library, case: Case) -> tuple[Metric, ...]:
    found: dict[tuple[object, ...], Metric] = {}
    for metric in trusted(library, case):
        if not library.programme(case, metric):
            key = (key_of(metric), metric.value, metric.value_max, metric.qualifier, metric.as_of)
            if key not in found or (metric.evidence and not found[key].evidence):
                found[key] = metric
    return tuple(found.values())


@once
def series(library: Library) -> Mapping[str, tuple[Series, ...]]:
    """Indicator id -> its series, the one with the most cases first."""
    by_key: dict[SeriesKey, list[tuple[str, Metric]]] = defaultdict(list)
    for slug, metrics in _own(library).items():
        for metric in metrics:
            by_key[key_of(metric)].append((slug, metric))
    found: dict[str, list[Series]] = defaultdict(list)
    for key, pairs in by_key.items():
        found[key.indicator].append(Series(key=key, reports=tuple(_reports(library, pairs))))
    return {
        indicator: tuple(sorted(each, key=lambda one: (-len(one.cases), one.key.unit, one.key.money, one.key.scope)))
        for indicator, each in found.items()
    }


def reporting(found: Mapping[str, tuple[Series, ...]]) -> Mapping[str, frozenset[str]]:
    """Indicator id -> the cases that report it in any series."""
    return {indicator: frozenset[str]().union(*(one.cases for one in each)) for indicator, each in found.items()}


def _reports(library: Library, pairs: list[tuple[str, Metric]]) -> Iterator[Report]:
    """The reports by value, those of child cases after the case above them."""
    there = {slug for slug, _ in pairs}
    under = {slug: above(library, slug, there) for slug in there}
    reports = [Report(case=slug, metric=metric, under=under[slug]) for slug, metric in pairs]
    ranked = sorted(reports, key=lambda report: (-report.metric.value, report.case))
    children: dict[str, list[Report]] = defaultdict(list)
    for report in ranked:
        children[report.under].append(report)
    last = {report.case: report for report in ranked}  # a case with several figures: its children stand behind the last
    for report in children[""]:
        yield report
        if last[report.case] is report:
            yield from _descendants(children, report.case)


def _descendants(children: Mapping[str, list[Report]], case: str) -> Iterator[Report]:
    for report in children.get(case, ()):
        yield report
        yield from _descendants(children, report.case)


def above(library: Library, slug: str, there: Container[str]) -> str:
    """The nearest case above `slug` that is in `there`; empty if none is."""
    return next((one for one in all_above(library, slug) if one in there), "")


def all_above(library: Library, slug: str) -> Iterator[str]:
    """The cases above `slug`, the nearest first."""
    seen = {slug}
    parent = library.cases[slug].front.part_of
    while parent and parent in library.cases and parent not in seen:
        yield parent
        seen.add(parent)
        parent = library.cases[parent].front.part_of


def total(library: Library, one: Series) -> Decimal | None:
    """The sum over the cases of a series without their child cases; None if a sum would be false.

    It would be if the indicator is not additive, the series has a scope, a figure is not exact, a case has two figures,
    or the units differ (24课时 and 6场 are not 30).
    """
    term = library.vocabulary["indicators", one.key.indicator]
    tops = [report for report in one.reports if not report.under]
    if not (isinstance(term, Indicator) and term.additive) or one.key.scope or len(tops) < 2:
        return None
    if len({report.case for report in tops}) < len(tops) or any(r.metric.qualifier != "exact" for r in tops):
        return None
    if len({_COUNTS_AS.get(report.metric.unit, report.metric.unit) for report in tops}) > 1:
        return None
    return sum((report.metric.value for report in tops), Decimal(0))


def silent(library: Library, one: Series, most: int = 20) -> tuple[int, tuple[str, ...]]:
    """How many cases do not report in a series, and those that share a theme with one that does, at most `most`."""
    loud = one.cases
    quiet = [slug for slug in library.cases if slug not in loud and one.key not in told(library, slug)]
    themes = {theme for slug in loud for theme in library.cases[slug].front.themes}
    near = (slug for slug in quiet if not themes.isdisjoint(library.cases[slug].front.themes))
    return len(quiet), tuple(islice(near, most))


@once
def ratios(library: Library) -> tuple[Ratio, ...]:
    """Every ratio that the figures of a case allow, by row of the table and then by case."""
    return tuple(_ratios(library))


def _ratios(library: Library) -> Iterator[Ratio]:
    own = {slug: grouped((key_of(metric), metric) for metric in found) for slug, found in _own(library).items()}
    for row, scope in product(library.collection.ratios, ("", "per-year")):
        keys = [key.model_copy(update={"scope": scope}) for key in (row.over, row.under)]
        for slug, metrics in own.items():
            over, under = (_only(metrics.get(key, ())) for key in keys)
            if over and under and under.value and _of_one_time(over, under):
                places = Decimal(1).scaleb(-row.places)
                value = (over.value / under.value).quantize(places, rounding=ROUND_HALF_UP)
                yield Ratio(row=row, case=slug, over=over, under=under, value=value)


def _of_one_time(one: Metric, other: Metric) -> bool:
    """Whether two figures count up to the same time; final figures always do."""
    return one.scope == other.scope and (one.scope == "final" or one.as_of == other.as_of)


def _only(metrics: Iterable[Metric]) -> Metric | None:
    """The figure of a case in a series; None if it has none, several, or a range."""
    found = [metric for metric in metrics if metric.value_max is None]
    return found[0] if len(found) == 1 else None
