"""What stands above what: circles of names that are above themselves, and chains of too many."""

from collections.abc import Iterator, Mapping, Sequence

MOST_ABOVE = 10  # names above a place or case; what is deeper is a mistake, and each page lists all above it
_SHOWN = 6  # names of a circle that a message has


def circles(above: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Every circle in `above` (name -> the names right above it) with its first name at both ends.

    Where circles hang together, some are told only when the others are gone.
    """
    done: set[str] = set()
    for start in above:
        if start not in done:
            yield from _circles_from(start, above, done)


def _circles_from(start: str, above: Mapping[str, Sequence[str]], done: set[str]) -> Iterator[tuple[str, ...]]:
    """The circles on any way up from `start`; adds the names on these ways to `done`.

    A walk in depth. `told` has, for each name on the way, the place of the last one so far that is in a circle.
    """
    places, todo, told = {start: 0}, [iter(above[start])], [-1]
    while todo:
        up = next(todo[-1], None)
        if up is None:
            done.add(places.popitem()[0])
            todo.pop()
            told.pop()
        elif up in places and places[up] > told[-1]:
            way = list(places)[places[up] :]
            told[places[up] :] = range(places[up], len(places))
            yield (*way, up)
        elif up in above and up not in places and up not in done:
            told.append(told[-1])
            places[up] = len(todo)
            todo.append(iter(above[up]))


def too_deep(above: Mapping[str, str]) -> Iterator[str]:
    """The names with more than MOST_ABOVE names above them whose upper neighbour has not; `above` has no circle."""
    depths: dict[str, int] = {}
    for name in above:
        way = []
        while name in above and name not in depths:
            way.append(name)
            depths[name] = 0  # until it is known; in a circle it stays so
            name = above[name]
        for low in reversed(way):
            depths[low] = depths.get(above[low], 0) + 1
            if depths[low] == MOST_ABOVE + 1:
                yield low


def shown_way(way: Sequence[str]) -> str:
    """A circle as a message shows it, a long one without its middle."""
    names = way if len(way) <= _SHOWN else (*way[: _SHOWN - 2], "……", *way[-2:])
    return " → ".join(names)
