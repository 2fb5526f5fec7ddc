"""Reads the file of questions to the open data."""

from casebook.model.problems import Problem
from casebook.model.queries import Query
from casebook.reading.trees import read_rows

NAME = "queries.yaml"


def read_queries(data: bytes | None, path: str) -> tuple[tuple[Query, ...], list[Problem]]:
    """The rows of the file, none if there is no file, and its Problems."""
    rows, problems = ([], []) if data is None else read_rows(data, path, Query)
    return tuple(row for row, _ in rows), list(problems)
