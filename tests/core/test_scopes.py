"""What a sentence says of a figure beside its value."""

import pytest

from casebook.extract import metrics, scoped
from casebook.extract.tables import load
from tests.conftest import spec


@pytest.mark.parametrize("row", spec("scopes"))
def test_scope_date_and_kind_of_money(row):
    text = row["input"]
    found = [
        {"text": m.text, "scope": m.scope, "as_of": m.as_of, "money": m.money} for m in scoped(text, metrics(text))
    ]
    assert found == row["expect"]


@pytest.mark.parametrize("part", ["scope", "money"])
def test_every_row_proves_its_example(part):
    for row in load("scopes")["scopes" if part == "scope" else "money"]:
        found = {getattr(m, part) for m in scoped(row["example"], metrics(row["example"]))}
        assert row[part] in found, row["example"]
