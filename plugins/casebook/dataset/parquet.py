"""Tables as Parquet, which keeps types: days are days, numbers numbers. It needs pyarrow, which only publishing has."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO

import pyarrow
from pyarrow import parquet

from casebook.dataset import TABLES
from casebook.dataset.naming import said
from casebook.dataset.package import version_day
from casebook.dataset.tables import VERSION, Column, Table, Value, rows_of
from casebook.library import Library

_TYPES = {
    "string": pyarrow.string(),
    "date": pyarrow.date32(),
    "integer": pyarrow.int64(),
    "boolean": pyarrow.bool_(),
    "number": pyarrow.float64(),
}


def parquet_files(library: Library) -> Iterator[tuple[str, bytes]]:
    """(path, Parquet) of each table."""
    about = _about(library)
    for table in TABLES:
        out = BytesIO()
        parquet.write_table(_filled(library, table, about), out, compression="zstd")
        yield f"{table.name}.parquet", out.getvalue()


def _filled(library: Library, table: Table, about: dict[str, str]) -> pyarrow.Table:
    told = about | {"table": table.name, "title": said(library, table.title), "description": said(library, table.note)}
    schema = pyarrow.schema([_field(library, column) for column in table.columns], metadata=told)
    rows = [_typed(table, row) for row in rows_of(library, table)]
    return pyarrow.Table.from_pylist(rows, schema=schema)


def _about(library: Library) -> dict[str, str]:
    """What every file tells of itself: which collection it is of, of which day, under which licence."""
    site = library.collection.site
    found = {"collection": site.name, "version": VERSION, "created": version_day(library)}
    return found | ({"licence": site.licence.name, "licence_url": site.licence.url} if site.licence else {})


def _field(library: Library, column: Column) -> pyarrow.Field:
    told = {"title": column.title, "description": column.note, "null_means": column.blank}
    metadata = {name: said(library, text) for name, text in told.items() if text}
    return pyarrow.field(column.name, _TYPES[column.type], nullable=bool(column.blank), metadata=metadata)


def _typed(table: Table, row: tuple[Value, ...]) -> dict[str, Value | float | date]:
    return {column.name: _stored(column, value) for column, value in zip(table.columns, row, strict=True)}


def _stored(column: Column, value: Value) -> Value | float | date:
    if isinstance(value, Decimal):
        return float(value)
    return date.fromisoformat(value) if column.type == "date" and isinstance(value, str) else value
