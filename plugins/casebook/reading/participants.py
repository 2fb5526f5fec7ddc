"""Applies an author's corrections of who takes part in the steps of a case."""

from collections.abc import Iterator

from msgspec.structs import replace

from casebook.model.front import CaseFront, Front, StepFront
from casebook.model.records import Step, Tag
from casebook.reading.findings import Finding
from casebook.reading.nodes import Node

_FACETS = ("organisations", "actors")  # in the order in which a step tells them


def corrected(steps: tuple[Step, ...], front: Front) -> tuple[Step, ...]:
    """The steps with the participants that the front matter gives."""
    given = {one.step: one for one in front.steps} if isinstance(front, CaseFront) else {}
    if not given:
        return steps
    return tuple(
        replace(step, actors=tuple(_taking_part(step, given[step.id]))) if step.id in given else step for step in steps
    )


def _taking_part(step: Step, given: StepFront) -> Iterator[Tag]:
    """Of each facet those that are given; those that were read if none is."""
    for facet in _FACETS:
        named: tuple[str, ...] | None = getattr(given, facet)
        if named is None:
            yield from (tag for tag in step.actors if tag.facet == facet)
        else:
            yield from (Tag(facet=facet, term=term, declared=True) for term in named)


def findings(steps: tuple[Step, ...], front: Front, node: Node) -> Iterator[Finding]:
    """Corrections of no step, of one twice, and those that correct nothing."""
    known = [step.id for step in steps if step.id]
    seen: set[str] = set()
    for index, one in enumerate(front.steps if isinstance(front, CaseFront) else ()):
        line, field = node.line_of(("steps", index, "step")), f"steps[{index}].step"
        if one.step not in known:
            offered = f"可写:{'、'.join(known)}" if known else "先给步骤写小标题和编号,例如 ### 打分 {#score}"
            yield Finding(line, field, f"本页没有步骤 “{one.step}”", offered)
        elif one.step in seen:
            yield Finding(line, field, f"步骤 “{one.step}” 前面已经写过", "合并成一项")
        elif all(getattr(one, facet) is None for facet in _FACETS):
            yield Finding(line, field, "没有写谁参与", "写 actors: [居民] 或 organisations: [机构名],或删去这一项")
        seen.add(one.step)
