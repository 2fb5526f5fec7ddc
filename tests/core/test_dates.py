"""Dates as precise as the source."""

import pytest

from casebook.dates import checked_period, period_zh, sort_key
from tests.conftest import spec


@pytest.mark.parametrize("row", spec("dates"))
def test_period(row):
    if "error" in row:
        with pytest.raises(ValueError, match=row["error"]):
            checked_period(row["input"])
    else:
        assert period_zh(checked_period(row["input"])) == row["zh"]


def test_sorts_by_first_possible_day():
    periods = ["2021-05/2022-03", "unknown", "2018~", "2021-06", "2021"]
    assert sorted(periods, key=sort_key) == ["unknown", "2018~", "2021", "2021-05/2022-03", "2021-06"]
