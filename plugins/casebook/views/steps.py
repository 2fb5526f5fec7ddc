"""What stands beside the words of a step: its circumstances in a case; how it went in cases, for a method."""

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
    """How a step of a method went in a case: the case's own first sentence, with the link to it."""

    case: Link
    step: Link
    sentence: str
    facts: tuple[str, ...] = ()


class StepFigure(Record):
    """A figure told in a step: what it measures, and the words as written with the link to them."""

    indicator: str
    figure: Link


class DeviationView(Record):
    """How a case did a step of a method otherwise, or that it left it out."""

    case: Link
    how: str
    text: str


def circumstances(step: Step) -> tuple[str, ...]:
    """When a step was done and how long it took, as far as its words tell."""
    return tuple(filter(None, (period_zh(step.when) if step.when else "", step.lasting)))


def case_step(library: Library, case: Case, uses: Sequence[Use], step: Step) -> Mapping[str, object]:
    """Beside a case's step: when, how long, its figures, who, and the methods that it says it is."""
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
    """The figures of its own case that a step tells, each once."""
    inside = (metric for metric in lasting(case.metrics) if step.start <= metric.start < step.end)
    own = {(one.indicator, one.text): one for one in inside if not library.programme(case, one)}
    for (indicator, _), metric in own.items():
        yield StepFigure(
            indicator=library.vocabulary["indicators", indicator].zh, figure=noted_link(library, case, metric)
        )


def method_step(
    library: Library, uses: Sequence[Use], deviations: Sequence[Deviation], step: Step
) -> Mapping[str, object]:
    """Beside a method's step: how it went in cases, which did otherwise, and which have no such step.

    A case and the cases inside it count as one: what a project did, its programme need not tell again.
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
    """Why fewer cases are counted at the steps of a method than use it; nothing when none is left out."""
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
    """Those of the cases that stand for themselves, and not inside another one of them."""
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
    """A link to a step of a case; to the case where nobody has given the step an address."""
    anchor = f"#{step_anchor(case, step.id)}" if step.id else ""
    return Link(text=step.title, url=f"{entry_url(case)}{anchor}")
