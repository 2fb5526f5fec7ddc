"""The files of figures by which search finds a number that no page writes as it was typed."""

from dataclasses import replace

import pytest

from casebook.extract.tables import units
from casebook.search.figures import MOST, SIZE, figure_files, kind_of, spoken, unit_forms
from casebook.search.shards import shard_of
from tests.conftest import frozen


@pytest.fixture(scope="module")
def files():
    return figure_files(frozen())


def test_each_figure_stands_in_the_file_of_its_unit_and_size(files):
    assert (600.0, 600.0, "600多小时") in files[shard_of("小时6e+2", len(files))]["小时6e+2"]
    assert (2000.0, 10000.0, "2000元至10000元") in files[shard_of("元2e+3", len(files))]["元2e+3"]
    assert all(shard_of(key, len(files)) == at for at, file in enumerate(files) for key in file)


def test_what_is_written_in_several_ways_stands_without_its_unit_too(files):
    assert (12000.0, 12000.0, "12000元") in files[shard_of("1e+4", len(files))]["1e+4"]
    assert not any("6e+2" in file for file in files)


def test_files_are_bounded(files):
    assert all(len(rows) <= MOST for file in files for rows in file.values())
    assert len(files) <= sum(len(str(file)) for file in files) // SIZE + 1


def test_a_collection_without_figures_has_none():
    assert figure_files(replace(frozen(), cases={}, methods={})) == []


def test_units_have_all_that_is_said_for_them():
    found = {unit: forms for unit, *forms in unit_forms(frozen())}
    assert {"块", "块钱"} <= set(found["元"])
    assert {"钟头", "个小时"} <= set(found["小时"])
    assert {"名", "位", "号人"} <= set(found["人"])
    assert "人次" not in found["人"]


def test_what_is_merely_counted_is_told_apart():
    assert (kind_of("家"), kind_of("名"), kind_of("场")) == ("家", "人", "场次")


def test_each_spoken_word_leads_to_a_unit_and_has_an_example():
    known = {unit.unit for unit in units()}
    for row in spoken():
        assert row.unit in known
        assert any(word in row.example for word in row.words)
