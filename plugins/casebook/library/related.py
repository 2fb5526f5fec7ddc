"""Related cases: which cases are near to each other, and why, in time that grows with the number of cases.

To avoid comparing all pairs, an index leads from each trait to its cases. The neighbours of a case come from its rare
traits, the rarest first. A trait of very many cases brings no neighbours, but counts for those found by another.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from casebook.library.library import Library
from casebook.library.series import key_of, own_metrics
from casebook.model.records import Case, Metric
from casebook.model.terms import Indicator
from casebook.once import once
from casebook.vocabulary import Vocabulary

# What a shared trait weighs. Parts of one case are listed together anyway.
WEIGHTS: Mapping[str, int] = {
    "step": 5,  # the same method at the same step
    "community": 5,
    "town": 4,
    "organisation": 4,
    "method": 3,
    "figure": 2,  # of one series, and of the same order of size
    "district": 2,
    "programme": 1,  # parts of one case
    "theme": 1,
}
LEAST = 3  # the weight from which on cases are near: neither a figure, nor a district, nor two themes are enough
MOST = 5  # related cases of a case
FIGURES = 2  # figures that count for a pair: a case with many is not near to all with many
SHARED_BY = 40  # a trait of more cases than this brings no neighbours
LOOKED_AT = 80  # neighbours of a case that are weighed
_LEVELS = ("community", "town", "district")  # the places that are near, the smallest first
_SHARED = 10_000  # sets of shared traits that are remembered
_SAME_ORDER = 10  # times that one figure may be the other

Trait = tuple[str, ...]  # what is shared (a key of WEIGHTS), and the ids of what


class Nearness(NamedTuple):
    """A trait that two cases share; `figures` has both figures if the trait is a figure."""

    trait: Trait
    figures: tuple[Metric, Metric] | None = None


@dataclass(frozen=True)
class Related:
    """A related case with its reasons, the heaviest first."""

    case: str
    reasons: tuple[Nearness, ...]


class _Profile:
    """The traits of a case, its largest figure of each series, and the cases that it is part of."""

    def __init__(self, library: Library, case: Case, known: dict[Trait, Trait]) -> None:
        self.case = case.slug
        # equal traits of cases are one object, which is found without comparing them
        self.traits = frozenset(known.setdefault(trait, trait) for trait in _traits(library, case))
        self.figures = dict(_figures(library, case))
        self.series = frozenset(self.figures)
        self.above = _above(library, case)

    @property
    def keys(self) -> Iterator[Trait]:
        """The keys of the case in the index: its traits, and each figure under its power of ten and the next.

        Two figures that are near enough share one of these keys.
        """
        yield from self.traits
        for trait, metric in self.figures.items():
            yield from ((*trait, str(metric.value.adjusted() + more)) for more in (0, 1))


def _traits(library: Library, case: Case) -> Iterator[Trait]:
    """The traits of a case, without its figures."""
    front = case.front
    for use in library.uses_in(case.slug):
        yield ("method", use.method)
        if any(step.id == use.method_step for step in library.methods[use.method].steps):
            yield ("step", use.method, use.method_step)
    for place in front.places:
        yield from ((up.level, up.id) for up in library.vocabulary.lineage(place) if up.level in _LEVELS)
    yield from (("theme", theme) for theme in front.themes)
    yield from (("organisation", one.organisation) for one in front.organisations)
    if front.part_of and front.part_of in library.cases:
        yield ("programme", front.part_of)


def _figures(library: Library, case: Case) -> Iterator[tuple[Trait, Metric]]:
    """Series -> the largest figure of a case, for each series that tells something."""
    for metric in sorted(own_metrics(library, case.slug), key=lambda metric: metric.value):
        if metric.value > 0 and metric.indicator not in _vague(library.vocabulary):
            series = key_of(metric)
            yield ("figure", series.indicator, series.unit, series.money, series.scope), metric


@once
def _vague(vocabulary: Vocabulary) -> frozenset[str]:
    """The ids of the indicators whose figures tell too little to be near to others."""
    return frozenset(term.id for term in vocabulary.terms("indicators") if isinstance(term, Indicator) and term.vague)


def _above(library: Library, case: Case) -> frozenset[str]:
    """The slugs of all cases above `case`."""
    found: set[str] = set()
    above = case.front.part_of
    while above and above not in found:
        found.add(above)
        parent = library.cases.get(above)
        above = parent.front.part_of if parent else None
    return frozenset(found)


@once
def related(library: Library, case: str) -> tuple[Related, ...]:
    """The cases nearest to `case`, the nearest first, at most MOST; without those above and below it."""
    profiles, index = _all(library)
    profile = profiles[case]
    return _nearest(profile, [profiles[other] for other in _neighbours(profile, index)])


@once
def _all(library: Library) -> tuple[Mapping[str, _Profile], Mapping[Trait, list[str]]]:
    """The profile of each case, and the cases of each of the keys of profiles."""
    known: dict[Trait, Trait] = {}
    profiles = {slug: _Profile(library, case, known) for slug, case in library.cases.items()}
    index: dict[Trait, list[str]] = defaultdict(list)
    for slug, profile in profiles.items():
        for key in profile.keys:
            index[key].append(slug)
    return profiles, index


def _neighbours(profile: _Profile, index: Mapping[Trait, list[str]]) -> list[str]:
    """The cases that share a rare trait, those with the rarest first, at most LOOKED_AT."""
    found: dict[str, None] = {}
    for count, key in sorted((len(index[key]), key) for key in profile.keys):
        if count > SHARED_BY or len(found) > LOOKED_AT:
            break
        found.update(dict.fromkeys(index[key]))
    found.pop(profile.case, None)
    return list(found)[:LOOKED_AT]


def _nearest(one: _Profile, others: Iterable[_Profile]) -> tuple[Related, ...]:
    strangers = (other for other in others if other.case not in one.above and one.case not in other.above)
    found = ((_told(one.traits & other.traits), other) for other in strangers)
    near = [
        (weight, shared, other) for (shared, told), other in found if (weight := _weight(told, one, other)) >= LEAST
    ]
    nearest = sorted(near, key=lambda row: (-row[0], row[2].case))[:MOST]
    return tuple(
        Related(case=other.case, reasons=tuple(_reasons([*shared, *_alike(one, other)], one, other)))
        for _, shared, other in nearest
    )


def _weight(told: int, one: _Profile, other: _Profile) -> int:
    """What two cases share weighs so much; figures alone are nothing (two cases with 2 workers and 70 households)."""
    figures = islice(_of_same_order(one, other), FIGURES) if told else ()
    return told + sum(WEIGHTS["figure"] for _ in figures)


@lru_cache(maxsize=_SHARED)
def _told(shared: frozenset[Trait]) -> tuple[tuple[Trait, ...], int]:
    """Shared traits without a method beside its step and a town beside its community, and their weight.

    Many pairs of cases share the same.
    """
    at_steps = {trait[1] for trait in shared if trait[0] == "step"}
    kinds = {trait[0] for trait in shared}
    smallest = next((level for level in _LEVELS if level in kinds), "")
    told = tuple(
        trait
        for trait in shared
        if not (trait[0] == "method" and trait[1] in at_steps) and (trait[0] not in _LEVELS or trait[0] == smallest)
    )
    return told, sum(WEIGHTS[trait[0]] for trait in told)


def _alike(one: _Profile, other: _Profile) -> list[Trait]:
    """The series with figures of the same order of size, the closest first, at most FIGURES."""
    return sorted(
        _of_same_order(one, other), key=lambda trait: (_times(one.figures[trait], other.figures[trait]), trait)
    )[:FIGURES]


def _of_same_order(one: _Profile, other: _Profile) -> Iterator[Trait]:
    """The series in which one figure is at most so many times the other."""
    for trait in one.series & other.series:
        here, there = one.figures[trait].value, other.figures[trait].value
        if here <= there * _SAME_ORDER and there <= here * _SAME_ORDER:
            yield trait


def _times(one: Metric, other: Metric) -> Decimal:
    """The ratio of the larger to the smaller of two figures."""
    return max(one.value, other.value) / min(one.value, other.value)


def _reasons(shared: Iterable[Trait], one: _Profile, other: _Profile) -> Iterator[Nearness]:
    for trait in sorted(shared, key=lambda trait: (-WEIGHTS[trait[0]], trait)):
        yield Nearness(trait, (one.figures[trait], other.figures[trait]) if trait in one.figures else None)
