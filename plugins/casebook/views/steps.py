"""The fields of a step of a case besides its text: when, actors, methods."""

from collections.abc import Mapping, Sequence

from casebook.dates import period_zh
from casebook.library import Library, Use
from casebook.model.records import Case, Step
from casebook.views.addresses import entry_link, entry_url, step_anchor
from casebook.views.records import Link


def circumstances(step: Step) -> tuple[str, ...]:
    """The time and the duration of a step, if its text tells them."""
    return tuple(filter(None, (period_zh(step.when) if step.when else "", step.lasting)))


def case_step(library: Library, uses: Sequence[Use], step: Step) -> Mapping[str, object]:
    """The fields of a case's step: time, duration, actors, and its methods."""
    named = dict.fromkeys((tag.facet, tag.term) for tag in step.actors)
    return {
        "facts": circumstances(step),
        "actors": tuple(library.vocabulary[facet, term].zh for facet, term in named),
        "methods": tuple(_method_link(library, use) for use in uses if use.step == step),
    }


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
