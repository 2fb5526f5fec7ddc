"""A Problem without its path: what a rule about one file yields."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from casebook.model.problems import Problem
from casebook.model.values import Severity


class Finding(NamedTuple):
    """Where, in which field, what was found, and what to write instead."""

    line: int
    field: str
    found: str
    instead: str
    severity: Severity = "error"


def problems_at(path: str, findings: Iterable[Finding]) -> Iterator[Problem]:
    """`findings` as Problems of the file at `path`."""
    return (Problem(path=path, **finding._asdict()) for finding in findings)
