"""The view of the open data: which files there are, what each column means, and questions that can be asked."""

from collections.abc import Iterator
from itertools import islice

from casebook.dataset import TABLES, VERSION, Table
from casebook.dataset.naming import said
from casebook.dataset.package import version_day
from casebook.dataset.tables import Column, Value
from casebook.dates import date_zh
from casebook.library import Library
from casebook.model.values import Struct
from casebook.tables import load
from casebook.views.addresses import home_link
from casebook.views.linked import dataset
from casebook.views.records import View
from casebook.views.site_page import SitePage

URL = "data/"
_LOOKED_AT = 200  # rows among which an example is looked for
_LONGEST = 40  # characters of an example


class ColumnView(Struct):
    """A column: its name, what it is, what nothing in it means, and an example; `to` is the table that it refers to."""

    name: str
    title: str
    type: str
    note: str
    blank: str
    values: tuple[str, ...]
    to: str
    example: str


class TableView(Struct):
    """A table: its name, what a row of it is, how many there are, and its columns."""

    name: str
    title: str
    note: str
    count: int
    columns: tuple[ColumnView, ...]


class DataView(View):
    """The page of the open data; `views` are (name, note) of the views of the SQLite file, `queries`
    (question, SQL), `searched` is what an example searches for."""

    template: str = "data.html"
    version: str
    day: str
    tables: tuple[TableView, ...]
    views: tuple[tuple[str, str], ...]
    queries: tuple[tuple[str, str], ...]
    searched: str


def data_view(library: Library) -> DataView:
    """The page of the open data."""
    words = library.words
    return DataView(
        url=URL,
        title=words.data_title,
        description=_description(library),
        crumbs=(home_link(library),),
        linked=dataset(library),
        version=VERSION,
        day=date_zh(version_day(library)) if version_day(library) else "",
        tables=tuple(_table(library, table) for table in TABLES if not table.facet or library.has(table.facet)),
        views=tuple((name, said(library, view["note"])) for name, view in load("dataset_views").items()),
        searched=next(iter(library.collection.site.searches), words.kind_case),
        queries=tuple((query.ask, query.sql) for query in library.collection.queries),
    )


def _description(library: Library) -> str:
    return library.words("data_description", cases=len(library.cases), methods=len(library.methods))


def _table(library: Library, table: Table) -> TableView:
    rows = table.rows(library)
    some = [*islice(rows, _LOOKED_AT)]
    references = {one.column: one.table for one in table.references}
    return TableView(
        name=table.name,
        title=said(library, table.title),
        note=said(library, table.note),
        count=len(some) + sum(1 for _ in rows),
        columns=tuple(
            _column(library, column, (row[at] for row in some), references.get(column.name, ""))
            for at, column in enumerate(table.columns)
        ),
    )


def _column(library: Library, column: Column, values: Iterator[Value], to: str) -> ColumnView:
    return ColumnView(
        name=column.name,
        title=said(library, column.title),
        type=column.type,
        note=said(library, column.note),
        blank=column.blank,
        values=column.values,
        to=to,
        example=_example(values),
    )


def _example(values: Iterator[Value]) -> str:
    """The first value that is there, shortened; empty if there is none."""
    found = next((value for value in values if value is not None), "")
    text = ("true" if found else "false") if isinstance(found, bool) else str(found)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


PAGES = (
    SitePage(
        URL,
        data_view,
        title="data_title",
        name="data_title",
        footer=95,
        overview=11,
        searched="data_searched",
        description=_description,
    ),
)
