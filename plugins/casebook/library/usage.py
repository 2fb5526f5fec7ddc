"""The uses of methods in cases: of the whole method, or at a step that links to it."""

from collections.abc import Iterator
from typing import Literal

from casebook.extract.sentences import sentence_around
from casebook.model.records import Case, Step, WrittenLink
from casebook.model.values import Struct
from casebook.reading.process import without_pointers

_REACH = 200  # characters on either side of a link that its sentence may have
_FEWEST = 8  # characters that tell something


class Use(Struct):
    """A case uses a method: `step` is the step of the case, `method_step` the id of the step of the method, if known.

    `sentence` is the sentence of the case with the link, or the first of the step if that one is a mere pointer.
    """

    case: str
    method: str
    step: Step | None = None
    method_step: str = ""
    sentence: str = ""


class Deviation(Struct):
    """A case changed or left out a step of a method; `text` is in the words of its author."""

    case: str
    method: str
    method_step: str
    how: Literal["omitted", "changed"]
    text: str


def deviations(case: Case) -> Iterator[Deviation]:
    """The deviations that a case declares."""
    for one in case.front.departures:
        method, _, step = one.step.partition("#")
        yield Deviation(case=case.slug, method=method, method_step=step, how=one.how, text=one.text)


def step_at(case: Case, offset: int) -> Step | None:
    """The step of `case` that contains the plain text at `offset`."""
    return next((step for step in case.steps if step.start <= offset < step.end), None)


def uses(case: Case, methods: frozenset[str]) -> Iterator[Use]:
    """The uses of `methods` in `case`: first its linked steps, each once, then methods that it only declares."""
    told: dict[tuple[str, str, int], Use] = {}
    for link in case.links:
        if link.target in methods and (step := step_at(case, link.start)):
            told.setdefault((link.target, link.step, step.number), _told(case, step, link))
    yield from told.values()
    shown = {use.method for use in told.values()}
    yield from (Use(case=case.slug, method=m) for m in case.front.methods if m in methods and m not in shown)


def _told(case: Case, step: Step, link: WrittenLink) -> Use:
    start, end = sentence_around(case.text, link.start, _REACH)
    sentence = without_pointers(case.text[start:end])
    told = sentence if len(sentence) >= _FEWEST else step.summary
    return Use(case=case.slug, method=link.target, step=step, method_step=link.step, sentence=told)
