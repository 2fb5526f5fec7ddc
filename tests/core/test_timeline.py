"""The time line: bars no sharper than what is known."""

import datetime

import pytest

from casebook.files import read_site
from casebook.views import timeline
from casebook.views.timeline import time_line
from tests.conftest import frozen, spec

DAYS = (datetime.date(2026, 1, 1) - datetime.date(2020, 1, 1)).days


def with_periods(content, parking: str, garden: str = "2020/2025"):
    for name, old, new in (("parking", "2022-05/2022-07", parking), ("garden", "2022-08/..", garden)):
        path = content / "cases" / f"taoyuan-{name}.md"
        path.write_text(path.read_text().replace(old, new))
    return read_site(content).library


def day(percent: float) -> str:
    return (datetime.date(2020, 1, 1) + datetime.timedelta(round(percent * DAYS / 100))).isoformat()


@pytest.mark.parametrize("row", spec("spans"))
def test_parts_of_a_bar(content, row):
    line = time_line(with_periods(content, row["input"]))
    assert (line.first, line.last) == (2020, 2025)
    (parking,) = (one for one in line.rows if one.case.url == "cases/taoyuan-parking/")
    found = []
    for span in parking.spans:
        x, width = (float(part.removesuffix("%")) for part in (span.x, span.width))
        found.append([span.kind, span.is_about, day(x), day(x + width)])
    assert found == row["expect"]


@pytest.mark.parametrize("period", ["unknown", "XXXX-05-29", "XXXX-01/.."])
def test_a_case_of_an_unknown_year_is_counted_apart(content, period):
    line = time_line(with_periods(content, period))
    assert [row.case.url for row in line.rows] == ["cases/taoyuan-garden/"]
    assert line.yearless == 1


def test_no_case_of_a_known_year(content):
    line = time_line(with_periods(content, "unknown", "unknown"))
    assert (line.rows, line.yearless) == ((), 2)


def test_of_many_cases_the_latest_are_shown(content, monkeypatch):
    monkeypatch.setattr(timeline, "MOST", 1)
    line = time_line(with_periods(content, "2022-05/2022-07"))
    assert [row.case.url for row in line.rows] == ["cases/taoyuan-parking/"]
    assert line.earlier == 1


@pytest.mark.parametrize(("period", "labels"), [("2020/2025", 6), ("2012/2023", 6), ("1950/2020", 4), ("1926/2025", 5)])
def test_labels_of_the_axis_stand_apart(content, period, labels):
    assert len(time_line(with_periods(content, "unknown", period)).ticks) == labels


def test_every_case_has_a_row_or_is_counted():
    library = frozen()
    line = time_line(library)
    assert len(line.rows) + line.earlier + line.yearless == len(library.cases)
    for row in line.rows:
        ends = [float(span.x.removesuffix("%")) + float(span.width.removesuffix("%")) for span in row.spans]
        assert ends == sorted(ends)
        assert 0 < ends[-1] <= 100.01
