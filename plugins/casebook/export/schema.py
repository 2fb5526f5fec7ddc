"""The JSON Schema of the front matter, for editors that complete and check YAML while one types."""

import json

from casebook.model.front import FRONTS


def schemas() -> dict[str, str]:
    """File name -> JSON text, one for each kind of content file."""
    return {
        f"{kind}.schema.json": json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", **front.model_json_schema()},
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
        for kind, front in FRONTS.items()
    }
