"""The JSON Schema in schema/ is the one the models give."""

import json

import pytest

from casebook.export.schema import schemas
from tests.conftest import ROOT


@pytest.mark.parametrize(("name", "text"), schemas().items())
def test_schema_is_that_of_the_models(name, text):
    assert (ROOT / "schema" / name).read_text(encoding="utf-8") == text, "run: inv schema"


def test_schema_states_the_rules():
    case = json.loads(schemas()["case.schema.json"])
    assert case["additionalProperties"] is False
    assert {"title", "period", "sources", "themes"} <= set(case["required"])
    assert case["properties"]["themes"]["items"]["x-facet"] == "themes"
