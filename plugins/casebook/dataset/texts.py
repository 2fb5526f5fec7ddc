"""Tables as text: CSV for spreadsheets, and JSON Lines."""

import csv
import io
from decimal import Decimal

import msgspec

from casebook.dataset.tables import Table, Value
from casebook.library import Library

BOM = "\ufeff"  # without it, Excel takes Chinese for something else


def csv_text(table: Table, library: Library) -> str:
    """A table as CSV with a header, in UTF-8 with a byte order mark; what is missing is an empty cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(table.names)
    writer.writerows([_cell(value) for value in row] for row in table.rows(library))
    return BOM + out.getvalue()


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)


def json_value(value: Value) -> str | int | float | bool | None:
    """A value as JSON has it: a whole number without a point."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def json_row(table: Table, row: tuple[Value, ...]) -> dict[str, str | int | float | bool | None]:
    """A row by the names of its columns; what is missing is null."""
    return {name: json_value(value) for name, value in zip(table.names, row, strict=True)}


def json_lines(table: Table, library: Library) -> str:
    """A table as JSON Lines, a row a line."""
    encode = msgspec.json.encode
    return "".join(f"{encode(json_row(table, row)).decode()}\n" for row in table.rows(library))
