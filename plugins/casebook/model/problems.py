"""The record of an error or warning that an author reads."""

from collections.abc import Container, Iterable

from casebook.characters import shown
from casebook.model.values import Record, Severity


class Problem(Record):
    """Something in a file that its author must correct (error) or should look at (warning).

    `found` says what stands there, `instead` what to write; both are Chinese and name the words in question.
    `line` counts from 1 in the file as given.
    """

    path: str
    line: int
    field: str
    found: str
    instead: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return shown(f"{self.path}:{self.line} {self.field}: {self.found}; {self.instead}")


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The Problems that stop a build."""
    return tuple(problem for problem in problems if problem.severity == "error")


def garbled(problems: Iterable[Problem]) -> frozenset[int]:
    """The lines with errors: what YAML cannot tell is not blamed on the words there."""
    return frozenset(problem.line for problem in errors(problems))


def unblamed(problems: Iterable[Problem], lines: Container[int]) -> list[Problem]:
    """The Problems that stand on other lines."""
    return [problem for problem in problems if problem.line not in lines]
