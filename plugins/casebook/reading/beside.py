"""What a front matter names although something else in it is wrong: all that can be told is told in one go."""

from collections.abc import Iterable, Iterator

from casebook.model.problems import Problem
from casebook.model.values import Record, TermOf
from casebook.reading.nodes import Node
from casebook.reading.references import Loc, Reference, marks_in, parts
from casebook.reading.validation import field_name


def beside(node: Node, model: type[Record], issues: Iterable[Problem]) -> Iterator[Reference]:
    """(place, facet, name) of every name in a tree with these Problems, but for those that a Problem is about."""
    wrong = {one.field for one in issues}
    for loc, facet, name in _named(node, model, ()):
        if wrong.isdisjoint(field_name(loc[:length]) for length in range(1, len(loc) + 1)):
            yield loc, facet, name


def _named(node: Node, model: type[Record], at: Loc) -> Iterator[Reference]:
    for name, mark in marks_in(model, TermOf).items():
        inner = next(parts(model.model_fields[name].annotation, type), None)
        for loc, item in _items(node, name):
            if isinstance(item.value, dict):
                yield from _named(item, inner, (*at, *loc)) if inner else ()
            elif mark is not None and isinstance(item.value, str) and item.value.strip():
                yield (*at, *loc), mark.name, item.value.strip()


def _items(node: Node, name: str) -> Iterator[tuple[Loc, Node]]:
    """The value of a key, or each item of a list that stands there, with its place."""
    value = node.value.get(name) if isinstance(node.value, dict) else None
    if value and isinstance(value.value, list):
        yield from (((name, index), item) for index, item in enumerate(value.value))
    elif value:
        yield (name,), value
