"""Reads whole YAML files of the collection: to a tree, or to the records of a list."""

from casebook.model.problems import Problem, garbled, unblamed
from casebook.reading.nodes import Node, read_nodes
from casebook.reading.source import decode
from casebook.reading.validation import R, validate


def read_tree(data: bytes, path: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a file and its Problems; the tree is None if the file is unreadable, or has only comments."""
    text, problems = decode(data, path)
    if text is None:
        return None, list(problems)
    root, more = read_nodes(text, path)
    return root, [*problems, *more]


def read_rows(data: bytes, path: str, model: type[R]) -> tuple[list[tuple[R, Node]], list[Problem]]:
    """The records of a file with a list, each with its node, and the Problems of the file."""
    root, problems = read_tree(data, path)
    if root is None:
        return [], problems
    if not isinstance(root.value, list):
        return [], [*problems, Problem(path=path, line=1, field="YAML", found="不是列表", instead="每项写成 - 键: ……")]
    rows: list[tuple[R, Node]] = []
    known = garbled(problems)
    for number, node in enumerate(root.value):
        record, issues = validate(node, model, path)
        issues = unblamed(issues, known)
        problems += [issue.model_copy(update={"field": f"[{number}].{issue.field}"}) for issue in issues]
        if record:
            rows.append((record, node))
    return rows, problems
