"""Files with places for hostile texts, written so that each place knows its lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# what YAML escapes in a quoted scalar
_ESCAPED = re.compile(r"[\x00-\x1f\"\\\x7f-\xa0\u2028\u2029\ud800-\uf8ff\ufeff-\uffff\U00010000-\U0010ffff]")
_LINES = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@dataclass
class Leaf:
    """A place for a hostile text: the kind of field, what stood there, what is put there, and whether it was taken."""

    name: str
    before: str
    kind: str = ""
    text: str = ""
    alone: bool = False
    is_block: bool = False
    refused: bool = False
    lines: range = field(default_factory=lambda: range(0))

    @property
    def now(self) -> str:
        if self.refused or not self.text:
            return "" if self.is_block and "{}" in self.before else self.before
        if "{}" in self.before:
            return self.before.replace("{}", self.text)
        return self.text if self.alone else self.before + self.text


@dataclass
class File:
    """A file of the collection: front matter or YAML as a tree of Leaf, and the blocks of the body."""

    path: str
    tree: object
    body: list[Leaf] = field(default_factory=list)

    def text(self) -> str:
        """The file as it is written now; every Leaf learns on which lines."""
        lines: list[str] = ["---"] if self.path.endswith(".md") else []
        for start, leaf in written(self.tree, ""):
            lines.append(start + (_quoted(leaf.now) if leaf else ""))
            if leaf:
                leaf.lines = range(len(lines), len(lines) + 1)
        if self.path.endswith(".md"):
            lines.append("---")
        for block in self.body:
            start = len(lines) + 1
            lines += ["", *_LINES.split(block.now)]
            block.lines = range(start, len(lines) + 1)
        return "\n".join(lines) + "\n"

    def leaves(self) -> list[Leaf]:
        return [*(leaf for _, leaf in written(self.tree, "") if leaf), *self.body]


def _quoted(text: str) -> str:
    escaped = _ESCAPED.sub(lambda found: f"\\U{ord(found[0]):08x}", text)
    return f'"{escaped}"'


def written(tree: object, indent: str) -> Iterator[tuple[str, Leaf | None]]:
    """The lines of a tree, a scalar a line: how each begins, and its Leaf."""
    items = tree.items() if isinstance(tree, dict) else ((None, item) for item in tree)
    for key, value in items:
        start = f"{indent}{key}: " if key is not None else f"{indent}- "
        if isinstance(value, Leaf):
            yield start, value
        elif not value:
            yield start + ("{}" if isinstance(value, dict) else "[]"), None
        else:
            yield start.rstrip(), None
            yield from written(value, indent + "  ")


def leaves_of(tree: object, name: str) -> object:
    """A tree with a Leaf for each scalar."""
    if isinstance(tree, dict):
        return {key: leaves_of(value, f"{name}.{key}") for key, value in tree.items()}
    if isinstance(tree, list):
        return [leaves_of(value, name) for value in tree]
    return Leaf(name, tree or "")
