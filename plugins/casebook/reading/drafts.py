"""The first reading of a file, which needs no other file: front matter as a tree, body as text."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from casebook.model.problems import Problem
from casebook.model.values import Kind
from casebook.reading.nodes import Node, read_nodes
from casebook.reading.source import Parts, decode, split


@dataclass(frozen=True)
class Draft:
    """A file after its first reading: front matter as a tree, body as text."""

    path: str
    slug: str
    kind: Kind
    front: Node | None = None
    parts: Parts | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def title(self) -> str:
        """The title as written, else the slug; a link without text shows it."""
        values = self.front.value if self.front and isinstance(self.front.value, dict) else {}
        title = values["title"].value if "title" in values else ""
        return title.strip() if isinstance(title, str) and title.strip() else self.slug


def draft(path: str, data: bytes, kind: Kind) -> Draft:
    """The Draft of a file; the name of the file is the slug."""
    slug = PurePosixPath(path).stem
    text = decode(data, path)
    if isinstance(text, Problem):
        return Draft(path, slug, kind, problems=(text,))
    parts = split(text, path)
    if isinstance(parts, Problem):
        return Draft(path, slug, kind, problems=(parts,))
    node, problems = read_nodes(parts.front, path, parts.front_line)
    if node is None and not problems:
        problems = (Problem(path=path, line=2, field="front matter", found="是空的", instead="照模板写 title: 等字段"),)
    return Draft(path, slug, kind, node, parts, problems)
