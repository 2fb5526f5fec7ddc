"""Evidence adds up, and every table of weights is one that the reader takes."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.extract.weights import Weights, grade, probability, weights
from casebook.tables import texts_below

TABLES = sorted(path.removesuffix(".yaml") for path, _ in texts_below("weights"))
SOME = Weights(-1.0, {"quoted": 0.5, "deeds: most": 2.0, "bare": -0.25})


def test_odds_are_the_bias_and_what_each_feature_adds_once():
    assert SOME.odds(()) == -1.0
    assert SOME.odds(["quoted", "deeds: most", "nobody knows this"]) == 1.5


def test_evidence_is_told_the_heaviest_first_without_what_weighs_nothing():
    found = SOME.evidence(["bare", "nobody knows this", "quoted", "deeds: most"])
    assert found == (("deeds: most", 2.0), ("quoted", 0.5), ("bare", -0.25))


@given(st.floats(-1000, 1000))
def test_a_probability_lies_between_none_and_certainty(odds):
    assert 0 <= probability(odds) <= 1
    assert (probability(odds) > 0.5) == (odds > 0) or math.isclose(odds, 0, abs_tol=1e-12)


@pytest.mark.parametrize(("value", "name"), [(0, "≤1"), (1, "≤1"), (2, "≤4"), (5, ">4")])
def test_a_grade_names_the_first_edge_that_is_not_less(value, name):
    assert grade(value, (1, 4)) == name


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_weights_is_read(name):
    table = weights(name)
    assert table.features
    assert all(isinstance(feature, str) and weight for feature, weight in table.features.items())
