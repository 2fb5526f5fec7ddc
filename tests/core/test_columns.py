"""The columns by which the browser filters cases."""

import json
from decimal import Decimal
from itertools import accumulate, chain

import pytest

from casebook.builds import build_files
from casebook.export.columns import ORDER, column_files, columns_manifest, map_files
from casebook.export.figure_columns import FIGURES, bounds
from casebook.library import Library, series
from casebook.model.records import Case, Metric
from casebook.search.shards import shard_of
from casebook.views.explore import COUNTRY, case_maps
from tests.conftest import frozen


@pytest.fixture(scope="module")
def library() -> Library:
    return frozen()


@pytest.fixture(scope="module")
def columns(library: Library) -> dict[str, object]:
    return {name: json.loads(text) for name, text in column_files(library).items()}


def named(library: Library, columns, key: str) -> dict[str, tuple[str, set[str]]]:
    """Term of a facet -> its name, slugs of the cases that have it, from the files that a browser would ask."""
    manifest = columns_manifest(library, columns, "a build")
    found = {}
    for number in range(manifest.terms[key]):
        for term, (name, steps) in columns[f"terms/{key}-{number}.json"].items():
            assert shard_of(term, manifest.terms[key]) == number
            found[term] = name, {library.newest[case].slug for case in accumulate(steps)}
    return found


def having(library: Library, columns, key: str) -> dict[str, set[str]]:
    return {term: cases for term, (_, cases) in named(library, columns, key).items()}


@pytest.mark.parametrize("one", frozen().collection.facets("filter"), ids=lambda one: one.key)
def test_a_facet_has_every_term_that_a_case_has(library, columns, one):
    rows, found = columns[f"facets/{one.key}.json"]["terms"], named(library, columns, one.key)
    assert {key for key, *_ in rows} == set(found) != set()
    for key, name, count, *_ in rows:
        assert name == found[key][0] != ""
        assert len(found[key][1]) == count > 0
        if isinstance(one.page, int):
            assert found[key][1] == {entry.slug for entry in library.tagged(one.id, key) if isinstance(entry, Case)}


def test_a_place_has_the_cases_of_the_places_in_it_and_stands_above_them(library, columns):
    rows = {row[0]: row for row in columns["facets/place.json"]["terms"]}
    names = list(rows)
    cases = having(library, columns, "place")
    assert cases["lishui"] <= cases["nanhai"] <= cases["guangdong"]
    assert names.index("guangdong") < names.index("nanhai") < names.index("lishui")
    assert rows["guangdong"][3] == 0
    assert rows["nanhai"][3] == 2


def test_a_map_has_the_cases_of_all_places_that_it_names(library, columns):
    maps = case_maps(library)
    files = {name: json.loads(text) for name, text in map_files(library, maps).items()}
    cases = having(library, columns, "place")
    assert {place: count for place, _, count in files["maps.json"]} == {
        place: len(cases[place]) for place in maps if place != COUNTRY
    }
    for name, one in maps.items():
        found = files[f"tiles/{name}.json"]
        assert {tile.place for tile in one.tiles if tile.count} <= set(found)
        for place, steps in found.items():
            assert {library.newest[case].slug for case in accumulate(steps)} == cases[place]


def test_a_case_with_sources_of_two_grades_has_both(library, columns):
    assert set().union(*having(library, columns, "grade").values()) == set(library.cases)


def test_cases_without_a_year_are_told_apart(library, columns):
    rows = having(library, columns, "year")
    assert rows["unknown"]
    assert not rows["unknown"] & set().union(*(found for year, found in rows.items() if year != "unknown"))


def reporting(column: dict[str, list[list[int]]]) -> list[int]:
    """The case of each figure of a series."""
    return list(accumulate(step for step, *_ in column["figures"]))


def test_every_series_of_an_indicator_has_all_its_figures(library, columns):
    for name, found in series(library).items():
        written = columns[f"indicators/{name}.json"]
        for column, one in zip(written, found, strict=True):
            cases = (library.newest[case].slug for case in reporting(column))
            told = [(case, *row[1:]) for case, row in zip(cases, column["figures"], strict=True)]
            exact = [(case, value) for case, value, *ends in told if not ends]
            stated = [(report.case, float(report.metric.value)) for report in one.reports]
            assert sorted((case, value) for case, value, *_ in told) == sorted(stated)
            assert sorted(exact) == sorted(
                (report.case, float(report.metric.value))
                for report in one.reports
                if len(set(bounds(report.metric))) == 1
            )
        assert len({one["key"] for one in written}) == len(written)


def test_a_figure_has_its_words_in_the_file_of_its_case(columns, library):
    for name in series(library):
        for place, one in enumerate(columns[f"indicators/{name}.json"]):
            for case in reporting(one):
                words = columns[f"figures/{name}-{case // FIGURES}.json"][str(case)]
                assert any(series == place and text and "#" in address for series, text, address, _ in words)


def test_the_cases_that_report_an_indicator_are_those_with_figures(columns, library):
    cases = having(library, columns, "indicator")
    for name, _, _, count in columns["indicators.json"]:
        told = {library.newest[case].slug for one in columns[f"indicators/{name}.json"] for case in reporting(one)}
        assert cases[name] == told
        assert len(told) == count


def test_every_slug_is_in_its_file(columns, library):
    count = columns_manifest(library, columns, "a build").slugs
    found = [(slug, number) for number in range(count) for slug in columns[f"slugs/{number}.json"]]
    assert sorted(slug for slug, _ in found) == sorted(library.cases)
    assert all(shard_of(slug, count) == number for slug, number in found)


def test_indicators_that_cannot_be_compared_are_not_offered(library, columns):
    offered = {row[0] for row in columns["indicators.json"]}
    assert "funds-raised-yuan" in offered
    for name in offered:
        assert library.vocabulary["indicators", name].comparable


def test_an_order_has_every_case_once(library, columns):
    for by in ("year", "title"):
        files = [columns[f"orders/{by}-{number}.json"] for number in range(-(-len(library.cases) // ORDER))]
        assert all(len(file) == ORDER for file in files[:-1])
        assert sorted(chain(*files)) == list(range(len(library.cases)))


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
