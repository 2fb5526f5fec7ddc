"""The order of lists that show only their beginning: what is told most fully comes first."""

from collections.abc import Iterable, Mapping

from casebook.library.library import Library
from casebook.model.records import Case
from casebook.model.terms import Source
from casebook.once import once


def most_telling(library: Library, cases: Iterable[Case]) -> list[Case]:
    """The cases with the best sources first, of these the ones with most steps and proven figures, then the newest."""
    ranks = _ranks(library)
    return sorted(cases, key=lambda case: ranks[case.slug])


@once
def _ranks(library: Library) -> Mapping[str, int]:
    """Slug -> place of a case among all."""
    grades = {grade.id: at for at, grade in enumerate(library.vocabulary.terms("grades"))}

    def key(case: Case) -> tuple[int, int]:
        sources = (library.vocabulary.find("sources", name) for name in case.front.sources)
        given = (grades.get(one.grade, len(grades)) for one in sources if isinstance(one, Source))
        proven = sum(metric.evidence is not None for metric in case.metrics)
        return min(given, default=len(grades)), -(proven + sum(bool(step.id) for step in case.steps))

    return {case.slug: at for at, case in enumerate(sorted(library.newest, key=key))}
