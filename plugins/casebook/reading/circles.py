"""Circles of names: a name that is, by way of others, above itself."""

from collections import deque
from collections.abc import Mapping, Sequence


def circle(start: str, above: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The shortest circle from `start` upwards, with `start` at both ends; empty if there is none."""
    below: dict[str, str] = {}
    todo = deque([start])
    while todo:
        at = todo.popleft()
        for up in above.get(at, ()):
            if up == start:
                return (*_way(start, at, below), start)
            if up not in below:
                below[up] = at
                todo.append(up)
    return ()


def _way(start: str, end: str, below: Mapping[str, str]) -> tuple[str, ...]:
    """The names from `start` up to `end`."""
    way = [end]
    while way[-1] != start:
        way.append(below[way[-1]])
    return tuple(reversed(way))
