"""Reads the file of everyday words, and checks that no word is there twice and each row has an example of it."""

from collections.abc import Iterator

from casebook.model.everyday import Everyday
from casebook.model.problems import Problem
from casebook.reading.findings import Finding, problems_at
from casebook.reading.nodes import Node
from casebook.reading.trees import read_rows
from casebook.reading.validation import field_name

NAME = "everyday.yaml"


def read_everyday(data: bytes | None, path: str) -> tuple[tuple[Everyday, ...], list[Problem]]:
    """The rows of the file, none if there is no file, and its Problems."""
    rows, problems = ([], []) if data is None else read_rows(data, path, Everyday)
    return tuple(row for row, _ in rows), [*problems, *problems_at(path, _findings(rows))]


def _findings(rows: list[tuple[Everyday, Node]]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for number, (row, node) in enumerate(rows):
        for at, word in enumerate(row.words):
            loc = ("words", at)
            if word in seen:
                yield Finding(
                    node.line_of(loc), field_name((number, *loc)), f"“{word}” 已写在 {seen[word]} 一行", "只留一处"
                )
            seen.setdefault(word, row.written)
        if not any(word in row.example for word in row.words):
            found = f"例子 “{row.example}” 里没有这一行的词"
            line, field = node.line_of(("example",)), field_name((number, "example"))
            yield Finding(line, field, found, f"写一句含 {row.words[0]} 的提问")
