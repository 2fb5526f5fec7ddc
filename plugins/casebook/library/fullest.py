"""The cases that are told most fully: what somebody who is new here reads first."""

from collections.abc import Iterator

from casebook.library.library import Library
from casebook.library.telling import most_telling
from casebook.model.records import Case


def fullest(library: Library) -> Iterator[Case]:
    """The most telling cases, each of another first theme.

    A collection of other cases has no steps of its own to follow, and is none of them.
    """
    seen: set[str] = set()
    for case in most_telling(library, library.cases.values()):
        theme = (case.front.themes or (case.slug,))[0]
        if theme not in seen and any(step.id for step in case.steps):
            seen.add(theme)
            yield case
