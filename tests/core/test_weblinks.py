"""Addresses of other sites: what is taken, and that every one that is taken stays on the page."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casebook.files import read_site
from casebook.reading.render import sanitised
from casebook.weblinks import fault, misleading
from tests.conftest import spec

PIECES = st.sampled_from(
    [
        "a",
        "b-c",
        "gov",
        "cn",
        "中国",
        "xn--fiqs8s",
        "1",
        "0x1",
        "é",
        "_",
        "-",
        ".",
        ".",
        "@",
        ":",
        "80",
        "[",
        "]",
        "::1",
        "/",
        "?",
        "#",
        "%41",
    ]
)


@pytest.mark.parametrize("row", spec("weblinks"))
def test_address(row):
    wrong = fault(row["input"])
    assert (wrong.found if wrong else None) == row["expect"]


@pytest.mark.parametrize("row", spec("link-words"))
def test_words_that_name_another_site(row):
    wrong = misleading(row["words"], row["address"])
    assert (wrong.found if wrong else None) == row["expect"]


@given(st.lists(PIECES, min_size=1, max_size=8).map("".join))
@example(":::1")
def test_what_is_taken_is_an_address_to_browsers(rest):
    address = f"https://{rest}"
    if fault(address) is None:
        assert 'href="https://' in sanitised(f'<a href="{address}">x</a>')


@pytest.mark.parametrize(
    "address", [row.values[0]["input"] for row in spec("weblinks") if row.values[0]["expect"]][::4]
)
def test_every_place_of_an_address_is_checked(content, address):
    places = {
        "vocabulary/sources.yaml": ("grade: b", f"grade: b\n  url: '{address}'"),
        "site.yaml": ("navigation:", f"licence: {{name: x, url: '{address}', note: y}}\nnavigation:"),
        "cases/taoyuan-garden.md": ("空地荒着。", f"空地荒着，见[那里]({address})。"),
    }
    for name, (old, new) in places.items():
        path = content / name
        path.write_text(path.read_text().replace(old, new))
    assert {re.search("[^/]*$", problem.path)[0] for problem in read_site(content).errors} >= {
        "sources.yaml",
        "site.yaml",
        "taoyuan-garden.md",
    }


def test_words_of_links_within_the_site(content):
    case = content / "cases" / "taoyuan-garden.md"
    case.write_text(case.read_text().replace("[[taoyuan-parking]]", "[[https://gov.cn|taoyuan-parking]]"))
    assert [problem.found for problem in read_site(content).errors] == [
        "链接的文字是 https://gov.cn,打开的却是 本站的一页"
    ]
