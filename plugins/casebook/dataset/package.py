"""The description of the open data that programs read: `datapackage.json`, version 2, with Table Schemas."""

import hashlib
from collections.abc import Mapping
from typing import Any

from casebook.dataset import TABLES
from casebook.dataset.naming import said
from casebook.dataset.parts import described
from casebook.dataset.tables import VERSION, Column, Table
from casebook.library import Library

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
PARQUET = "application/vnd.apache.parquet"
_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"


def package(library: Library, files: Mapping[str, bytes], address: str) -> dict[str, Any]:
    """The descriptor of the tables that are `files`, by path: each is CSV, and may be Parquet besides.

    `address` is that of the site, or empty.
    """
    site = library.collection.site
    found: dict[str, Any] = {
        "$schema": PROFILE,
        "name": "casebook",
        "title": site.name,
        "description": site.description,
        "version": VERSION,
        "resources": [_resource(library, table, files) for table in TABLES],
    }
    if day := version_day(library):
        found["created"] = f"{day}T00:00:00Z"
    if address:
        found |= {"homepage": f"{address}/"}
    if site.licence:
        found["licenses"] = [{"name": site.licence.name, "path": site.licence.url, "title": site.licence.note}]
    return found


def version_day(library: Library) -> str:
    """The day of the last change, from the history; without one, that on which the newest page was added."""
    changes = library.history.changes
    if changes:
        return changes[0].day
    return max((entry.front.added for entry in described(library)), default="")


def _resource(library: Library, table: Table, files: Mapping[str, bytes]) -> dict[str, Any]:
    parquet = f"{table.name}.parquet"
    also = {"alternatives": [_file(parquet, files, "parquet", PARQUET)]} if parquet in files else {}
    return {
        "name": _resource_name(table.name),
        "title": said(library, table.title),
        "description": said(library, table.note),
        **_file(f"{table.name}.csv", files, "csv", "text/csv"),
        "encoding": "utf-8",
        **also,
        "schema": {
            "$schema": _SCHEMA,
            "fields": [_field(library, column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": [one.column], "reference": {"resource": _resource_name(one.table), "fields": ["id"]}}
                for one in table.references
            ],
        },
    }


def _file(path: str, files: Mapping[str, bytes], kind: str, media: str) -> dict[str, Any]:
    digest = hashlib.sha256(files[path]).hexdigest()
    return {"path": path, "format": kind, "mediatype": media, "bytes": len(files[path]), "hash": f"sha256:{digest}"}


def _resource_name(name: str) -> str:
    return name.replace("_", "-")


def _field(library: Library, column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {} if column.blank else {"required": True}
    if column.values:
        limits["enum"] = list(column.values)
    found: dict[str, Any] = {"name": column.name, "type": column.type, "title": said(library, column.title)}
    if column.note:
        found["description"] = said(library, column.note)
    if column.blank:
        found["missingValues"] = [{"value": "", "label": column.blank}]
    if limits:
        found["constraints"] = limits
    return found
