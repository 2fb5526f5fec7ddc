"""Reads the file of sections to Sections, and checks that no heading belongs to two parts."""

from collections.abc import Iterator
from functools import cache
from typing import get_args

from casebook.model.parts import Sections
from casebook.model.problems import Problem, garbled, unblamed
from casebook.model.values import Kind
from casebook.reading.findings import Finding, problems_at
from casebook.reading.nodes import Node
from casebook.reading.trees import read_tree
from casebook.reading.validation import field_name, unknown_id, validate
from casebook.tables import text_of
from casebook.vocabulary import Vocabulary

NAME = "sections.yaml"


@cache
def default() -> Sections:
    """The default parts, which `init` writes."""
    return read_sections(text_of(f"init/{NAME}").encode(), NAME, Vocabulary({}))[0]


def read_sections(data: bytes | None, path: str, vocabulary: Vocabulary) -> tuple[Sections, list[Problem]]:
    """The Sections of the file and its Problems; the default parts if there is no file, or an empty one."""
    root, problems = (None, []) if data is None else read_tree(data, path)
    if root is None:
        return default(), problems
    sections, issues = validate(root, Sections, path)
    if sections is None:
        return default(), [*problems, *unblamed(issues, garbled(problems))]
    forms = [
        issue for loc, name in _forms(sections) for issue in unknown_id(path, root, loc, "forms", name, vocabulary)
    ]
    return sections, [*problems, *forms, *problems_at(path, _taken(sections, root))]


def _forms(sections: Sections) -> Iterator[tuple[tuple[str, ...], str]]:
    """(place, id) of every form that a part names."""
    for kind in get_args(Kind):
        for name, part in sections.of(kind).items():
            if part.unless:
                yield (kind, name, "unless"), part.unless


def _taken(sections: Sections, root: Node) -> Iterator[Finding]:
    """Problems of headings that belong to two parts."""
    for kind in get_args(Kind):
        seen: dict[str, str] = {}
        for name, part in sections.of(kind).items():
            for at, title in enumerate(part.titles):
                if title in seen:
                    loc = (kind, name, "titles", at)
                    found = f"“{title}” 已是 {seen[title]} 的标题"
                    yield Finding(root.line_of(loc), field_name(loc), found, "一个标题只属于一节")
                seen.setdefault(title, name)
