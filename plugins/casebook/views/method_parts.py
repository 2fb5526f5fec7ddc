"""The parts of a method in the order in which they are read: how to do it, then the proof."""

from collections.abc import Sequence

from casebook.library import Library
from casebook.model.values import Struct
from casebook.reading.structure import STEP_PARTS
from casebook.views.bodies import SectionView


class MethodParts(Struct):
    """The parts of a method: `before` the steps, `steps`, those `after` them, and those that are `folded`, after all.

    `note` says what is common knowledge in the steps.
    """

    before: tuple[SectionView, ...]
    steps: SectionView | None
    after: tuple[SectionView, ...]
    folded: tuple[SectionView, ...]
    note: str


def method_parts(library: Library, sections: Sequence[SectionView]) -> MethodParts:
    """The parts of a method."""
    seen = [one for one in sections if not one.folded]
    at = next((at for at, one in enumerate(seen) if one.kind == STEP_PARTS["method"]), len(seen))
    steps = seen[at] if at < len(seen) else None
    return MethodParts(
        before=tuple(seen[:at]),
        steps=steps,
        after=tuple(seen[at + 1 :]),
        folded=tuple(one for one in sections if one.folded),
        note=_common_knowledge(library, steps) if steps else "",
    )


def _common_knowledge(library: Library, steps: SectionView) -> str:
    """What is common knowledge in the steps, where they answer what their collection asks."""
    asks = dict.fromkeys(answer.ask for step in steps.steps for answer in step.answers)
    return library.words("method_general", asks=library.words.text_comma.join(asks)) if asks else ""
