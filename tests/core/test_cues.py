"""What chooses indicators, scopes and kinds of money: the collection's own words, and what is wrong with them."""

import pytest

from casebook.extract import Extractor
from casebook.files import read_site, without_collection
from casebook.library import coverage
from casebook.views import views
from casebook.vocabulary import Vocabulary

WRONG = [
    ("indicator: volunteers", "indicator: helpers", "rules[2].indicator", "“helpers” 不在 content/vocabulary/indicators.yaml 中"),
    ("otherwise: other-count", "otherwise: 其他计数", "otherwise", "“其他计数” 不在 content/vocabulary/indicators.yaml 中"),
    ("scope: per-event", "scope: event", "scopes[2].scope", "“event” 不在 content/vocabulary/scopes.yaml 中"),
    ("money: raised", "money: rased", "money[3].money", "“rased” 不在 content/vocabulary/money-kinds.yaml 中"),
    ("units: [times]}", "units: [time, 人词]}", "hints[0].units[1]", "不认识的单位 “人词”"),
    ("before: [募得", "before: [<helpers>", "rules[0].before[0]", "“<helpers>” 不是指标"),
    ("example: 20名志愿者", "example: 20名骨干", "rules[2].example", "例子 “20名骨干” 得到的是:other-count"),
    ("neutral: [居民]", "neutrals: [居民]", "neutrals", "不认识的键 neutrals"),
    ("dated: true", "dated: perhaps", "scopes[4].dated", "“perhaps” 不是 true 或 false"),
    ("soft: [停车]", "soft: 停车", "soft", "“停车” 不是列表"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "field", "found"), WRONG, ids=[row[2] for row in WRONG])
def test_a_wrong_cue_is_told_with_its_line(content, old, new, field, found):
    path = content / "vocabulary" / "cues.yaml"
    text = path.read_text()
    line = text[: text.index(old)].count("\n") + 1
    path.write_text(text.replace(old, new, 1))
    told = [(p.line, p.field, p.found) for p in read_site(content).errors if p.path == path.as_posix()]
    assert (line, field, found) in told


def test_what_is_offered_instead_of_an_unknown_id(content):
    path = content / "vocabulary" / "cues.yaml"
    path.write_text(path.read_text().replace("otherwise: other-count", "otherwise: 其他计数"))
    assert "是否指 “other-count”?" in {p.instead for p in read_site(content).errors}


def test_a_collection_with_no_word_on_other_figures_has_only_those_of_its_indicators(content):
    path = content / "vocabulary" / "cues.yaml"
    path.write_text(path.read_text().replace("otherwise: other-count\n", ""))
    library = read_site(content).library
    case = library.cases["taoyuan-garden"]
    assert case.metrics == ()
    assert [number.kind for number in coverage(library, case)] == ["undecided"]
    assert list(views(library))


def test_without_cues_there_are_no_figures_but_an_authors(content):
    (content / "vocabulary" / "cues.yaml").unlink()
    case = content / "cases" / "taoyuan-garden.md"
    entry = "metrics:\n  - {quote: 12块地, indicator: 议事场次}\nplaces:"
    case.write_text(case.read_text().replace("places:", entry, 1))
    site = read_site(content)
    assert not site.errors
    figures = [(metric.indicator, metric.text) for case in site.library.cases.values() for metric in case.metrics]
    assert figures == [("meetings-held", "12块")]
    assert list(views(site.library))


def test_a_text_without_a_collection_is_read_with_the_cues_of_this_one():
    (found,) = Extractor(without_collection()).metrics("79名志愿者")
    assert found.indicator == "volunteers"
    (found,) = Extractor(Vocabulary({})).metrics("79名志愿者")
    assert found.indicator == ""
