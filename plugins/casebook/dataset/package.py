"""The description of the open data that programs read: `datapackage.json`, version 2, with Table Schemas."""

import hashlib
from collections.abc import Mapping
from typing import Any

from casebook.dataset import TABLES
from casebook.dataset.naming import said
from casebook.dataset.pages import described, front
from casebook.dataset.tables import VERSION, Column, Table
from casebook.library import Library

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"


def package(library: Library, files: Mapping[str, bytes], address: str) -> dict[str, Any]:
    """The descriptor of the tables whose CSV are `files`, by path; `address` is that of the site, or empty."""
    site = library.collection.site
    found: dict[str, Any] = {
        "$schema": PROFILE,
        "name": "casebook",
        "title": site.name,
        "description": site.description,
        "version": VERSION,
        "resources": [_resource(library, table, files[f"{table.name}.csv"]) for table in TABLES],
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
    return max((front(entry).added for entry in described(library)), default="")


def _resource(library: Library, table: Table, data: bytes) -> dict[str, Any]:
    return {
        "name": _resource_name(table.name),
        "path": f"{table.name}.csv",
        "title": said(library, table.title),
        "description": said(library, table.note),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
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
