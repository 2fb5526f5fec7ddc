"""What an article is about: candidates by spec, where in an article they stand, and the choice by weights."""

from functools import cache, partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.fitting import using
from casebook.articles import article
from casebook.extract import Extractor
from casebook.extract.evidence import likely
from casebook.extract.scenes import places
from casebook.extract.standing import Standing
from casebook.extract.themes import themes
from casebook.extract.weights import Weights
from casebook.extraction import explained_tags, tags
from casebook.files import read_gazetteer
from casebook.model.terms import Organisation, Theme
from casebook.vocabulary import Vocabulary
from tests.conftest import frozen, spec
from tests.cues import extractor
from tests.work import lines_run

PARKING = Theme(
    id="parking",
    zh="停车治理",
    en="Parking",
    aliases=("停车难",),
    signs=("车位",),
    strong=("车库",),
    weak=("车位", "汽车"),
)
LIFT = Theme(id="lift", zh="加装电梯", en="Lift", signs=("装电梯",))
VOCABULARY = Vocabulary(
    {"themes": (PARKING, LIFT), "organisations": (Organisation(id="fund", zh="山城公益社", en="Fund"),)}
)
YES, NO = Weights(1, {}), Weights(-9, {})


@cache
def reader() -> Extractor:
    """What reads with the real table of divisions."""
    return extractor(Vocabulary({}), read_gazetteer())


@pytest.mark.parametrize("row", spec("candidates"))
def test_candidates(row):
    found = reader().evidence(row["input"])
    candidates = [one.candidate for one in found.places] if row["facet"] == "places" else getattr(found, row["facet"])
    assert [one.name for one in candidates] == row["expect"]


def features(text: str, theme: str = "停车治理") -> frozenset[str]:
    found = extractor(VOCABULARY).evidence(text).themes
    return next(one.features for one in found if one.name == theme)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("停车难", {"firm", "strong", "strong in title"}),
        ("车位不够。", {"weak only", "hints 1"}),
        ("车位不够,汽车乱停。", {"weak only", "hints 2"}),
        ("装电梯的事\n先谈车库。", {"firm", "strong", "strong in lead"}),
        (f"旧事\n{'很久以前。' * 40}\n车库的事。\n后来", {"strong"}),
    ],
)
def test_words_speak_for_a_theme_by_strength_and_place(text, shown):
    found = features(text)
    assert shown <= found
    assert ("strong in title" in found) == ("strong in title" in shown)
    assert ("strong in lead" in found) == ("strong in lead" in shown)


def test_the_theme_that_most_is_said_of_comes_first():
    found = extractor(VOCABULARY).evidence("装电梯\n车库满了,车库又满了。停车难。").themes
    assert [one.name for one in found] == ["停车治理", "加装电梯"]
    assert "rank 1" in found[0].features
    assert "rank 1" not in found[1].features


PAGE = """首页 > 新闻 > 正文
议事会里说停车
2024-05-06 来源：日报　责任编辑：某
业主坐下来谈。
第一步
谈了很久,谈出了办法。
相关阅读：邻村装电梯
"""


def test_what_is_around_an_article_is_no_part_of_it():
    standing = Standing(PAGE)
    assert PAGE[: standing.title].endswith("议事会里说停车")
    assert not standing.within(PAGE.index("新闻"))
    assert not standing.within(PAGE.index("日报"))
    assert standing.within(PAGE.index("业主"))
    assert PAGE[standing.end :].startswith("相关阅读")
    assert extractor(VOCABULARY).evidence(PAGE).themes == []


@pytest.mark.parametrize(
    ("at", "shown"),
    [("议事会", "in title"), ("业主", "in lead"), ("第一步", "in heading")],
)
def test_where_a_mention_stands(at, shown):
    assert shown in set(Standing(PAGE).features([PAGE.index(at)]))


@pytest.mark.parametrize("text", ["", "\n", "记者 某某", "相关阅读", "2024-05-06"])
def test_a_text_may_be_no_article(text):
    standing = Standing(text)
    assert (standing.title, [*standing.features([])]) == (0, [])


