"""Cases that may tell of the same thing as a proposed one: by title, source, place and figures."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from casebook.extract.units import unit_kind
from casebook.library import Library, achieved
from casebook.model.records import Case
from casebook.model.terms import Source

Reason = Literal["title", "source", "place", "figures"]

_ALIKE, _SAME = 0.6, 0.85  # of the characters of two titles, those that agree
_FIGURES = 2  # figures of two cases that are the same by chance
_SMALL = 10  # values up to here are the same by chance, too
_ENOUGH = 2  # reasons


class Likely(NamedTuple):
    """A case that may be the same, and why."""

    case: Case
    reasons: tuple[Reason, ...]


def likely(library: Library, case: Case) -> tuple[Likely, ...]:
    """The cases that may be the same as `case`; those of its programme have its place and source, and are others."""
    found = []
    for other in library.cases.values():
        if other.slug != case.slug:
            alike = _likeness(library, case, other)
            reasons = tuple(_reasons(library, case, other))
            if _is_likely(case, other, alike, reasons):
                found.append(Likely(other, (*(("title",) if alike >= _ALIKE else ()), *reasons)))
    return tuple(sorted(found, key=lambda one: (-len(one.reasons), one.case.slug)))


def _likeness(library: Library, one: Case, other: Case) -> float:
    """How much of two titles agrees, of one place without its name: what else happened there is another case."""
    places = [place for slug in one.front.places for place in library.vocabulary.lineage(slug)]
    names = sorted((name for place in places for name in place.names), key=len, reverse=True)
    mine, its = (_without(case.front.title, names) for case in (one, other))
    return SequenceMatcher(None, mine, its, autojunk=False).ratio()


def _without(title: str, names: Sequence[str]) -> str:
    for name in names:
        title = title.replace(name, "")
    return title


def _is_likely(case: Case, other: Case, alike: float, reasons: tuple[Reason, ...]) -> bool:
    above = {case.front.part_of, other.front.part_of} - {None}
    if alike >= _SAME or not above:
        return alike >= _ALIKE or len(reasons) >= _ENOUGH
    if case.slug in above or other.slug in above:
        return False  # what a programme tells, its parts tell, too
    are_sisters = len(above) == 1 and case.front.part_of == other.front.part_of
    return "figures" in reasons if are_sisters else alike >= _ALIKE or len(reasons) >= _ENOUGH


def _reasons(library: Library, one: Case, other: Case) -> Iterator[Reason]:
    if not _origins(library, one).isdisjoint(_origins(library, other)):
        yield "source"
    if not set(one.front.places).isdisjoint(other.front.places):
        yield "place"
    if len(_figures(library, one) & _figures(library, other)) > _FIGURES:
        yield "figures"


def _origins(library: Library, case: Case) -> set[str]:
    """The ids, addresses and titles of the sources of a case: one that is written anew may be the same."""
    terms = [library.vocabulary.find("sources", name) for name in case.front.sources]
    told = ((term.id, term.url, term.archive, term.zh) for term in terms if isinstance(term, Source))
    return {one for several in told for one in several if one}


def _figures(library: Library, case: Case) -> set[tuple[object, ...]]:
    return {(one.value, unit_kind(one.unit)) for one in achieved(library, case) if one.value > _SMALL}
