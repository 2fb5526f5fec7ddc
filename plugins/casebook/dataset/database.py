"""All tables as one SQLite file, with views for the usual questions and an index of all words."""

import sqlite3
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from casebook.dataset import TABLES
from casebook.dataset.naming import said
from casebook.dataset.tables import VERSION, Column, Table, Value, rows_of
from casebook.dataset.texts import json_value
from casebook.library import Library
from casebook.tables import load

DATABASE = "casebook-data.sqlite"

_TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "number": "NUMERIC"}


def database(library: Library) -> bytes:
    """The SQLite file. `columns` tells what each column means; text is found by trigrams in `search`."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript("".join(chain(map(_table, TABLES), _COLUMNS, _SEARCH)))
        for table in TABLES:
            marks = ", ".join("?" * len(table.columns))
            rows = (tuple(map(_stored, row)) for row in rows_of(library, table))
            connection.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({marks})", rows)  # noqa: S608 - our names
        connection.executemany("INSERT INTO columns VALUES (?, ?, ?, ?, ?, ?)", _meanings(library))
        connection.execute(_FILLED)
        for name, view in load("dataset_views").items():
            connection.execute(f"CREATE VIEW {_quoted(name)} AS {view['sql']}")
        connection.execute(f"PRAGMA user_version = {VERSION.partition('.')[0]}")
        connection.commit()
        connection.execute("VACUUM")
        return connection.serialize()
    finally:
        connection.close()


def _quoted(name: str) -> str:
    return f'"{name}"'


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(map(_quoted, names))


def _table(table: Table) -> str:
    """The definition of a table."""
    references = (f"FOREIGN KEY ({_quoted(one)}) REFERENCES {_quoted(to)} (id)" for one, to in table.references)
    lines = [*map(_column, table.columns), f"PRIMARY KEY ({_listed(table.key)})", *references]
    return f"CREATE TABLE {_quoted(table.name)} (\n  " + ",\n  ".join(lines) + "\n);\n"


def _column(column: Column) -> str:
    needed = "" if column.blank else " NOT NULL"
    one_of = f" CHECK ({_quoted(column.name)} IN ({', '.join(map(_text, column.values))}))" if column.values else ""
    return f"{_quoted(column.name)} {_TYPES[column.type]}{needed}{one_of}"


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


_COLUMNS = """CREATE TABLE columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, title TEXT NOT NULL, type TEXT NOT NULL,
  note TEXT NOT NULL, null_means TEXT, PRIMARY KEY (table_name, column_name)
);
"""
_SEARCH = "CREATE VIRTUAL TABLE search USING fts5(page UNINDEXED, title, heading, text, tokenize='trigram');\n"
_FILLED = """INSERT INTO search SELECT page, title, heading, text FROM sections JOIN pages ON pages.id = page
UNION ALL SELECT id, title, '', summary FROM cases UNION ALL SELECT id, title, '', summary FROM methods"""


def _meanings(library: Library) -> Iterator[tuple[str, str, str, str, str, str | None]]:
    for table in TABLES:
        for column in table.columns:
            title, note = said(library, column.title), said(library, column.note)
            yield table.name, column.name, title, column.type, note, column.blank or None


def _stored(value: Value) -> str | int | float | None:
    return json_value(value) if isinstance(value, Decimal) else value
