"""The caveats of a case: contradictions, inferences, doubts, and what is not reported."""

from casebook.library import Library
from casebook.model.records import Case
from casebook.model.values import Record
from casebook.views.addresses import caveat_anchor


class CaveatView(Record):
    """A caveat with its label, and its anchor on the page of all caveats."""

    kind: str
    text: str
    anchor: str


def caveats(library: Library, case: Case) -> tuple[CaveatView, ...]:
    """The caveats of a case, in the order of its author."""
    return tuple(
        CaveatView(
            kind=library.vocabulary["caveat-kinds", one.kind].zh, text=one.text, anchor=caveat_anchor(case, one.text)
        )
        for one in case.front.caveats
    )
