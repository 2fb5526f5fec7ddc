"""Digests that tell whether a file of the open data is as it was, without making it."""

import msgspec

from casebook.dataset import TABLES
from casebook.dataset.naming import said
from casebook.dataset.package import version_day
from casebook.dataset.tables import Table, rows_of
from casebook.library import Library
from casebook.once import once
from casebook.store import digest


@once
def mark_of(library: Library, table: Table) -> bytes:
    """A digest of the rows of a table."""
    return digest(msgspec.json.encode(rows_of(library, table)))


def mark_of_all(library: Library) -> bytes:
    """A digest of all tables, and of all that is said of them."""
    said_of = (text for table in TABLES for text in (table.title, table.note, *_texts(table)))
    about = (repr(library.collection.site), version_day(library), *(said(library, text) for text in said_of))
    return digest(*(mark_of(library, table) for table in TABLES), *(text.encode() for text in about))


def _texts(table: Table) -> list[str]:
    return [text for column in table.columns for text in (column.title, column.note)]
