"""The gaps of the casebook: a wanted list for contributors."""

from collections.abc import Iterator, Mapping

from casebook.facets import METHODS
from casebook.library.library import Library
from casebook.library.series import achieved, series
from casebook.model.records import Case, Step
from casebook.model.values import Struct

ONCE = 1  # of what is told by one case alone, nobody can say what is usual


class Gap(Struct):
    """Something that one page lacks.

    `facet` and `id` name the page (a facet of the vocabulary, `cases` or `methods`); `cases` are the slugs of the cases
    that it has, `steps` the steps that lack something.
    """

    facet: str
    id: str
    cases: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()


def gaps(library: Library) -> Mapping[str, tuple[Gap, ...]]:
    """Kind -> gaps, in the order of `KINDS`."""
    return {kind: tuple(find(library)) for kind, find in KINDS.items()}


def undated(case: Case) -> tuple[Step, ...]:
    """The steps of a case without a date."""
    return tuple(step for step in case.steps if not step.when)


def _methods(library: Library) -> Iterator[Gap]:
    """Methods that only one case uses, or none."""
    for slug in library.methods:
        cases = tuple(dict.fromkeys(use.case for use in library.uses_of(slug)))
        if len(cases) <= ONCE:
            yield Gap(facet=METHODS, id=slug, cases=cases)


def _steps_without_evidence(library: Library) -> Iterator[Gap]:
    """Methods with steps that no case tells of."""
    for slug, method in library.methods.items():
        told = {use.method_step for use in library.uses_of(slug)}
        steps = tuple(step for step in method.steps if step.id not in told)
        if steps:
            yield Gap(facet=METHODS, id=slug, steps=steps)


def _without_figures(library: Library) -> Iterator[Gap]:
    """Cases without figures of their own."""
    for slug, case in library.cases.items():
        if not any(not library.programme(case, metric) for metric in achieved(library, case)):
            yield Gap(facet="cases", id=slug)


def _undated_steps(library: Library) -> Iterator[Gap]:
    """Cases with undated steps."""
    for case in library.cases.values():
        if steps := undated(case):
            yield Gap(facet="cases", id=case.slug, steps=steps)


def _reported_once(library: Library) -> Iterator[Gap]:
    """Indicators that only one case reports."""
    found = series(library)
    for term in library.vocabulary.terms("indicators"):
        cases = sorted({case for one in found.get(term.id, ()) for case in one.cases})
        if len(cases) == ONCE:
            yield Gap(facet="indicators", id=term.id, cases=tuple(cases))


def _without_case(library: Library) -> Iterator[Gap]:
    """Terms without cases, of the facets where that is a gap (themes, forms)."""
    for facet in library.collection.facets("want"):
        for term in library.vocabulary.terms(facet.id):
            if not any(isinstance(entry, Case) for entry in library.tagged(facet.id, term.id)):
                yield Gap(facet=facet.id, id=term.id)


def _without_english(library: Library) -> Iterator[Gap]:
    """Cases and methods without an English title or summary."""
    for facet, entries in (("cases", library.cases), ("methods", library.methods)):
        for slug, entry in entries.items():
            if not (entry.front.title_en and entry.front.summary_en):
                yield Gap(facet=facet, id=slug)


KINDS = {
    "methods": _methods,
    "evidence": _steps_without_evidence,
    "figures": _without_figures,
    "dates": _undated_steps,
    "indicators": _reported_once,
    "terms": _without_case,
    "english": _without_english,
}
