"""The fields of a step of a case besides its text: when, actors, methods."""

from collections.abc import Iterator, Mapping, Sequence

from casebook.addresses import entry_url, step_anchor
from casebook.dates import period_zh
from casebook.library import Library, Use
from casebook.library.grouping import grouped
from casebook.model.records import Case, Step
from casebook.views.records import Link


class MethodLink(Link):
    """A link to a step of a method; after another step of it, `again` has the words that need not be seen twice."""

    again: str = ""


def circumstances(step: Step) -> tuple[str, ...]:
    """The time and the duration of a step, if its text tells them."""
    return tuple(filter(None, (period_zh(step.when) if step.when else "", step.lasting)))


def case_step(library: Library, uses: Sequence[Use], step: Step) -> Mapping[str, object]:
    """The fields of a case's step: time, duration, actors, and its methods, the steps of each side by side."""
    told = grouped((use.method, use) for use in uses if use.step and use.step.number == step.number)
    named = dict.fromkeys((tag.facet, tag.term) for tag in step.actors)
    return {
        "facts": circumstances(step),
        "actors": tuple(library.vocabulary[facet, term].zh for facet, term in named),
        "methods": tuple(link for several in told.values() for link in _method_links(library, several)),
    }


def _method_links(library: Library, uses: Sequence[Use]) -> Iterator[MethodLink]:
    """The links to what a step of a case does of one method."""
    method = library.methods[uses[0].method]
    titles = {step.id: step.title for step in method.steps}
    again = ""
    for use in uses:
        if use.method_step in titles:
            text = library.words("steps_of", method=method.front.title, step=titles[use.method_step])
            url = f"{entry_url(method)}#{step_anchor(method, use.method_step)}"
            yield MethodLink(text=text, url=url, again=again)
            again = text.removesuffix(titles[use.method_step])
        else:
            yield MethodLink(text=method.front.title, url=entry_url(method))


def step_link(case: Case, step: Step) -> Link:
    """A link to a step of a case, or to the case if the step has no address."""
    anchor = f"#{step_anchor(case, step.id)}" if step.id else ""
    return Link(text=step.title, url=f"{entry_url(case)}{anchor}")
