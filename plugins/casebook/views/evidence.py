"""How a step of a method went in cases: the most telling sentences, who did otherwise, who tells nothing of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from casebook.library import Deviation, Library, Use, above, witnesses
from casebook.model.records import Case, Method, Step
from casebook.model.values import Struct
from casebook.once import once
from casebook.views.addresses import entry_link
from casebook.views.records import Link
from casebook.views.steps import circumstances, step_link

LONGEST = 120  # characters of a case's own words
IN_SIGHT, UNFOLDED = 2, 10  # sentences of cases under a step: these, then at most so many more
OTHERWISE = 4  # departures of cases under a step
SILENT, NAMED = 10, 2  # cases that tell nothing of a step; of these so many are named, for one line


class StepEvidence(Struct):
    """The evidence for a step of a method in a case: a sentence of the case, with a link to its step."""

    case: Link
    step: Link
    sentence: str
    facts: tuple[str, ...] = ()


class DeviationView(Struct):
    """A step of a method that a case changed or left out; a case that is linked beside it has no address here."""

    case: Link
    how: str
    text: str


class StepCases(Struct):
    """How a step of a method went in cases.

    `told` is in sight; `more` unfolds under the words `more_text`, and `all` leads to a page with what is left out.
    `silent` names cases that tell other steps and not this one, `silent_text` is the sentence with these names.
    """

    count: str
    told: tuple[StepEvidence, ...]
    more: tuple[StepEvidence, ...]
    more_text: str
    all: Link | None
    deviations: tuple[DeviationView, ...]
    silent: tuple[str, ...]
    silent_text: str


def step_cases(library: Library, method: Method, step: Step, all_evidence: Link | None = None) -> StepCases:
    """How a step of a method went in the cases that use the method; `all_evidence` has all if there are very many."""
    told = told_of(library, method.slug, step.id)
    here = told.uses
    shown = IN_SIGHT if len(here) > IN_SIGHT + 1 else len(here)  # one more is no longer than the words for it
    rest = here[shown:]
    silent = tuple(case.front.title for case in told.silent)
    return StepCases(
        count=told.count,
        told=tuple(evidence(library, use) for use in here[:shown]),
        more=tuple(evidence(library, use) for use in (rest[:UNFOLDED] if all_evidence else rest)),
        more_text=_more(library, here[:shown], rest),
        all=all_evidence,
        deviations=tuple(
            _deviation(library, one, here) for one in (told.deviations[:OTHERWISE] if all_evidence else told.deviations)
        ),
        silent=silent,
        silent_text=_named(library, silent),
    )


@dataclass(frozen=True)
class Told:
    """What all cases tell of a step: the uses, the most telling first, the deviations, the cases that tell nothing."""

    uses: Sequence[Use]
    deviations: Sequence[Deviation]
    silent: Sequence[Case]
    count: str

    @property
    def is_long(self) -> bool:
        """Whether it is too much for the page of the method."""
        return len(self.uses) > IN_SIGHT + UNFOLDED or len(self.deviations) > OTHERWISE or len(self.silent) > SILENT


@once
def told_of(library: Library, method: str, step: str) -> Told:
    """What the cases that use a method tell of one of its steps.

    A case and the cases inside it count as one, since a programme need not repeat what its project tells.
    """
    here = witnesses(library, [use for use in library.uses_of(method) if use.step and use.method_step == step])
    otherwise = [one for one in library.deviations_from(method) if one.method_step == step]
    linked, at_steps = _linked(library, method), _apart(library, method)
    doing = {above(library, use.case, linked) or use.case for use in here}
    told = doing | {above(library, one.case, linked) or one.case for one in otherwise}
    return Told(
        uses=here,
        deviations=otherwise,
        silent=[library.cases[slug] for slug in sorted(at_steps - told)],
        count=library.words("steps_count", all=len(at_steps), count=len(doing)) if at_steps else "",
    )


def _deviation(library: Library, one: Deviation, here: Sequence[Use]) -> DeviationView:
    link = entry_link(library.cases[one.case])
    is_beside = any(use.case == one.case for use in here)
    return DeviationView(case=link.but(url="") if is_beside else link, how=one.how, text=one.text)


def _more(library: Library, shown: Sequence[Use], rest: Sequence[Use]) -> str:
    """The words for what is folded: how many other cases, or how many more places if they are in the same cases."""
    if others := {use.case for use in rest} - {use.case for use in shown}:
        return library.words("evidence_cases", count=len(others))
    return library.words("evidence_more", count=len(rest))


def _named(library: Library, silent: Sequence[str]) -> str:
    """A sentence with the names of the cases that tell nothing of a step; of very many the first."""
    words = library.words
    if not silent:
        return ""
    names = words.text_comma.join(silent[:NAMED])
    if len(silent) > NAMED:
        return words("evidence_silent_some", names=names, count=len(silent))
    return words("evidence_silent", names=names)


def shown_below(method: Method, uses: Sequence[Use]) -> frozenset[int]:
    """The starts of the links in the steps of a method that the evidence below the step has, too."""
    below = {(use.method_step, use.case, use.step.id) for use in uses if use.step}
    return frozenset(
        link.start
        for link in method.links
        for step in method.steps
        if step.start <= link.start < step.end and (step.id, link.target, link.step) in below
    )


def counting(library: Library, method: Method) -> str:
    """The explanation why the steps of a method count fewer cases than use it; empty if they count all."""
    cases = {use.case for use in library.uses_of(method.slug)}
    linked, apart = _linked(library, method.slug), _apart(library, method.slug)
    if not linked or cases == apart:
        return ""
    words, unlinked, inside = library.words, len(cases - linked), len(linked - apart)
    why = (
        words("steps_unlinked", count=unlinked) if unlinked else "",
        words("steps_inside", count=inside) if inside else "",
    )
    told = words.text_clause.join(filter(None, why))
    return words("steps_counting", all=len(cases), why=told, count=len(apart))


@once
def _linked(library: Library, method: str) -> frozenset[str]:
    """The cases that name a step of a method."""
    return frozenset(use.case for use in library.uses_of(method) if use.method_step)


@once
def _apart(library: Library, method: str) -> frozenset[str]:
    """The cases that name a step of a method, without those inside another of them."""
    linked = _linked(library, method)
    return frozenset(above(library, slug, linked) or slug for slug in linked)


def evidence(library: Library, use: Use) -> StepEvidence:
    """What a use tells, as it stands under the step."""
    assert use.step is not None
    case = library.cases[use.case]
    sentence = use.sentence
    return StepEvidence(
        case=entry_link(case),
        step=step_link(case, use.step),
        sentence=sentence if len(sentence) <= LONGEST else sentence[: LONGEST - 1] + "…",
        facts=circumstances(use.step),
    )
