"""What a case writes of places, organisations and sources, found in its front matter before any other is known."""

from collections.abc import Iterator
from typing import NamedTuple

from casebook.model.whole import Participant, WholeSource
from casebook.reading.drafts import Draft
from casebook.reading.nodes import Node
from casebook.reading.references import Loc
from casebook.reading.todos import OPENING
from casebook.reading.validation import validate


class Written(NamedTuple):
    """A name of a place or organisation, or a whole source, as a case writes it.

    `added` is the day of the case: of two that are called alike, the older keeps its id.
    """

    facet: str
    name: str
    path: str
    line: int
    loc: Loc
    added: str = ""
    is_draft: bool = False
    whole: Participant | WholeSource | None = None

    @property
    def order(self) -> tuple[str, str, int]:
        """The order in which cases came."""
        return self.added, self.path, self.line


def written(found: Draft) -> tuple[Written, ...]:
    """All that a case writes of such terms; what cannot be read is told of when the file is read to the end."""
    front = found.front
    if found.kind != "case" or front is None or not isinstance(front.value, dict):
        return ()
    values = front.value
    day, status = (_text(values.get(key)) for key in ("added", "status"))
    terms = (*_places(values.get("places")), *_organisations(values.get("organisations")))
    return tuple(
        one._replace(path=found.path, added=day, is_draft=status == "draft")
        for one in (*terms, *_sources(values.get("sources")))
        if OPENING not in one.name or one.facet == "sources"  # what is asked is no name, but a source
    )


def _text(node: Node | None) -> str:
    return node.value.strip() if node and isinstance(node.value, str) else ""


def _items(node: Node | None) -> list[Node]:
    return node.value if node and isinstance(node.value, list) else []


def _places(node: Node | None) -> Iterator[Written]:
    for index, one in enumerate(_items(node)):
        if name := _text(one):
            yield Written("places", name, "", one.line, ("places", index))


def _organisations(node: Node | None) -> Iterator[Written]:
    for index, one in enumerate(_items(node)):
        whole = validate(one, Participant, "")[0] if isinstance(one.value, dict) else None
        if whole:
            loc = ("organisations", index)
            if whole.place:
                yield Written("places", whole.place, "", one.line_of(("place",)), (*loc, "place"))
            yield Written("organisations", whole.organisation, "", one.line, loc, whole=whole)


def _sources(node: Node | None) -> Iterator[Written]:
    for index, one in enumerate(_items(node)):
        whole = validate(one, WholeSource, "")[0] if isinstance(one.value, dict) else None
        if whole:
            yield Written("sources", whole.title, "", one.line, ("sources", index), whole=whole)
