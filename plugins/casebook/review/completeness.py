"""What a case tells of all that readers ask for, and what it says that its source does not tell."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from casebook.library import Library, achieved, undated
from casebook.model.records import Case, Metric
from casebook.model.terms import Indicator, Source
from casebook.oral import all_oral
from casebook.tables import load

Answer = Literal["told", "planned", "typed", "lacking"]
ANSWERS: tuple[Answer, ...] = ("told", "planned", "typed", "lacking")
_UNKNOWN = "unknown"


class Asked(NamedTuple):
    """Something that readers ask for: told, only planned, typed as absent in a caveat of a `kind`, or lacking."""

    what: str
    answer: Answer
    kind: str = ""


def completeness(library: Library, case: Case) -> Iterator[Asked]:
    """Every question of the table, answered by a case."""
    is_told = all_oral(library.vocabulary, case.front)
    for row in load("completeness"):
        if is_told and row["id"] == "address":  # a memory has none
            continue
        if _RULES[row["id"]](library, case):
            yield Asked(row["what"], "told")
            continue
        typed = (one.kind for one in case.front.caveats if any(word in one.text for word in row["words"]))
        kind = next(typed, "")
        is_planned = row["id"] in _FIGURES and _has(library, case.metrics, *_FIGURES[row["id"]])
        yield Asked(row["what"], "planned" if is_planned else "typed" if kind else "lacking", kind)


def _measures(question: str) -> Callable[[Library, Case], bool]:
    """A rule: the case has a figure of something done that answers a question."""
    return lambda library, case: _has(library, achieved(library, case), *_FIGURES[question])


def _has(library: Library, metrics: Iterable[Metric], attribute: str, wanted: str) -> bool:
    """Whether one of the figures is of an indicator whose `attribute` is `wanted`."""
    found = (library.vocabulary.find("indicators", metric.indicator) for metric in metrics)
    return any(isinstance(term, Indicator) and getattr(term, attribute) == wanted for term in found)


def _has_address(library: Library, case: Case) -> bool:
    sources = (library.vocabulary.find("sources", name) for name in case.front.sources)
    return any(isinstance(source, Source) and (source.url or source.archive) for source in sources)


# question -> attribute of an indicator, and its value
_FIGURES = {
    "people": ("takes", "people"),
    "time": ("takes", "time"),
    "money": ("takes", "money"),
    "outcome": ("kind", "outcome"),
}
_RULES: Mapping[str, Callable[[Library, Case], bool]] = {
    **{question: _measures(question) for question in _FIGURES},
    "period": lambda _, case: case.front.period != _UNKNOWN,
    "steps": lambda _, case: any(step.id for step in case.steps),
    "dates": lambda _, case: bool(case.steps) and len(undated(case)) < len(case.steps),
    "beneficiaries": lambda _, case: bool(case.front.beneficiaries),
    "address": _has_address,
}
