"""The fields of a step besides its text: circumstances in a case, evidence from cases for a method."""

from collections.abc import Iterator, Mapping, Sequence

from casebook.dates import period_zh
from casebook.library import Deviation, Library, Use, above, lasting
from casebook.model.records import Case, Step
from casebook.model.values import Record
from casebook.views.addresses import entry_link, entry_url, step_anchor, term_link
from casebook.views.figures import noted_link
from casebook.views.records import Link

HEAD_SENTENCE = 120  # characters of a case's own words under a method's step


class StepEvidence(Record):
    """The evidence for a step of a method in a case: a sentence of the case, with a link to its step."""

    case: Link
    step: Link
    sentence: str
    facts: tuple[str, ...] = ()


class StepFigure(Record):
    """A figure in a step: its indicator, and a link to it with its words."""

    indicator: str
    figure: Link


class DeviationView(Record):
    """A step of a method that a case changed or left out."""

    case: Link
    how: str
    text: str


def circumstances(step: Step) -> tuple[str, ...]:
    """The time and the duration of a step, if its text tells them."""
    return tuple(filter(None, (period_zh(step.when) if step.when else "", step.lasting)))


def case_step(library: Library, case: Case, uses: Sequence[Use], step: Step) -> Mapping[str, object]:
    """The fields of a case's step: time, duration, figures, actors, and its methods."""
    return {
        "facts": circumstances(step),
        "figures": tuple(_told(library, case, step)),
        "actors": tuple(
            term_link(tag.facet, library.vocabulary[tag.facet, tag.term])
            for tag in {(tag.facet, tag.term): tag for tag in step.actors}.values()
        ),
        "methods": tuple(_method_link(library, use) for use in uses if use.step == step),
    }


def _told(library: Library, case: Case, step: Step) -> Iterator[StepFigure]:
    """The figures in a step that belong to its case, each once."""
    inside = (metric for metric in lasting(case.metrics) if step.start <= metric.start < step.end)
    own = {(one.indicator, one.text): one for one in inside if not library.programme(case, one)}
    for (indicator, _), metric in own.items():
        yield StepFigure(
            indicator=library.vocabulary["indicators", indicator].zh, figure=noted_link(library, case, metric)
        )


def method_step(
    library: Library, uses: Sequence[Use], deviations: Sequence[Deviation], step: Step
) -> Mapping[str, object]:
    """The fields of a method's step: the evidence from cases, their deviations, and the cases without this step.

    A case and the cases inside it count as one, since a programme need not repeat what its project tells.
    """
    here = [use for use in uses if use.step and use.method_step == step.id]
    otherwise = [one for one in deviations if one.method_step == step.id]
    linked = _linked(uses)
    at_steps = _apart(library, linked)
    doing = {above(library, use.case, linked) or use.case for use in here}
    told = doing | {above(library, one.case, linked) or one.case for one in otherwise}
    return {
        "evidence": tuple(_evidence(library, use) for use in here),
        "deviations": tuple(
            DeviationView(case=entry_link(library.cases[one.case]), how=one.how, text=one.text) for one in otherwise
        ),
        "silent": tuple(entry_link(library.cases[slug]) for slug in sorted(at_steps - told)),
        "count": library.words("steps_count", all=len(at_steps), count=len(doing)) if at_steps else "",
    }


def counting(library: Library, uses: Sequence[Use]) -> str:
    """The explanation why the steps of a method count fewer cases than use it; empty if they count all."""
    cases = {use.case for use in uses}
    linked = _linked(uses)
    apart = _apart(library, linked)
    if not linked or cases == apart:
        return ""
    words, unlinked, inside = library.words, len(cases - linked), len(linked - apart)
    why = (
        words("steps_unlinked", count=unlinked) if unlinked else "",
        words("steps_inside", count=inside) if inside else "",
    )
    told = words.text_clause.join(filter(None, why))
    return words("steps_counting", all=len(cases), why=told, count=len(apart))


def _linked(uses: Sequence[Use]) -> set[str]:
    """The cases that name a step of the method."""
    return {use.case for use in uses if use.method_step}


def _apart(library: Library, linked: set[str]) -> set[str]:
    """The cases in `linked` without those inside another of them."""
    return {above(library, slug, linked) or slug for slug in linked}


def _evidence(library: Library, use: Use) -> StepEvidence:
    assert use.step is not None
    case = library.cases[use.case]
    sentence = use.sentence
    return StepEvidence(
        case=entry_link(case),
        step=step_link(case, use.step),
        sentence=sentence if len(sentence) <= HEAD_SENTENCE else sentence[: HEAD_SENTENCE - 1] + "…",
        facts=circumstances(use.step),
    )


def _method_link(library: Library, use: Use) -> Link:
    method = library.methods[use.method]
    step = next((s for s in method.steps if s.id == use.method_step), None)
    if step is None:
        return entry_link(method)
    return Link(
        text=library.words("steps_of", method=method.front.title, step=step.title),
        url=f"{entry_url(method)}#{step_anchor(method, step.id)}",
    )


def step_link(case: Case, step: Step) -> Link:
    """A link to a step of a case, or to the case if the step has no address."""
    anchor = f"#{step_anchor(case, step.id)}" if step.id else ""
    return Link(text=step.title, url=f"{entry_url(case)}{anchor}")
