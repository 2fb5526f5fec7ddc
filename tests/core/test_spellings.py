"""The known name that is most like a written one."""

import difflib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.spellings import Spellings

NAMES = (
    "居民",
    "义工",
    "停车治理",
    "议事协商",
    "和平社区服务中心",
    "九江市",
    "里水镇",
    "talk-it-over",
    "score",
    "patrol",
)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("居名", "居民"),
        ("停车治里", "停车治理"),
        ("和平服务中心", "和平社区服务中心"),
        ("九江镇", "九江市"),
        ("talk-it-ovr", "talk-it-over"),
        ("scoring", "score"),
        ("里水", "里水镇"),
        ("夜校", None),
        ("", None),
    ],
)
def test_the_nearest_name(name, near):
    assert Spellings(NAMES).nearest(name) == near


def test_a_name_of_what_few_names_have_is_found_among_very_many():
    known = Spellings([*(f"第{number}社区议事会" for number in range(5000)), "桃园社区议事会"])
    assert known.nearest("挑园社区议事会") == "桃园社区议事会"


def test_names_in_besides_are_passed_over():
    assert Spellings(["score-it", "score-us"]).nearest("score-id", besides=["score-it"]) == "score-us"


@given(
    st.lists(st.text("甲乙丙丁戊己", min_size=2, max_size=5), unique=True, max_size=15),
    st.text("甲乙丙丁戊己", max_size=5),
)
@settings(max_examples=100, deadline=None)
def test_among_few_names_it_is_one_that_is_as_like_as_any(known, name):
    near = Spellings(known).nearest(name)
    best = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.5)
    if best:
        assert near is not None
        assert difflib.SequenceMatcher(None, near, name).ratio() >= 0.5
    elif near:
        assert name in near or near in name


def test_a_question_costs_the_same_among_ten_times_as_many_names(monkeypatch):
    compared = []
    ratio = difflib.SequenceMatcher.ratio
    monkeypatch.setattr(difflib.SequenceMatcher, "ratio", lambda self: compared.append(1) or ratio(self))

    def cost(count: int) -> int:
        compared.clear()
        Spellings(f"社区议事协商会议{number}" for number in range(count)).nearest("社区议事协商会议x")
        return len(compared)

    assert 0 < cost(5000) == cost(500)
