"""Tables as text: CSV for spreadsheets, and JSON Lines."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from casebook.dataset.figures import METRICS
from casebook.dataset.tables import Table, Value, rows_of
from casebook.library import Library
from casebook.library.grouping import grouped
from casebook.once import once

BOM = "\ufeff"  # without it, Excel takes Chinese for something else
_FORMULA = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")  # at the beginning, as compare/csv.js has it


def csv_text(table: Table, rows: Iterable[tuple[Value, ...]]) -> str:
    """Rows of a table as CSV with a header, in UTF-8 with a byte order mark; what is missing is an empty cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(table.names)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return BOM + out.getvalue()


@once
def csv_file(library: Library, table: Table) -> bytes:
    """A table as CSV."""
    return csv_text(table, rows_of(library, table)).encode()


def indicator_files(library: Library) -> Iterator[tuple[str, bytes]]:
    """(path, CSV) of the figures of each indicator that has some."""
    at = METRICS.names.index("indicator")
    found = grouped((str(row[at]), row) for row in rows_of(library, METRICS))
    yield from ((f"indicators/{name}.csv", csv_text(METRICS, rows).encode()) for name, rows in found.items())


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else harmless(str(value))


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula, which it would carry out: one like that gets an apostrophe."""
    return f"'{text}" if _FORMULA.match(text) else text


def json_value(value: Value) -> str | int | float | bool | None:
    """A value as JSON has it: a whole number without a point."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def json_row(table: Table, row: tuple[Value, ...]) -> dict[str, str | int | float | bool | None]:
    """A row by the names of its columns; what is missing is null."""
    return {name: json_value(value) for name, value in zip(table.names, row, strict=True)}


@once
def json_rows(library: Library, table: Table) -> tuple[bytes, ...]:
    """Each row of a table as JSON."""
    return tuple(msgspec.json.encode(json_row(table, row)) for row in rows_of(library, table))


def json_lines(library: Library, table: Table) -> bytes:
    """A table as JSON Lines, a row a line."""
    return b"".join(row + b"\n" for row in json_rows(library, table))
