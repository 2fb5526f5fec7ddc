"""What the prose of a case need not link: the chips of a step lead to its methods, the facts to its organisations.

`（见[[召集|deliberation#convene]]）` holds nothing but such a link: the page drops it. A link within a sentence keeps
its words.
"""

import re
from collections.abc import Iterator

from casebook.library import Library
from casebook.model.records import Case, Step, WrittenLink
from casebook.model.values import Span

_POINTER = re.compile("（见?([^（）]*)）")
_BETWEEN = re.compile("[、，；和及 ]*")  # what may stand between two links of one pointer


def linked(library: Library, case: Case) -> dict[int, WrittenLink]:
    """Offset -> each link in a step of a case that leads to a method: the chips of the step have them all."""
    return {
        link.start: link
        for link in case.links
        if link.target in library.methods and any(_within(step, link.start) for step in case.steps)
    }


def named(library: Library, case: Case) -> Iterator[int]:
    """The offsets where the text first names an organisation of the case: its facts have them all."""
    listed = {("organisations", one.organisation) for one in case.front.organisations}
    yield from (mention.start for mention in library.mentions(case.slug) if mention.target in listed)


def pointers(case: Case, chips: dict[int, WrittenLink]) -> Iterator[Span]:
    """The spans of brackets that hold nothing but links in `chips`, and no figure."""
    for found in _POINTER.finditer(case.text):
        start, end = found.span(1)
        links = [link for at, link in chips.items() if start <= at < end]
        rest = case.text[start:end]
        for link in reversed(links):
            rest = rest[: link.start - start] + rest[link.end - start :]
        if links and _BETWEEN.fullmatch(rest) and not any(start <= one.start < end for one in case.metrics):
            yield found.span()


def _within(step: Step, offset: int) -> bool:
    """Whether the text at `offset` stands below the title of a step that has an address."""
    return bool(step.id) and step.start + len(step.title) <= offset < step.end
