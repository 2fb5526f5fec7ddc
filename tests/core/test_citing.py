"""Citations: that what is put into a pattern is what the style itself would write, and that programs read each format."""

import json
import re

import pytest

from casebook.citing import FORMATS, STYLES, Casebook, Cited, citations, in_style, record

OURS = Casebook("街坊案例库", "zh-CN")
LOOKED = "2026-11-30"
TITLES = [
    "金沙半岛小区电动自行车停放治理",
    "为“食”小玩童——儿童食品安全联合行动",
    "怎么办？",
    "行！",
    "The end.",
    'A "quoted" one: with {braces}, 50% & more #1 $2 _x_ ~y^z \\w',
    "甲@乙,丙]]>丁<b>戊</b>",
    "𠮷野家🏘",
    "1987年23日的会议",
]
DAYS = ["2026-11-22", "2026-01-02", "2023-12-31", "1987-05-23"]


def cited(title: str, day: str = "2026-11-22") -> Cited:
    return Cited("casebook-x", title, "https://example.org/casebook/cases/x/", day)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("title", TITLES)
def test_a_pattern_says_what_the_style_says(style, title):
    for day in DAYS:
        one = cited(title, day)
        whole = in_style(STYLES[style], record(OURS, one, LOOKED))
        assert citations(OURS, one, LOOKED)[style] == whole


def test_the_styles_tell_author_title_day_and_address():
    found = citations(OURS, cited("金沙半岛小区电动自行车停放治理"), LOOKED)
    assert found["gbt"] == (
        "街坊案例库. 金沙半岛小区电动自行车停放治理[EB/OL]. (2026-11-22)[2026-11-30]. "
        "https://example.org/casebook/cases/x/."
    )
    assert found["apa"] == (
        "街坊案例库. (2026, November 22). 金沙半岛小区电动自行车停放治理. https://example.org/casebook/cases/x/"
    )


@pytest.mark.parametrize("title", TITLES)
def test_programs_read_the_title_back(title):
    found = citations(OURS, cited(title), LOOKED)
    assert tuple(found) == FORMATS
    (one,) = json.loads(found["csl"])
    assert (one["title"], one["issued"]["date-parts"], one["accessed"]["date-parts"]) == (
        title,
        [[2026, 11, 22]],
        [[2026, 11, 30]],
    )
    lines = dict(line.split("  - ", 1) for line in found["ris"].split("\n"))
    assert (lines["TY"], lines["TI"], lines["Y2"]) == ("ELEC", title, "2026/11/30")
    assert list(lines)[-1] == "ER"
    assert found["bibtex"].count("\n") == 7
    field = re.search(r"^  title = \{\{(.*)\}\},$", found["bibtex"], re.MULTILINE)
    assert unescaped(field[1]) == title


def unescaped(text: str) -> str:
    """What TeX prints of a field."""
    names = {"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^"}
    return re.sub(r"\\(?:([a-z]+)\{\}|(.))", lambda found: names.get(found[1] or "", found[2]), text)
