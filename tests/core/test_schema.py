"""The JSON Schema in schema/ is the one the models give."""

import json
import re

import pytest
import yaml

from casebook.export.issue_forms import FOLDER, issue_forms
from casebook.export.schema import schemas
from casebook.files import read_site
from tests.conftest import CONTENT, ROOT


@pytest.mark.parametrize(("name", "text"), schemas().items())
def test_schema_is_that_of_the_models(name, text):
    assert (ROOT / "schema" / name).read_text(encoding="utf-8") == text, "run: inv schema"


def test_issue_forms_are_those_of_the_models():
    forms = issue_forms(read_site(CONTENT).library)
    assert forms
    for name, text in forms.items():
        assert (ROOT / FOLDER / name).read_text(encoding="utf-8") == text, f"{name}: run inv schema"
        ids = [one["id"] for one in yaml.safe_load(text)["body"] if "id" in one]
        assert ids == list(dict.fromkeys(ids)), name
        assert all(re.fullmatch(r"[\w-]+", one) for one in ids), name


def test_schema_states_the_rules():
    case = json.loads(schemas()["case.schema.json"])
    assert case["additionalProperties"] is False
    assert {"title", "period", "sources", "themes"} <= set(case["required"])
    assert case["properties"]["themes"]["items"]["x-facet"] == "themes"
