"""Findings: Problems without their path, as the rules for one file yield them."""

from collections import Counter
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


MOST_ALIKE = 100  # findings with one advice in a file: who has read so many knows what to look for


def few(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without those of which there are too many alike; at the first of these, how many were left out."""
    counts: Counter[str] = Counter()
    first: dict[str, Finding] = {}
    for finding in findings:
        counts[finding.instead] += 1
        if counts[finding.instead] <= MOST_ALIKE:
            yield finding
        else:
            first.setdefault(finding.instead, finding)
    for advice, finding in first.items():
        yield finding._replace(found=f"这样的还有 {counts[advice] - MOST_ALIKE} 处")


def problems_at(path: str, findings: Iterable[Finding]) -> Iterator[Problem]:
    """The Problems of the file at `path`, made from its findings."""
    return (Problem(path=path, **finding._asdict()) for finding in findings)
