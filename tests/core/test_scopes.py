"""What a sentence says of a figure beside its value."""

import pytest

from tests.conftest import spec
from tests.cues import PLAIN


@pytest.mark.parametrize("row", spec("scopes"))
def test_scope_date_and_kind_of_money(row):
    text = row["input"]
    found = [
        {"text": m.text, "scope": m.scope, "as_of": m.as_of, "money": m.money}
        for m in PLAIN.scoped(text, PLAIN.metrics(text))
    ]
    assert found == row["expect"]
