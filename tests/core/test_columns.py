"""The columns by which the browser filters cases."""

import json
from decimal import Decimal
from itertools import accumulate

import pytest

from casebook.builds import build_files
from casebook.export.columns import bounds, column_files
from casebook.library import Library, series
from casebook.model.records import Case, Metric
from tests.conftest import frozen


@pytest.fixture(scope="module")
def library() -> Library:
    return frozen()


@pytest.fixture(scope="module")
def columns(library: Library) -> dict[str, object]:
    return {name: json.loads(text) for name, text in column_files(library).items()}


def slugs(columns, deltas: list[int]) -> set[str]:
    return {columns["cases.json"][number] for number in accumulate(deltas)}


@pytest.mark.parametrize("one", frozen().collection.facets("filter"), ids=lambda one: one.key)
def test_a_facet_has_every_term_that_a_case_has(library, columns, one):
    column = columns[f"facets/{one.key}.json"]
    assert column["terms"]
    for key, name, deltas, *_ in column["terms"]:
        assert name
        assert deltas
        if isinstance(one.page, int):
            tagged = {entry.slug for entry in library.tagged(one.id, key) if isinstance(entry, Case)}
            assert slugs(columns, deltas) == tagged


def test_a_place_has_the_cases_of_the_places_in_it_and_stands_above_them(columns):
    rows = {row[0]: row for row in columns["facets/place.json"]["terms"]}
    names = list(rows)
    assert (
        slugs(columns, rows["lishui"][2]) <= slugs(columns, rows["nanhai"][2]) <= slugs(columns, rows["guangdong"][2])
    )
    assert names.index("guangdong") < names.index("nanhai") < names.index("lishui")
    assert rows["guangdong"][3] == 0
    assert rows["nanhai"][3] == 2


def test_a_case_with_sources_of_two_grades_has_both(library, columns):
    rows = {row[0]: slugs(columns, row[2]) for row in columns["facets/grade.json"]["terms"]}
    assert set().union(*rows.values()) == set(library.cases)


def test_cases_without_a_year_are_told_apart(columns):
    rows = {row[0]: slugs(columns, row[2]) for row in columns["facets/year.json"]["terms"]}
    assert rows["unknown"]
    assert not rows["unknown"] & set().union(*(found for year, found in rows.items() if year != "unknown"))


def test_every_series_of_an_indicator_has_all_its_figures(library, columns):
    for name, found in series(library).items():
        written = columns[f"indicators/{name}.json"]
        assert [len(one["figures"]) for one in written] == [len(one.reports) for one in found]
        assert len({one["key"] for one in written}) == len(written)


def test_indicators_that_cannot_be_compared_are_not_offered(library, columns):
    offered = {row[0] for row in columns["indicators.json"]}
    assert "funds-raised-yuan" in offered
    for name in offered:
        assert library.vocabulary["indicators", name].comparable


def test_an_order_has_every_case_once(library, columns):
    for by in ("year", "title"):
        assert sorted(columns[f"orders/{by}.json"]) == list(range(len(library.cases)))


@pytest.mark.parametrize(
    ("qualifier", "value_max", "inside", "outside"),
    [
        ("exact", None, ["500"], ["499", "501"]),
        ("about", None, ["500"], ["499"]),
        ("at_least", None, ["500", "9000"], ["499"]),
        ("over", None, ["501", "9000"], ["500"]),
        ("at_most", None, ["500", "0"], ["501"]),
        ("under", None, ["499", "0"], ["500"]),
        ("exact", "800", ["500", "800"], ["499", "801"]),
    ],
)
def test_a_figure_may_be_what_its_words_allow(qualifier, value_max, inside, outside):
    metric = Metric(
        start=0,
        end=1,
        text="",
        value=Decimal(500),
        value_max=value_max and Decimal(value_max),
        unit="人",
        qualifier=qualifier,
        indicator="volunteers",
        sentence="",
    )
    least, most = bounds(metric)
    for text in (*inside, *outside):
        may_be = (least is None or least <= float(text)) and (most is None or float(text) <= most)
        assert may_be == (text in inside), text


def test_the_folder_of_a_build_changes_with_its_content():
    one, other = (json.loads(build_files({"a.json": text}, str)["manifest.json"]) for text in ("1", "2"))
    assert one != other
    assert json.loads(build_files({"a.json": "1"}, str)[f"{one}/a.json"]) == [one, 1]
