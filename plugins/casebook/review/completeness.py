"""What a case tells of all that readers ask for, and what it says that its source does not tell."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple

from casebook.library import Library, achieved, undated
from casebook.model.records import Case
from casebook.model.terms import Indicator, Source
from casebook.tables import load

Answer = Literal["told", "typed", "lacking"]
ANSWERS: tuple[Answer, ...] = ("told", "typed", "lacking")
_UNKNOWN = "unknown"


class Asked(NamedTuple):
    """Something that readers ask for: told, typed as absent in a caveat of a `kind`, or lacking."""

    what: str
    answer: Answer
    kind: str = ""


def completeness(library: Library, case: Case) -> Iterator[Asked]:
    """Every question of the table, answered by a case."""
    for row in load("completeness"):
        if _RULES[row["id"]](library, case):
            yield Asked(row["what"], "told")
            continue
        typed = (one.kind for one in case.front.caveats if any(word in one.text for word in row["words"]))
        kind = next(typed, "")
        yield Asked(row["what"], "typed" if kind else "lacking", kind)


def _measures(attribute: str, wanted: str) -> Callable[[Library, Case], bool]:
    """A rule: the case has a figure of an indicator whose `attribute` is `wanted`."""

    def has(library: Library, case: Case) -> bool:
        found = (library.vocabulary.find("indicators", metric.indicator) for metric in achieved(library, case))
        return any(isinstance(term, Indicator) and getattr(term, attribute) == wanted for term in found)

    return has


def _has_address(library: Library, case: Case) -> bool:
    sources = (library.vocabulary.find("sources", name) for name in case.front.sources)
    return any(isinstance(source, Source) and (source.url or source.archive) for source in sources)


_RULES: Mapping[str, Callable[[Library, Case], bool]] = {
    "people": _measures("takes", "people"),
    "time": _measures("takes", "time"),
    "money": _measures("takes", "money"),
    "outcome": _measures("kind", "outcome"),
    "period": lambda _, case: case.front.period != _UNKNOWN,
    "steps": lambda _, case: any(step.id for step in case.steps),
    "dates": lambda _, case: bool(case.steps) and len(undated(case)) < len(case.steps),
    "beneficiaries": lambda _, case: bool(case.front.beneficiaries),
    "address": _has_address,
}
