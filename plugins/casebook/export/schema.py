"""The JSON Schema of the front matter and of course packs, with which editors complete and check YAML."""

import json
from typing import Any

from casebook.model.packs import Pack
from casebook.reading import fronts


def schemas(left_out: frozenset[str] = fronts.NOTHING) -> dict[str, str]:
    """File name -> JSON text, for each kind of content file, without the keys of facets that are `left_out`."""
    return {
        f"{kind}.schema.json": json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", **_for_authors(schema)},
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
        for kind, schema in (*fronts.schemas(left_out).items(), ("pack", Pack.model_json_schema()))
    }


def _for_authors(schema: Any) -> Any:
    """A schema without what an editor would show of our code: titles made from names, English descriptions."""
    if isinstance(schema, list):
        return [_for_authors(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: _for_authors(value) for key, value in schema.items() if not _is_ours(key, value)}


def _is_ours(key: str, value: object) -> bool:
    return isinstance(value, str) and (key == "title" or (key == "description" and value.isascii()))