def test_weights_choose():
    text = "沈阳市的居民开起“板凳议事会”,说停车难。"
    read = Extractor(VOCABULARY, read_gazetteer())
    with using(dict.fromkeys(("themes", "forms", "actors", "places"), YES)):
        chosen = tags(text, read)
    assert chosen == {
        "themes": ["停车治理"],
        "actors": ["沈阳市", "居民", "板凳议事会"],
        "forms": ["板凳议事会"],
        "places": [{"name": "沈阳市", "level": "city"}],
    }
    with using(dict.fromkeys(("themes", "forms", "actors", "places"), NO)):
        assert tags(text, read) == {"themes": [], "actors": [], "forms": [], "places": []}


def test_all_that_might_be_tags_is_told_with_what_weighs():
    read = article("板凳议事会开了。居民说停车难。", None)
    weighed = Weights(-1, {"kind meetings": 2, "kind dwellers": 0.5, "strong": -3})
    with using(dict.fromkeys(("themes", "forms", "actors", "places"), weighed)):
        found = explained_tags(read.text, extractor(VOCABULARY))
    assert found["forms"] == [{"name": "板凳议事会", "odds": 1, "evidence": [["kind meetings", 2]]}]
    assert ("居民", -0.5) in [(one["name"], one["odds"]) for one in found["actors"]]
    assert found["themes"] == [{"name": "停车治理", "odds": -4, "evidence": [["strong", -3]]}]


def test_an_organisation_of_the_collection_is_sure():
    found = extractor(VOCABULARY).evidence("山城公益社出了钱。")
    with using({"actors": NO}):
        assert [one.name for one in likely(found.actors, "actors")] == ["山城公益社"]


def test_where_no_theme_is_likely_the_first_is_told_unless_it_is_quite_unlikely():
    found = extractor(VOCABULARY).evidence("车库满了,有人要装电梯。").themes
    with using({"themes": Weights(-0.5, {"rank 1": 0.1})}):
        assert [one.name for one in themes(found)] == ["停车治理"]
    with using({"themes": NO}):
        assert themes(found) == []


ARTICLE = """凤凰里社区：“板凳议事会”议出停车新办法
凤凰里社区在沈阳市铁西区,楼下车位少,停车难了好多年。
今年春天,社区居委会牵头,请业主代表、物业公司坐到一起,开起“板凳议事会”。议事会上,居民先说停车的难处,物业公司再算车位的账,停车的规矩一条条定下来。
志愿者每晚巡查停车,乱停车的少了。居民说,停车的事议事会管得了。
"""


def test_an_article_is_read_with_the_fitted_weights():
    found = tags(ARTICLE, Extractor(frozen().vocabulary, read_gazetteer()))
    assert found["themes"][0] == "停车治理"
    assert {"居民", "物业公司"} <= {*found["actors"]}
    assert "板凳议事会" in found["forms"]
    assert {"沈阳市", "铁西区", "凤凰里社区"} <= {place["name"] for place in found["places"]}


@given(st.text(alphabet="居民社区议事会“”《》公约、,。\n沈阳市铁西区“三长”业委", max_size=80))
def test_whatever_is_written_names_lie_in_the_text(text):
    found = reader().evidence(text)
    every = (*found.actors, *found.forms, *(one.candidate for one in found.places))
    assert all(text.startswith(one.name, one.start) for one in every)
    assert len(places(found.places)) <= len(found.places)


@pytest.mark.no_cover  # it would count the lines of the tracer
@pytest.mark.parametrize(
    "piece", ["社区志愿服务队", "居民代表", "“议事会”", "甲居民乙", "向阳社区", "《公约》", "首页>\n", "停车难。"]
)
def test_evidence_takes_work_in_proportion(piece):
    read = extractor(VOCABULARY)
    once, twice = (lines_run(partial(read.evidence, piece * times)) for times in (200, 400))
    assert once > 1_000
    assert twice < 2.3 * once
