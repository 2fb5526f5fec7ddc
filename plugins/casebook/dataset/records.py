"""Records of pages: what all tables tell of one case or method, as one JSON."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import msgspec

from casebook.dataset import TABLES
from casebook.dataset.pages import CASES, METHODS
from casebook.dataset.tables import Table, rows_of
from casebook.dataset.texts import json_row, json_rows
from casebook.library import Library
from casebook.once import once

_OWNERS = ("page", "case", "method")  # columns that name the page that a row belongs to
_OF_PAGES = tuple((table, one.column) for table in TABLES for one in table.references[:1] if one.column in _OWNERS)


def records(library: Library, table: Table) -> Iterator[tuple[str, msgspec.Raw]]:
    """(id, record as JSON) of every case, or of every method: its row, and those of other tables that are its own."""
    for row in rows_of(library, table):
        own = json_row(table, row)
        found = msgspec.json.encode(own | dict(_belonging(library)[str(own["id"])]))
        yield str(own["id"]), msgspec.Raw(found)


@once
def _belonging(library: Library) -> Mapping[str, Mapping[str, list[msgspec.Raw]]]:
    """Slug -> name of a table -> its rows that belong to the page, as JSON."""
    found: dict[str, dict[str, list[msgspec.Raw]]] = defaultdict(dict)
    for table, owner in _OF_PAGES:
        at = table.names.index(owner)
        for row, told in zip(rows_of(library, table), json_rows(library, table), strict=True):
            found[str(row[at])].setdefault(table.name, []).append(msgspec.Raw(told))
    return found


def record_files(library: Library) -> Iterator[tuple[str, bytes]]:
    """(path, JSON) of each case and method, and of all of each."""
    for table in (CASES, METHODS):
        told = dict(records(library, table))
        yield from ((f"{table.name}/{name}.json", bytes(record)) for name, record in told.items())
        yield f"{table.name}.json", msgspec.json.encode([*told.values()])
