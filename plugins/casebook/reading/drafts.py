"""The first reading of a file, which needs no other file: front matter as a tree, body as text."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from casebook.model.problems import Problem, errors
from casebook.model.values import Kind
from casebook.reading.bounds import LONGEST_TITLE
from casebook.reading.findings import Finding, problems_at
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
        return title.strip()[:LONGEST_TITLE] if isinstance(title, str) and title.strip() else self.slug


def draft(path: str, data: bytes, kind: Kind) -> Draft:
    """The Draft of a file; the name of the file is the slug."""
    slug = PurePosixPath(path).stem
    text, problems = decode(data, path)
    if text is None:
        return Draft(path, slug, kind, problems=problems)
    parts = split(text, path)
    if isinstance(parts, Problem):
        return Draft(path, slug, kind, problems=(*problems, parts))
    node, of_front = read_nodes(parts.front, path, parts.front_line)
    if node is None and not errors(of_front):
        nothing = Finding(2, "front matter", "是空的", "照模板写 title: 等字段")
        of_front += tuple(problems_at(path, [nothing]))
    return Draft(path, slug, kind, node, parts, (*problems, *parts.problems, *of_front))
