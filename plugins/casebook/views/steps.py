"""The fields of a step of a case besides its text: when, figures, actors, methods."""

from collections.abc import Iterator, Mapping, Sequence

from casebook.dates import period_zh
from casebook.library import Library, Use, lasting
from casebook.model.records import Case, Step
from casebook.model.values import Record
from casebook.views.addresses import entry_link, entry_url, step_anchor, term_link
from casebook.views.figures import noted_link
from casebook.views.records import Link


class StepFigure(Record):
    """A figure in a step: its indicator, and a link to it with its words."""

    indicator: str
    figure: Link


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
