"""The JSON Schema of the front matter, with which editors complete and check YAML."""

import json

from casebook.reading import fronts


def schemas(left_out: frozenset[str] = fronts.NOTHING) -> dict[str, str]:
    """File name -> JSON text, for each kind of content file, without the keys of facets that are `left_out`."""
    return {
        f"{kind}.schema.json": json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, ensure_ascii=False, indent=2
        )
        + "\n"
        for kind, schema in fronts.schemas(left_out).items()
    }
