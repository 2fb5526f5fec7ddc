"""The order of the keys at the head of a file: the same in every file, each key with the comments above it."""

import re
from collections.abc import Sequence

from casebook.model.problems import errors
from casebook.reading.keys import ORDER
from casebook.reading.nodes import read_nodes
from casebook.reading.todos import TODO

_KEY = re.compile(r"([a-z][a-z_]*):(?: |$)")
_BELOW = re.compile(r"[ \t]|- |-$|[\]}]")


def ordered(lines: Sequence[str]) -> list[int] | None:
    """The indexes of lines in the order that the keys should have; None if they have it, or if it cannot be told.

    While its author is still asked something, a file keeps its order: the comments of a draft stand below, too.
    """
    blocks = _blocks(lines)
    if blocks is None or any(TODO.search(line) for line in lines):
        return None
    keys = [key for key, _ in blocks]
    if len(set(keys)) < len(keys) or not set(keys) <= {*ORDER, ""}:
        return None
    places = {key: at for at, key in enumerate(ORDER)}
    inside = sorted((block for block in blocks if block[0]), key=lambda block: places[block[0]])
    moved = [at for _, rows in (*inside, *(block for block in blocks if not block[0])) for at in rows]
    return moved if moved != sorted(moved) and _is_same(lines, [lines[at] for at in moved]) else None


def _blocks(lines: Sequence[str]) -> list[tuple[str, list[int]]] | None:
    """Each key with the indexes of its lines and of the comments above it; what is left at the end has no key."""
    blocks: list[tuple[str, list[int]]] = []
    waiting: list[int] = []  # comments and blank lines, which belong to what follows
    for at, line in enumerate(lines):
        if key := _KEY.match(line):
            blocks.append((key[1], [*waiting, at]))
            waiting = []
        elif not line.strip() or line.startswith("#"):
            waiting.append(at)
        elif blocks and _BELOW.match(line):
            blocks[-1][1].extend((*waiting, at))
            waiting = []
        else:
            return None
    return [*blocks, ("", waiting)] if waiting else blocks


def _is_same(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether YAML reads the same from both, without an error."""
    (one, wrong), (other, _) = (read_nodes("\n".join(lines), "") for lines in (before, after))
    return one is not None and other is not None and not errors(wrong) and one.data() == other.data()
