"""Tile maps: every place once, and the counts of the Library."""

import pytest

from casebook.files import read_site
from casebook.gazetteer import gazetteer
from casebook.model.maps import COUNTRY
from casebook.model.records import Case
from casebook.views.tiles import province_map, town_map
from casebook.words import words_in
from tests.conftest import placed

LIBRARY = placed()


def place(name: str):
    return LIBRARY.vocabulary.find("places", name)


def cases(place_id: str) -> int:
    return sum(isinstance(entry, Case) for entry in LIBRARY.tagged("places", place_id))


@pytest.mark.parametrize("of", [None, *(name for name in LIBRARY.collection.maps if name != COUNTRY)])
def test_tiles_stand_apart_and_count_as_the_library_does(of):
    drawn = town_map(LIBRARY, place(of)) if of else province_map(LIBRARY)
    assert len({(tile.x, tile.y) for tile in drawn.tiles}) == len(drawn.tiles)
    assert {tile.place: tile.count for tile in drawn.tiles if tile.place} == {
        term.id: cases(term.id)
        for term in LIBRARY.vocabulary.terms("places")
        if (term.parent == place(of).id if of else term.level == "province")
    }
    assert all(tile.url == f"places/{tile.place}/" for tile in drawn.tiles if tile.count)
    assert drawn.note == words_in().tiles_placed


def test_full_names_are_told_of_places_without_cases():
    titles = {tile.name: tile.title for tile in province_map(LIBRARY).tiles}
    assert titles["内蒙古"] == "内蒙古自治区"
    assert titles["广东"] == "广东省"


def test_cases_of_which_nobody_knows_the_town_are_said_to_be_there():
    drawn = town_map(LIBRARY, place("东莞市"))
    assert sum(tile.count for tile in drawn.tiles) + drawn.elsewhere == cases("dongguan")
    assert drawn.elsewhere == 1


@pytest.mark.parametrize("name", ["武侯区", "佛山市", "九江镇"])
def test_no_map_where_no_case_is_known_in_a_town(name):
    assert town_map(LIBRARY, place(name)) is None


def test_towns_that_nobody_has_laid_out_stand_in_the_order_of_the_table(content):
    towns = ["东街街道", "和平镇", "东街镇", "西街街道", "南街街道", "北街街道", "城关镇"]
    table = gazetteer(["临汾市", *towns], "1" + "3" * len(towns), [-1] + [0] * len(towns))
    library = read_site(content, gazetteer=table).library
    drawn = town_map(library, library.vocabulary.find("places", "临汾市"))
    assert drawn.note == words_in().tiles_listed
    assert [tile.name for tile in drawn.tiles] == ["东街街道", "和平", "东街镇", "西街", "南街", "北街", "城关"]
    assert [tile.count for tile in drawn.tiles] == [0, 2, 0, 0, 0, 0, 0]
    assert (drawn.columns, drawn.rows) == (6, 2)


def test_without_a_table_of_divisions_there_is_no_list_of_towns(content):
    library = read_site(content).library
    assert town_map(library, library.vocabulary.find("places", "临汾市")) is None
