"""How a case uses a method: as a whole, or at a step of its own that links to it."""

from collections.abc import Iterator

from casebook.model import Case, Link, Record, Step


class Use(Record):
    """A case uses a method; `step` is the case's step, `method_step` the id of the method's, where they are told."""

    case: str
    method: str
    step: Step | None = None
    method_step: str = ""


class Deviation(Record):
    """A case did a step of a method otherwise, or not at all; `how` and `text` are its author's words."""

    case: str
    method: str
    method_step: str
    how: str
    text: str


def deviations(case: Case) -> Iterator[Deviation]:
    """Every departure that a case declares, by its method."""
    for one in case.front.departures:
        method, _, step = one.step.partition("#")
        yield Deviation(case=case.slug, method=method, method_step=step, how=one.how, text=one.text)


def step_at(case: Case, offset: int) -> Step | None:
    """The step of `case` within which the plain text at `offset` stands."""
    return next((step for step in case.steps if step.start <= offset < step.end), None)


def uses(case: Case, methods: frozenset[str]) -> Iterator[Use]:
    """Every use that `case` makes of `methods`: its linked steps, then what it only declares."""
    told: dict[Use, None] = {}
    for link in case.links:
        if link.target in methods and (use := _told(case, link)):
            told.setdefault(use)
    yield from told
    shown = {use.method for use in told}
    yield from (Use(case=case.slug, method=m) for m in case.front.methods if m in methods and m not in shown)


def _told(case: Case, link: Link) -> Use | None:
    step = step_at(case, link.start)
    return Use(case=case.slug, method=link.target, step=step, method_step=link.step) if step else None
