"""What a method took, over its cases: in the order people ask, and only comparable figures on one axis."""

import pytest

from casebook.library import key_of
from casebook.views.spread import TAKEN, spread_view
from tests.conftest import frozen

LIBRARY = frozen()
SPREADS = {slug: spread_view(LIBRARY, method).first for slug, method in LIBRARY.methods.items()}


def term(one):
    return LIBRARY.vocabulary["indicators", one.indicator.url.split("/")[1]]


def test_people_time_and_money_come_first():
    for spread in SPREADS.values():
        ranks = [
            TAKEN.index(term(one).unit) if term(one).unit in TAKEN else 9 for one in spread if term(one).kind == "input"
        ]
        assert ranks == sorted(ranks)
        kinds = [term(one).kind == "input" for one in spread]
        assert kinds == sorted(kinds, reverse=True)


@pytest.mark.parametrize("slug", [slug for slug, spread in SPREADS.items() if spread])
def test_only_figures_of_one_series_and_of_several_cases_are_drawn(slug):
    for one in SPREADS[slug]:
        drawn = [row for row in one.rows if row.dots]
        assert len(drawn) != 1
        assert bool(drawn) == bool(one.series) == bool(one.ticks)
        assert one.rows[: len(drawn)] == tuple(drawn)
        case_keys = [
            {key_of(m) for m in LIBRARY.cases[row.case.url.split("/")[1]].metrics if m.indicator == term(one).id}
            for row in drawn
        ]
        assert not drawn or set.intersection(*case_keys)


def test_people_and_times_are_not_drawn_together():
    (volunteers,) = (one for one in SPREADS["deliberation"] if one.indicator.url == "indicators/volunteers/")
    assert volunteers.series == "按人计"
    assert [bool(row.dots) for row in volunteers.rows if row.figures[0].text.endswith("人次")] == [False]
    assert volunteers.silent.count == 5
