"""The cases that are told most fully: what somebody who is new here reads first."""

from collections.abc import Iterator

from casebook.library.library import Library
from casebook.model.records import Case
from casebook.model.terms import Source


def fullest(library: Library) -> Iterator[Case]:
    """The cases, each of another first theme: those of the best sources, then those with most steps and proven figures.

    A collection of other cases has no steps of its own to follow, and is none of them.
    """
    seen: set[str] = set()
    for case in sorted(library.newest, key=lambda case: (_grade(library, case), -_told(case))):
        theme = (case.front.themes or (case.slug,))[0]
        if theme not in seen and any(step.id for step in case.steps):
            seen.add(theme)
            yield case


def _grade(library: Library, case: Case) -> int:
    """The place of the best grade among the sources of a case; without any, behind the last."""
    grades = [grade.id for grade in library.vocabulary.terms("grades")]
    sources = (library.vocabulary.find("sources", name) for name in case.front.sources)
    return min((grades.index(one.grade) for one in sources if isinstance(one, Source)), default=len(grades))


def _told(case: Case) -> int:
    """How many steps have an anchor, and how many figures have evidence."""
    return sum(bool(step.id) for step in case.steps) + sum(metric.evidence is not None for metric in case.metrics)
