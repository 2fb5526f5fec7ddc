"""What a record names: terms, cases and methods, and other values whose types are marked."""

import types
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from casebook.model.values import Record, TermOf

Loc = tuple[str | int, ...]
Reference = tuple[Loc, str, str]  # place, facet, name
M = TypeVar("M")


def references(record: Record) -> Iterator[Reference]:
    """(place, facet, name) for every value of `record` that names a term, a case or a method."""
    return ((loc, mark.name, name) for loc, mark, name in marked(record, TermOf))


def marked(record: Record, wanted: type[M]) -> list[tuple[Loc, M, str]]:
    """(place, mark, value) for every value of `record` whose type has a mark of the class `wanted`."""
    found: list[tuple[Loc, M, str]] = []
    _add_marked(record, wanted, (), found)
    return found


def _add_marked(record: Record, wanted: type[M], at: Loc, found: list[tuple[Loc, M, str]]) -> None:
    for name, mark in marks_in(type(record), wanted).items():  # type: ignore[arg-type]  # mypy: a class is no Hashable
        value = getattr(record, name)
        for loc, item in (
            [((*at, name, index), one) for index, one in enumerate(value)]
            if isinstance(value, tuple)
            else [((*at, name), value)]
        ):
            if isinstance(item, Record):
                _add_marked(item, wanted, loc, found)
            elif mark is not None and item is not None:
                found.append((loc, mark, item))


@cache
def marks_in(model: type[Record], wanted: type[M]) -> Mapping[str, M | None]:
    """Field of a model -> the mark of its type, None for records, which may have marks; fields without either not."""
    found: dict[str, M | None] = {}
    for name, info in model.model_fields.items():
        marks = (*info.metadata, *parts(info.annotation, object))
        mark = next((mark for mark in marks if isinstance(mark, wanted)), None)
        if mark is not None or next(parts(info.annotation, type), None):
            found[name] = mark
    return found


def parts(annotation: object, wanted: type) -> Iterator[Any]:
    """All Record classes (`wanted` is `type`) or marks of a class inside a type annotation."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        yield from (mark for mark in marks if isinstance(mark, wanted))
        yield from parts(inner, wanted)
    elif get_origin(annotation) in (tuple, Mapping, Union, types.UnionType):
        for part in get_args(annotation):
            yield from parts(part, wanted)
    elif wanted is type and isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
