"""What a version of a page tells, read as the page is read today, but without what is not its author's: no layout.

How a file is laid out is no part of it: the order of keys, line breaks, quotes, emphasis, where links stand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from casebook.extract.sentences import sentences
from casebook.history.showing import BareNames
from casebook.model.values import Kind
from casebook.reading.bounds import beyond
from casebook.reading.drafts import Draft, draft
from casebook.reading.markup import Document, parse
from casebook.reading.process import without_pointers
from casebook.reading.structure import structure


@dataclass(frozen=True)
class Passage:
    """The text below a heading: `key` is its step's id, or its title; before the first heading all is empty."""

    key: str
    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Telling:
    """A version of a page: its front matter as it was written, and its text by headings."""

    title: str
    front: Mapping[str, object]
    passages: tuple[Passage, ...]


def telling(path: str, data: bytes, kind: Kind) -> Telling | None:
    """The Telling of a file; None if nobody can say what it told."""
    found = draft(path, data, kind)
    if found.front is None or found.parts is None or not isinstance(found.front.value, dict):
        return None
    document = _document(found)
    if document is None:
        return None
    front = {key: node.data() for key, node in found.front.value.items()}
    return Telling(found.title, front, tuple(_passages(document, kind)))


def _document(found: Draft) -> Document | None:
    assert found.parts
    body, line = found.parts.body, found.parts.body_line
    if any(beyond(body, line)):
        return None
    try:
        return parse(body, BareNames(), line)
    except RecursionError:
        return None


def _passages(document: Document, kind: Kind) -> Iterator[Passage]:
    """The text before the first heading, and below each up to the next."""
    heads = structure(document, kind, {}).sections
    text = document.text
    yield Passage("", "", _sentences(text[: heads[0].start if heads else len(text)]))
    for at, head in enumerate(heads):
        end = heads[at + 1].start if at + 1 < len(heads) else len(text)
        key = head.id if head.level > 2 and head.id else head.title
        yield Passage(key, head.title, _sentences(text[head.start + len(head.title) : end]))


def _sentences(text: str) -> tuple[str, ...]:
    found = (without_pointers(text[start:end]).strip() for start, end in sentences(text))
    return tuple(one for one in found if one)
