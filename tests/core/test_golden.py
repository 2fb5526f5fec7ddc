"""What found pages are worth, by measures worked out by hand."""

import math

import pytest

from benchmarks.golden import Query, failing, fault, ndcg, precision, recall, reciprocal_rank, report, scores, surprises

GRADES = {"a/": 3, "b/": 2, "c/": 1}
QUERY = Query.model_validate(
    {"query": "停车", "kind": "word", "first": GRADES, "not": ["x/"], "needs": "", "why": "to measure by"}
)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], (0, 0, 0)),
        (["a/"], (1 / 3, 1, 1)),
        (["z/", "a/"], (1 / 3, 1 / 2, 1 / 2)),
        (["b/", "c/", "a/"], (1, 1, 1 / 3)),
        (["b/"], (1 / 3, 1, 0)),
        ([*"0123456789", "a/"], (0, 0, 1 / 11)),
    ],
)
def test_recall_precision_and_rank(found, expected):
    measured = (recall(found, GRADES), precision(found, GRADES), reciprocal_rank(found, GRADES))
    assert measured == pytest.approx(expected)


def test_recall_asks_for_no_more_than_is_shown():
    grades = {f"{number}/": 3 for number in range(30)}
    assert recall(list(grades), grades) == 1


def test_ndcg():
    best = 7 + 3 / math.log2(3) + 1 / 2
    assert ndcg(["a/", "b/", "c/"], GRADES) == pytest.approx(1)
    assert ndcg(["b/", "z/", "a/"], GRADES) == pytest.approx((3 + 7 / 2) / best)
    assert ndcg([], GRADES) == 0
    assert ndcg([*"0123456789", "a/"], GRADES) == 0


def test_what_must_not_come_fails_what_came_first():
    assert fault(QUERY, ["a/", "x/"]) == "must not come: x/"
    assert fault(QUERY, ["a/", *"123456789", "x/"]) == ""


def test_what_was_looked_for_is_among_the_first_three():
    assert fault(QUERY, ["z/", "b/", "a/"]) == ""
    assert fault(QUERY, ["z/", "b/", "c/", "a/"]) == "z/ b/ c/"
    assert fault(QUERY, []) == "nothing"


def test_means_and_report():
    other = QUERY.model_copy(update={"text": "停車", "kind": "traditional"})
    answers = {"停车": ["a/", "b/", "c/"], "停車": []}
    assert scores([QUERY, other], answers) == pytest.approx((0.5, 0.5, 0.5, 0.5))
    assert report([QUERY, other], answers).splitlines()[2:] == [
        "| word | 1 | 1 | 1.000 | 1.000 | 1.000 | 1.000 |",
        "| traditional | 1 | 0 | 0.000 | 0.000 | 0.000 | 0.000 |",
        "| all | 2 | 1 | 0.500 | 0.500 | 0.500 | 0.500 |",
    ]
    assert failing([QUERY, other], answers) == ["traditional: 停車 -> nothing"]


@pytest.mark.parametrize(
    ("known", "found", "expected"),
    [
        ("", ["a/"], []),
        ("", ["z/"], ["word: 停车 -> z/"]),
        ("nothing", ["z/"], []),
        ("nothing", ["a/"], ["word: 停车 passes now: take its `open` away"]),
    ],
)
def test_what_is_open_must_fail_and_the_rest_must_pass(known, found, expected):
    assert surprises([QUERY.model_copy(update={"open": known})], {"停车": found}) == expected
