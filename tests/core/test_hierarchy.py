"""What stands above what: circles, and chains of too many."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.hierarchy import MOST_ABOVE, circles, shown_way, too_deep


@pytest.mark.parametrize(
    ("above", "ways"),
    [
        ({"a": ["b"], "b": []}, []),
        ({"a": ["a"]}, [("a", "a")]),
        ({"a": ["b"], "b": ["a"]}, [("a", "b", "a")]),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, [("b", "c", "b")]),
        ({"a": ["b", "d"], "b": ["c"], "c": ["b"], "d": ["a"]}, [("b", "c", "b"), ("a", "d", "a")]),
        ({"a": ["x"]}, []),  # x is none of them
    ],
)
def test_each_circle_is_told_once(above, ways):
    assert list(circles(above)) == ways


@given(st.dictionaries(st.integers(0, 12), st.lists(st.integers(0, 12), max_size=3), max_size=12))
@settings(max_examples=200, deadline=None)
def test_a_way_leads_round_and_there_is_one_wherever_there_is_a_circle(above):
    found = list(circles(above))
    for way in found:
        assert way[0] == way[-1]
        assert all(up in above[low] for low, up in zip(way, way[1:], strict=False))
    rest = {name: [up for up in ups if up in above] for name, ups in above.items()}
    while ends := [name for name, ups in rest.items() if not any(up in rest for up in ups)]:
        for name in ends:
            del rest[name]
    assert bool(found) == bool(rest)


def test_a_chain_of_thousands_is_walked_without_recursion():
    above = {str(number): [str(number + 1)] for number in range(5000)}
    assert list(circles(above)) == []
    (way,) = circles(above | {"5000": ["0"]})
    assert len(way) == 5002
    assert shown_way(way).count("→") == 6


def test_the_lowest_name_that_is_not_yet_too_deep_has_no_problem():
    parent = {str(number): str(number + 1) for number in range(40)}
    assert list(too_deep(parent)) == [str(40 - MOST_ABOVE - 1)]
    assert list(too_deep({str(number): str(number + 1) for number in range(MOST_ABOVE)})) == []
