"""Puts hostile texts in every field of a collection; what `check` refuses is taken out again, and counted."""

import re
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from casebook.files import read_site
from tests.attack.filled import COPIES, IDS, PAYLOADS, files
from tests.attack.places import File, Leaf, written

STEADY = re.compile(r"[a-z0-9./~?-]*")  # ids, dates, words for one of few things: `refusals` tries these
ROUNDS = 60


@dataclass
class Planted:
    """A collection that was written: which texts stand where, and which were refused."""

    folder: Path
    leaves: list[Leaf]

    @property
    def taken(self) -> list[Leaf]:
        return [leaf for leaf in self.leaves if not leaf.refused]

    def count(self) -> Counter[str]:
        return Counter(fields=len({leaf.name for leaf in self.leaves}), tried=len(self.leaves), taken=len(self.taken))


def planted(folder: Path, seed: int, payloads: list[tuple[str, str]] = PAYLOADS, copies: int = COPIES) -> Planted:
    """Write the collection with a payload in each place, moved on by `seed`; take out what `check` refuses."""
    every = files(copies)
    places = [leaf for file in every for leaf in _attacked(file)]
    for number, leaf in enumerate(places):
        leaf.kind, leaf.text = payloads[(number * 7 + seed) % len(payloads)]
        leaf.alone = (number + seed) % 3 == 0
    write(folder, every)
    for _ in range(ROUNDS):
        errors = read_site(folder).errors
        if not errors:
            return Planted(folder, places)
        named = [(file, problem.line) for problem in errors for file in every if problem.path.endswith(f"/{file.path}")]
        reaches = (range(1), range(-8, 12), range(-999, 9999))  # on the line that is named, in its item, in its file
        refused = any(_refuse([one for file, line in named for one in _near(file, line, reach)]) for reach in reaches)
        assert refused, [str(problem) for problem in errors[:5]]
        write(folder, every)
    raise AssertionError([str(problem) for problem in read_site(folder).errors][:10])


def _attacked(file: File) -> list[Leaf]:
    """The places of a file for hostile texts: the terms and entries that others rest on stay as they are."""
    if file.path.endswith(".md"):
        fields = [leaf for leaf in file.leaves() if not leaf.is_block and _is_open(leaf)]
        return [*fields, *(block for block in file.body if "{}" in block.before)] if _is_copy(file) else []
    is_list = file.path.startswith("vocabulary/") and isinstance(file.tree, list)
    copies = [term for term in file.tree if term["id"].before in IDS] if is_list else file.tree
    return [leaf for _, leaf in written(copies, "") if leaf and _is_open(leaf)]


def _is_open(leaf: Leaf) -> bool:
    """Whether others than `refusals` try it: no id, no word for one of few things, no heading that entries have."""
    return "{}" in leaf.before or not (STEADY.fullmatch(leaf.before) or leaf.name.endswith(".titles"))


def _is_copy(file: File) -> bool:
    return Path(file.path).stem.startswith(("case-", "method-")) or file.path.startswith("pages/")


def _near(file: File, line: int, reach: range) -> list[Leaf]:
    return [leaf for leaf in file.leaves() if any(line + step in leaf.lines for step in reach)]


def _refuse(leaves: list[Leaf]) -> bool:
    """Take these out, and tell whether any of them was still there."""
    there = [leaf for leaf in leaves if leaf.text and not leaf.refused]
    for leaf in there:
        leaf.refused = True
    return bool(there)


def write(folder: Path, every: list[File]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for file in every:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text(), encoding="utf-8", newline="\n")
