"""Dates as precise as the source, and never in the future."""

import datetime
from calendar import monthrange
from itertools import product
from pathlib import Path

import pytest
from edtf import EDTFParseException, parse_edtf

from casebook.__main__ import main
from casebook.dates import checked_period, edges, is_date, period_zh, sort_key
from casebook.days import this_day
from casebook.files import read_site
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


MONTHS = ("00", "01", "02", "04", "12", "13")
DAYS = ("", "-00", "-01", "-28", "-29", "-30", "-31", "-32")
PARTS = ["", *(f"-{month}{day}" for month, day in product(MONTHS, DAYS))]


def meant(written: str) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """The first and the last day of a date as the standard has it, if the calendar has such a day."""
    try:
        date = parse_edtf(written)
    except EDTFParseException:
        return None
    first, last = ((edge.tm_year, edge.tm_mon, edge.tm_mday) for edge in (date.lower_strict(), date.upper_strict()))
    in_month = [monthrange(year or 2000, month)[1] for year, month, _ in (first, last)]
    if first[2] > (monthrange(2000, first[1])[1] if "X" in written else in_month[0]):
        return None  # it takes 2023-02-29 for a date
    return (*first[:2], min(first[2], in_month[0])), (*last[:2], min(last[2], in_month[1]))


@pytest.mark.parametrize("year", ["1900", "2024", "199X", "XXXX"])
def test_a_date_means_what_the_standard_says(year):
    for written in (f"{year}{part}{mark}" for part in PARTS for mark in ("", "~")):
        days = None if written.startswith("XXXX") and "-" not in written else meant(written)
        assert is_date(written) == (days is not None), written
        if days and year != "XXXX":
            begins, ends = edges(written)
            assert begins == ends
            assert [begins.first, begins.last] == [datetime.date(*day).toordinal() for day in days], written


TODAY = datetime.date(2022, 6, 1)
NOT_YET = "看看年份有没有写错;只收已经有过的事,写那时的日期"
FUTURE = [  # (file, what it says, what it says instead, field, severity, found, instead)
    ("cases/taoyuan-garden.md", "2022-08/..", "2022-06-02", "period", "error", "“2022-06-02” 还没有到", NOT_YET),
    ("cases/taoyuan-garden.md", "2022-08/..", "2023/2024", "period", "error", "“2023” 还没有到", NOT_YET),
    ("cases/taoyuan-garden.md", "2022-08/..", "../2023", "period", "error", "“2023” 还没有到", NOT_YET),
    (
        "cases/taoyuan-garden.md",
        "2022-08/..",
        "2021/2023",
        "period",
        "warning",
        "“2021/2023” 结束在将来",
        "还没有结束就写 2021/..;年份写错了就改",
    ),
    ("cases/taoyuan-garden.md", "2022-08/..", "2022-06/2022", "period", "", "", ""),
    ("cases/taoyuan-garden.md", "2022-08/..", "XXXX-12", "period", "", "", ""),
    ("methods/talk-it-over.md", "2022-01-01", "2022-06-02", "added", "error", "“2022-06-02” 还没有到", NOT_YET),
    ("vocabulary/sources.yaml", "XXXX-05-29", "9999", "heping-report.date", "error", "“9999” 还没有到", NOT_YET),
    (
        "methods/talk-it-over.md",
        "themes:",
        "predecessors: [{name: 旧法, year: 2031, document: 某书}]\nthemes:",
        "predecessors[0].year",
        "error",
        "“2031” 还没有到",
        NOT_YET,
    ),
    (
        "cases/taoyuan-garden.md",
        "sources:",
        "metrics: [{quote: 种了12块地, as_of: 2030-01}]\nsources:",
        "metrics[0].as_of",
        "error",
        "“2030-01” 还没有到",
        NOT_YET,
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "field", "severity", "found", "instead"), FUTURE)
def test_what_has_not_been_cannot_be_told(content: Path, name, old, new, field, severity, found, instead):
    for path in content.rglob("*.md"):
        text = path.read_text().replace("2022-08/..", "unknown") if path.name != Path(name).name else path.read_text()
        path.write_text(text.replace("added: 2026-11-20", "added: 2022-01-01").replace("2026-11-21", "2022-01-01"))
    (content / name).write_text((content / name).read_text().replace(old, new))
    if "2022-08/.." in (content / name).read_text():
        (content / name).write_text((content / name).read_text().replace("2022-08/..", "unknown"))
    problems = read_site(content, today=TODAY).problems
    told = [
        (p.field, p.severity, p.found, p.instead)
        for p in problems
        if p.field != "地址" and "2022-05/2022-07" not in p.found
    ]
    assert told == ([(field, severity, found, instead)] if found else [])


def test_the_day_is_an_input(content: Path, monkeypatch: pytest.MonkeyPatch, capsys):
    assert not [p for p in read_site(content).problems if "还没有到" in p.found]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")
    assert this_day() == datetime.date(2020, 1, 1)
    assert main(["check", "--content", str(content)]) == 1
    assert "“2022-08” 还没有到" in capsys.readouterr().out
