"""The data for what else to search: only what stands on the site, each name in its place, and small."""

import gzip
import json
from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.builds import json_text
from casebook.files import read_site
from casebook.search import documents, name_files, variants_files
from casebook.search.readings import Readings
from casebook.search.shards import shard_of
from casebook.search.variants import fillers, standing
from tests.conftest import FROZEN, SITE, frozen, spec

LARGEST = 20_000  # bytes of the real site's data after gzip -9


@cache
def data(content=FROZEN) -> dict[str, Any]:
    library = read_site(content).library
    return msgspec.to_builtins(variants_files(library, documents(library))["variants"])


def group(key: str, name: str) -> list[str]:
    return next((group for group in data()[key] if group[0] == name), [])


def simplified() -> dict[str, str]:
    row = data()["simplified"]
    return dict(zip(row[::2], row[1::2], strict=True))


def test_it_is_small_and_made_alike_twice(record_property):
    written = json.dumps(data(), ensure_ascii=False, separators=(",", ":"))
    library = frozen()
    assert written == json_text(variants_files(library, documents(library))["variants"])
    size = len(gzip.compress(written.encode(), 9, mtime=0))
    record_property("figures", f"search, variants: {size} bytes compressed")
    assert size <= LARGEST


def test_only_characters_of_the_site_are_simplified():
    library = frozen()
    standing = set("".join(document.text for document in documents(library)))
    assert set(simplified().values()) <= standing
    assert {old: simplified().get(old) for old in "議協電車著徵後"} == {
        "議": "议", "協": "协", "電": "电", "車": "车", "著": None, "徵": "征", "後": "后",
    }  # fmt: skip


def test_what_the_site_has_of_both_stays_as_it_is(content):
    path = content / "pages" / "about.md"
    path.write_text(path.read_text() + "\n乾隆年间就有，论语写作論語，干净。\n")
    row = dict(zip(*[iter(data(content)["simplified"])] * 2, strict=True))
    assert (row.get("乾"), row["論"]) == (None, "论")


def test_a_group_begins_with_the_preferred_name():
    assert group("names", "三组联动") == ["三组联动", "三群体联动", "三群联动", "三方联动"]
    assert group("near", "妇女")[:2] == ["妇女", "巾帼"]
    assert "坝坝会" in group("signs", "议事协商")


def test_what_names_a_thing_of_its_own_leads_to_no_other():
    # the theme lists 三社联动 and 三组联动 among the words that lead to it; they are a form and a method
    assert group("near", "多方联动") == ["多方联动", "多元联动", "三方联动", "供需对接"]


def test_what_came_before_stands_apart():
    assert data()["later"] == [["三社联动", "五社联动"], ["三社联动", "三组联动"]]


@given(st.lists(st.text("议事协商a", min_size=1, max_size=4)), st.lists(st.text("议事协商a", max_size=12)))
def test_names_that_stand_in_a_text(names, texts):
    assert standing(names, texts) == {name for name in names if any(name in text for text in texts)}


def test_places_are_words_without_what_says_their_kind():
    assert {"佛山", "南海", "里水", "重庆"} <= set(data()["parts"])


def test_english_words_of_names():
    assert {"deliberation", "neighbourhood", "xujiahui"} <= set(data()["english"])


def test_what_stands_on_no_page_is_left_out():
    offered = {group[0] for key in ("names", "near", "signs", "everyday") for group in data(SITE)[key]}
    assert {"停车治理", "停车"} <= offered
    assert not {"微创投", "导赏", "议事斜商"} & offered


@pytest.mark.parametrize(
    ("name", "reading"),
    [("重庆市", "chong qing shi"), ("时间银行", "shi jian yin hang"), ("矛盾调解", "mao dun tiao jie")],
)
def test_names_are_read_as_words(name, reading):
    assert data()["readings"][name] == reading


def test_readings_of_single_characters():
    counts = [int("".join(filter(str.isdigit, run))) for run in data()["sounds"].split()]
    assert sum(counts) == 3755
    assert "莞guan" in data()["rare"].split()


def test_parts_are_words_of_several_names():
    assert {"社区", "服务", "基金", "培育"} <= {*data()["parts"], *(name for group in data()["near"] for name in group)}
    assert "织培" not in data()["parts"]


@pytest.mark.parametrize("row", fillers(), ids=lambda row: row.example)
def test_each_row_of_fillers_has_an_example_of_it(row):
    assert any(word in row.example for word in row.words)


def test_no_word_stands_twice_in_the_fillers():
    words = [word for row in fillers() for word in row.words]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("row", spec("keys"))
def test_a_name_stands_where_what_sounds_like_it_is_sought(row):
    assert set(row["expect"]) <= set(name_files.keys(row["name"], Readings([row["name"]])))


def test_names_that_have_no_room_stand_in_files_by_how_they_sound(monkeypatch):
    library = frozen()
    whole = data()
    monkeypatch.setattr(name_files, "FIRST", 1_000)
    found = variants_files(library, documents(library))
    base, names = (
        msgspec.to_builtins(found["variants"]),
        {name: file for name, file in found.items() if name.startswith("names/")},
    )
    assert (whole["files"], base["files"]) == (0, len(names))
    assert len(json.dumps(base["names"], ensure_ascii=False)) <= 1_200
    readings = Readings(name for key in ("names", "near") for group in whole[key] for name in group)
    for group in whole["names"][len(base["names"]) :]:
        for name in group:
            for key in name_files.keys(name, readings):
                there = names[f"names/{shard_of(key, len(names))}"][key]
                assert group in there or len(there) == name_files.MOST


def test_what_very_many_names_have_tells_nothing():
    groups = [[f"{number}社区"] for number in range(1000, 2000)]
    files = name_files.name_files(groups, Readings(name for group in groups for name in group))
    assert max(len(some) for file in files for some in file.values()) == name_files.MOST
