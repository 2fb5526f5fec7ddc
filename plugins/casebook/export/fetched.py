"""The JSON Schema of the files that scripts fetch, from the records that they are written from.

`inv lint` makes TypeScript of it, so that a script which asks for a field that is gone, or is otherwise, fails there.
"""

import json
from typing import Any, Literal

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from casebook.export.columns import ColumnsManifest, DrawnMap, FacetColumn, MapRow
from casebook.export.compared import ComparedCase, ComparedManifest
from casebook.export.figure_columns import FigureWords, IndicatorRow, SeriesColumn
from casebook.export.loaded import FormManifest
from casebook.search.facets import Column
from casebook.search.figures import Row
from casebook.search.files import SearchManifest
from casebook.search.meaning_files import Entry
from casebook.search.name_files import Group
from casebook.search.records import PageText
from casebook.search.shards import Posting
from casebook.search.variants import VariantsData

# What a file holds by its path, beside the name of its build; folders of builds are left out, and * stands for names
# that differ.
FETCHED: dict[str, Any] = {
    "search/manifest": SearchManifest,
    "search/terms/*": dict[str, list[Posting]],
    "search/lengths": list[int],
    "search/pages/*": PageText,
    "search/heads/*": PageText,
    "search/facets/*": Column,
    "search/variants": VariantsData,
    "search/names/*": dict[str, list[Group]],
    "search/figures/*": dict[str, list[Row]],
    "search/meanings/*": dict[str, Entry],
    "explore/manifest": ColumnsManifest,
    "explore/slugs/*": list[str],
    "explore/facets/*": FacetColumn,
    "explore/terms/*": dict[str, tuple[str, list[int]]],
    "explore/indicators": list[IndicatorRow],
    "explore/indicators/*": list[SeriesColumn],
    "explore/figures/*": dict[str, list[FigureWords]],
    "explore/orders/*": list[int],
    "explore/maps": list[MapRow],
    "explore/maps/*": DrawnMap,
    "explore/tiles/*": dict[str, list[int]],
    "explore/cards/*": str,
    "explore/rows/*": str,
    "compare/manifest": ComparedManifest,
    "compare/*": ComparedCase,
    "compare/names/*": dict[str, tuple[str, str]],
    "form/manifest": FormManifest,
}


class _AsWritten(GenerateJsonSchema):
    """Fields as they are written: all of them are there, and their names are enough; rows as JSON Schema once had them.

    json-schema-to-typescript does not know `prefixItems`, which the rows of a tuple are since 2020-12.
    """

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def field_is_required(self, field: Any, total: bool) -> bool:
        return True

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        found = super().tuple_schema(schema)
        if "prefixItems" in found:
            found["items"] = found.pop("prefixItems")
        return found


def fetched_schema() -> str:
    """One object whose properties are the files by their path, as JSON text."""
    mode: Literal["serialization"] = "serialization"
    files, whole = TypeAdapter.json_schemas(
        [(name, mode, TypeAdapter(kind)) for name, kind in FETCHED.items()], schema_generator=_AsWritten
    )
    properties = {name: schema for (name, _), schema in files.items()}
    return json.dumps(
        {
            "title": "Fetched",
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
            "$defs": whole["$defs"],
        },
        ensure_ascii=False,
        indent=2,
    )
