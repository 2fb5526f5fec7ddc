"""The first reading of a file, which needs no other file: front matter as a tree, body as text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from casebook.model.problems import Problem, errors
from casebook.model.values import Kind
from casebook.packing import Carried
from casebook.reading import signs
from casebook.reading.bounds import LONGEST_TITLE
from casebook.reading.findings import Finding, problems_at
from casebook.reading.nodes import Node, read_nodes
from casebook.reading.source import Parts, decode, split


@dataclass(frozen=True)
class Draft:
    """A file after its first reading: front matter as a tree, body as text.

    `title` is the one that is written, else the slug; a link without text shows it. `lines` are those of the keys.
    """

    path: str
    slug: str
    kind: Kind
    title: str
    lines: Mapping[str, int] = field(default_factory=dict)
    tree: Carried[Node] | None = None
    parts: Parts | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def front(self) -> Node | None:
        """The front matter; None if it could not be read."""
        return self.tree.value if self.tree else None

    def line_of(self, *loc: str | int) -> int:
        """The line of a value of the front matter, of what it would stand in, or the first of the file."""
        key, *within = loc
        if within and key in self.lines and self.front:
            return self.front.line_of(loc)
        return self.lines.get(str(key), self.lines.get("", 1))


def draft(path: str, data: bytes, kind: Kind) -> Draft:
    """The Draft of a file; the name of the file is the slug."""
    slug = PurePosixPath(path).stem
    text, problems = decode(data, path)
    if text is None:
        return Draft(path, slug, kind, slug, problems=problems)
    parts = split(text, path)
    if isinstance(parts, Problem):
        return Draft(path, slug, kind, slug, problems=(*problems, parts))
    problems += tuple(problems_at(path, signs.findings(parts)))
    node, of_front = read_nodes(parts.front, path, parts.front_line)
    if node is None and not errors(of_front):
        nothing = Finding(2, "front matter", "是空的", "照模板写 title: 等字段")
        of_front += tuple(problems_at(path, [nothing]))
    every = (*problems, *parts.problems, *of_front)
    if node is None:
        return Draft(path, slug, kind, slug, parts=parts, problems=every)
    values = node.value if isinstance(node.value, dict) else {}
    lines = {"": node.line, **{key: value.line for key, value in values.items()}}
    return Draft(path, slug, kind, _title(values) or slug, lines, Carried(node), parts, every)


def _title(values: Mapping[str, Node]) -> str:
    title = values["title"].value if "title" in values else ""
    return title.strip()[:LONGEST_TITLE] if isinstance(title, str) else ""
