"""A table of the open data: what each of its columns means, and the rows that a Library gives.

The tables are a contract with those who use them (docs/data.md): a column keeps its name and meaning, or VERSION rises.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from casebook.library import Library
from casebook.once import once

VERSION = "1.0"  # of the contract: the first number rises when a column goes or changes, the second when one comes
Value = str | int | bool | Decimal | None
Type = Literal["string", "integer", "number", "boolean", "date"]

# What an empty cell means. Each column has one meaning, so that nobody takes silence for nought.
NOT_APPLICABLE = "不适用"
NOT_REPORTED = "来源没有写"
NOT_KEPT = "没有留下"
NOT_TOLD = "没有说明"


@dataclass(frozen=True)
class Column:
    """A column: `value` gives what stands in the row of an item, `blank` is what it means if nothing does.

    A column without `blank` is never empty. `values` are all that it can have, if these are few.
    """

    name: str
    title: str
    value: Callable[[Library, Any], Value]
    type: Type = "string"
    note: str = ""
    blank: str = ""
    values: tuple[str, ...] = ()


class Reference(NamedTuple):
    """A column of a table whose value is the key of a row of another one, or empty."""

    column: str
    table: str


@dataclass(frozen=True)
class Table:
    """A table: `items` are what its rows are made of, each row a value for each column; `key` tells rows apart.

    It is empty in a collection without its `facet`. Facets in words (`{themes}`) take their names in the collection.
    """

    name: str
    title: str
    note: str
    key: tuple[str, ...]
    items: Callable[[Library], Iterable[Any]]
    columns: tuple[Column, ...]
    references: tuple[Reference, ...] = ()
    facet: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def rows(self, library: Library) -> Iterator[tuple[Value, ...]]:
        """The rows; what stands for nothing is None."""
        values = [column.value for column in self.columns]
        for item in self.items(library):
            yield tuple(None if (found := value(library, item)) == "" else found for value in values)


@once
def rows_of(library: Library, table: Table) -> tuple[tuple[Value, ...], ...]:
    """The rows of a table, made once."""
    return tuple(table.rows(library))
