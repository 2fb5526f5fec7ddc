"""The pages of how each step of a method went in all cases, where the page of the method has no room for them."""

from collections.abc import Iterator, Sequence

from casebook.addresses import entry_url
from casebook.library import Deviation, Library, Use
from casebook.model.records import Method, Step
from casebook.views.addresses import entry_link
from casebook.views.evidence import Told, evidence, told_of
from casebook.views.paging import ListView, Row, list_url, listed, row_itself
from casebook.views.records import Link

STEPS = "steps"  # what stands before the id of the step in addresses


def all_of_step(library: Library, method: Method, step: Step) -> Link | None:
    """The link to how a step went in all cases, if there is more than the page of the method shows."""
    told = told_of(library, method.slug, step.id)
    count = len(told.uses) + len(told.deviations) + len(told.silent)
    text = library.words("steps_all", count=count)
    return Link(text=text, url=list_url(entry_url(method), _name(step))) if told.is_long else None


def step_lists(library: Library, method: Method, above: Sequence[Link]) -> Iterator[ListView]:
    """The pages of the steps of a method: what cases tell, do otherwise, or leave untold."""
    words = library.words
    for step in method.steps:
        if step.id and all_of_step(library, method, step):
            rows = list(_rows(library, told_of(library, method.slug, step.id)))
            title = words("steps_told", step=step.title)
            yield from listed(library, above, _name(step), title, rows, row_itself, 0, words.paging_evidence)


def _name(step: Step) -> str:
    return f"{STEPS}/{step.id}"


def _rows(library: Library, told: Told) -> Iterator[Row]:
    yield from (_told_row(library, use) for use in told.uses)
    yield from (_deviation_row(library, one) for one in told.deviations)
    yield from (Row(link=entry_link(case), facts=(library.words.steps_silent,)) for case in told.silent)


def _told_row(library: Library, use: Use) -> Row:
    one = evidence(library, use)
    return Row(link=one.case, facts=one.facts, text=one.sentence, links=(one.step,))


def _deviation_row(library: Library, one: Deviation) -> Row:
    how = library.words[f"departure_{one.how}"]
    return Row(link=entry_link(library.cases[one.case]), facts=(how,), text=one.text)
