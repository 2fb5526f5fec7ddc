"""Findings: Problems without their path, as the rules for one file yield them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from casebook.model.problems import Problem
from casebook.model.values import Severity


class Finding(NamedTuple):
    """An error or warning on a line: the field, what was found, and what to write instead."""

    line: int
    field: str
    found: str
    instead: str
    severity: Severity = "error"


def problems_at(path: str, findings: Iterable[Finding]) -> Iterator[Problem]:
    """The Problems of the file at `path`, made from its findings."""
    return (Problem(path=path, **finding._asdict()) for finding in findings)
