"""The caveats of a case: contradictions, inferences, doubts, and what is not reported."""

import re

from casebook.addresses import caveat_anchor
from casebook.library import Library
from casebook.model.records import Case, Metric
from casebook.model.values import Struct
from casebook.once import once

_NO_DATE = r"(?![\d.年月日])"


class CaveatView(Struct):
    """A caveat with its label, and its anchor on the page of all caveats."""

    kind: str
    text: str
    anchor: str


def caveats(library: Library, case: Case) -> tuple[CaveatView, ...]:
    """The caveats of a case, in the order of its author."""
    return _caveats(library, case.slug)


@once
def _caveats(library: Library, slug: str) -> tuple[CaveatView, ...]:
    case = library.cases[slug]
    return tuple(
        CaveatView(
            kind=library.vocabulary["caveat-kinds", one.kind].zh, text=one.text, anchor=caveat_anchor(case, one.text)
        )
        for one in case.front.caveats
    )


def weighed(library: Library, case: Case) -> tuple[CaveatView, ...]:
    """The same, the most weighty first: one that speaks of a figure of the summary, then by the order of the kinds."""
    kinds = [kind.id for kind in library.vocabulary.terms("caveat-kinds")]
    said = [figure for metric in case.metrics if (figure := _said(metric, case.front.summary))]
    shown = caveats(library, case)
    weights = [
        (not any(one.search(caveat.text) for one in said), kinds.index(caveat.kind)) for caveat in case.front.caveats
    ]
    first = min(range(len(shown)), key=lambda at: weights[at], default=0)
    return (*shown[first : first + 1], *shown[:first], *shown[first + 1 :])


def _said(metric: Metric, summary: str) -> re.Pattern[str] | None:
    """A pattern of a figure (3场, but not 13场), or of its number, if that has two digits and is no part of a date.

    None if the summary does not say it; most figures are not even looked for there.
    """
    number = re.match(r"\d{2,}", metric.text)
    if (number[0] if number else metric.text) not in summary:
        return None
    bare = rf"|{number[0]}{_NO_DATE}" if number else ""
    pattern = re.compile(rf"(?<![\d.])(?:{re.escape(metric.text)}{bare})")
    return pattern if pattern.search(summary) else None
