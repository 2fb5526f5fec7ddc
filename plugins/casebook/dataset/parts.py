"""What rows of pages are made of: the pages that the data tells of, and what each has several of."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from casebook.library import Library
from casebook.model.records import Case, Entry, Method, Section, Step


class Of(NamedTuple):
    """What a page has several of, and its number there, from 1."""

    page: Any
    number: int
    one: Any


def described(library: Library) -> Iterator[Case | Method]:
    """The pages that the data tells of: cases, then methods."""
    yield from library.cases.values()
    yield from library.methods.values()


def numbered(pages: Iterable[Any], found: Callable[[Any], Iterable[Any]]) -> Iterator[Of]:
    """What is found of each page, numbered in each."""
    for page in pages:
        yield from (Of(page, number, one) for number, one in enumerate(found(page), 1))


def written(entry: Entry, part: Section | Step) -> str:
    """The words below a heading."""
    return entry.text[part.start + len(part.title) : part.end].strip()
