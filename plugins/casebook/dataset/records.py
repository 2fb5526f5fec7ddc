"""Records of pages: what all tables tell of one case or method, as one JSON."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from casebook.builds import json_text
from casebook.dataset import TABLES
from casebook.dataset.pages import CASES, METHODS
from casebook.dataset.tables import Table
from casebook.dataset.texts import json_row
from casebook.library import Library
from casebook.once import once

Row = Mapping[str, Any]
_OWNERS = ("page", "case", "method")  # columns that name the page that a row belongs to
_OF_PAGES = tuple((table, one.column) for table in TABLES for one in table.references[:1] if one.column in _OWNERS)


def records(library: Library, table: Table) -> Iterator[tuple[str, dict[str, Any]]]:
    """(id, record) of every case, or of every method: its row, and the rows of other tables that belong to it."""
    for row in table.rows(library):
        own = json_row(table, row)
        yield str(own["id"]), own | {name: list(found) for name, found in _belonging(library)[str(own["id"])].items()}


@once
def _belonging(library: Library) -> Mapping[str, Mapping[str, list[Row]]]:
    """Slug -> name of a table -> its rows that belong to the page, without naming it again."""
    found: dict[str, dict[str, list[Row]]] = defaultdict(dict)
    for table, owner in _OF_PAGES:
        for row in table.rows(library):
            told = json_row(table, row)
            found[str(told.pop(owner))].setdefault(table.name, []).append(told)
    return found


def record_files(library: Library) -> Iterator[tuple[str, str]]:
    """(path, JSON) of each case and method, and of all of each."""
    for table in (CASES, METHODS):
        told = dict(records(library, table))
        yield from ((f"{table.name}/{name}.json", json_text(record)) for name, record in told.items())
        yield f"{table.name}.json", json_text([*told.values()])
