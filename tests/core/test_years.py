"""Which years a period covers, and the cases of each."""

import pytest

from casebook.dates import checked_period, since, years
from casebook.files import read_site
from casebook.library import by_year, yearless
from tests.conftest import spec


@pytest.mark.parametrize("row", spec("years"))
def test_years_of_a_period(row):
    period = checked_period(row["input"])
    assert {str(year): mark for year, mark in years(period).items()} == row["expect"]
    assert since(period) == row.get("since")


def test_cases_of_a_year(content):
    garden, parking = content / "cases" / "taoyuan-garden.md", content / "cases" / "taoyuan-parking.md"
    parking.write_text(parking.read_text().replace("2022-05/2022-07", "2022-05/2024?"))
    library = read_site(content).library
    assert [(one.year, one.stated, one.inferred, one.open) for one in by_year(library)] == [
        (2024, (), ("taoyuan-parking",), ("taoyuan-garden",)),
        (2023, (), ("taoyuan-parking",), ("taoyuan-garden",)),
        (2022, ("taoyuan-garden", "taoyuan-parking"), (), ()),
    ]
    assert yearless(library) == ()
    garden.write_text(garden.read_text().replace("2022-08/..", "XXXX-08-01"))
    assert yearless(read_site(content).library) == ("taoyuan-garden",)
