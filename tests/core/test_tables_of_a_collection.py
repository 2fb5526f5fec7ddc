"""Sections, ratios, maps and everyday words of a collection: what is wrong in their files, and what holds without them."""

import shutil

import pytest

from casebook.files import read_gazetteer, read_site
from casebook.tables import text_of
from casebook.views import views
from tests.conftest import FROZEN

RATIO = "- {id: r, zh: 比, en: R, places: 1, over: {indicator: volunteers, unit: 人}, under: {indicator: teams, unit: 个}}\n"
PART = "case:\n  how:\n    titles: [怎么做]\n    required: true\n    hint: 写\n"
WORD = "- {written: 停车, words: [泊车], example: 小区泊车难}\n"
# file, what it holds, line, field, found
WRONG = [
    ("sections.yaml", PART + "  do:\n    titles: [怎么做]\n    required: false\n    hint: 写\n", 7, "case.do.titles[0]", "“怎么做” 已是 how 的标题"),
    ("sections.yaml", PART.replace("true", "perhaps"), 4, "case.how.required", "“perhaps” 不是 true 或 false"),
    ("sections.yaml", PART.replace("hint: 写", "hints: 写"), 5, "case.how.hints", "不认识的键 hints"),
    ("sections.yaml", PART + "    unless: collection\n", 6, "case.how.unless", "“collection” 不在 content/vocabulary/forms.yaml 中"),
    ("sections.yaml", "- case\n", 1, "YAML", "这里应是 “键: 值” 的清单"),
    ("ratios.yaml", RATIO.replace("teams", "groups"), 1, "[0].under.indicator", "“groups” 不在 content/vocabulary/indicators.yaml 中"),
    ("ratios.yaml", RATIO + RATIO.replace("unit: 人", "unit: 名"), 2, "[1].over.unit", "“名” 不是单位的种类"),
    ("ratios.yaml", RATIO.replace("unit: 人", "unit: 人, money: lent"), 1, "[0].over.money", "“lent” 不在 content/vocabulary/money-kinds.yaml 中"),
    ("ratios.yaml", RATIO.replace("places: 1", "places: 一"), 1, "[0].places", "“一” 不是整数"),
    ("ratios.yaml", "a: b\n", 1, "YAML", "不是列表"),
    ("tiles.yaml", "中国:\n  - 甲 ·\n  - 乙\n", 3, "中国[1]", "这一行有 1 格,别的行有 2 格"),
    ("tiles.yaml", "中国:\n  - 甲 甲\n", 2, "中国[0]", "“甲” 写了 2 次"),
    ("tiles.yaml", "中国: 甲 乙\n", 1, "中国", "不是一行一行的地名"),
    ("tiles.yaml", "中国:\n  - 一 二 三 四 五 六 七 八 九\n", 1, "中国", "一行有 9 格,手机上放不下"),
    ("tiles.yaml", "- 甲\n", 1, "YAML", "这里应是 “地名: 各行” 的清单"),
    ("everyday.yaml", WORD + "- {written: 车位, words: [泊车], example: 泊车}\n", 2, "[1].words[0]", "“泊车” 已写在 停车 一行"),
    ("everyday.yaml", WORD.replace("小区泊车难", "停不下"), 1, "[0].example", "例子 “停不下” 里没有这一行的词"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "line", "field", "found"), WRONG, ids=[f"{r[0]} {r[4][:12]}" for r in WRONG])
def test_what_is_wrong_is_told_with_its_line(content, name, text, line, field, found):
    path = content / name
    path.write_text(text)
    told = [(p.line, p.field, p.found) for p in read_site(content).errors if p.path == path.as_posix()]
    assert (line, field, found) in told


def test_a_map_shows_just_the_places_that_there_are(content):
    rows = (content / "tiles.yaml").read_text()
    (content / "tiles.yaml").write_text(rows.replace("黑龙江", "黑龙山"))
    found = [p for p in read_site(content, gazetteer=read_gazetteer()).problems if p.path.endswith("tiles.yaml")]
    assert [(p.line, p.found, p.severity) for p in found] == [
        (1, "少了 黑龙江", "warning"),
        (2, "“黑龙山” 不在 中国 的下一级里", "warning"),
    ]
    assert [p.instead for p in found][1] == "是否指 “黑龙江”?"


def test_a_collection_may_do_without_any_of_them(content):
    for name in ("ratios.yaml", "tiles.yaml", "everyday.yaml"):
        (content / name).unlink()
    site = read_site(content)
    assert not site.problems
    collection = site.library.collection
    assert (collection.ratios, collection.maps, collection.everyday) == ((), {}, ())
    assert list(collection.sections.case)[:2] == ["problem", "who"]
    (places,) = (view for view in views(site.library) if view.url == "places/")
    assert places.map is None


def test_a_file_of_comments_alone_holds_nothing_and_is_no_error(content):
    empty = ("ratios.yaml", "tiles.yaml", "everyday.yaml", "sections.yaml", "vocabulary/money-kinds.yaml")
    for name in empty:
        (content / name).write_text("# 还没有\n")
    site = read_site(content)
    named = [p.field for p in site.errors]
    assert named == [f"money[{at}].money" for at in range(4)]  # what the cues name is gone, and that alone is wrong
    assert not site.library.vocabulary.terms("money-kinds")
    assert list(site.library.collection.sections.case)[:2] == ["problem", "who"]


def test_a_collection_has_to_say_what_it_is(content):
    (content / "site.yaml").write_text("# 还没有\n")
    assert ("site.yaml", "里面没有内容") in [(p.path.split("/")[-1], p.found) for p in read_site(content).errors]


def test_sections_are_named_as_the_collection_names_them(content):
    sections = text_of("init/sections.yaml").replace("titles: [问题, 背景, 起因]", "titles: [难处]")
    (content / "sections.yaml").write_text(sections)
    case = content / "cases" / "taoyuan-garden.md"
    assert "没有 “## 难处” 一节" in [p.found for p in read_site(content).warnings if p.path == case.as_posix()]
    case.write_text(case.read_text().replace("## 问题", "## 难处"))
    (first, *_) = read_site(content).library.cases["taoyuan-garden"].sections
    assert (first.kind, first.id, first.title) == ("problem", "section-problem", "难处")


def test_a_file_beside_them_that_nothing_reads_is_told(content):
    shutil.copy(content / "ratios.yaml", content / "ratio.yaml")
    (unread,) = read_site(content).warnings
    assert unread.path.endswith("ratio.yaml")
    assert "ratios.yaml" in unread.instead


def test_what_this_repository_starts_a_collection_with_is_read_without_a_problem(content):
    (content / "sections.yaml").write_text(text_of("init/sections.yaml"))
    assert not read_site(content).problems
    assert not [p for p in read_site(FROZEN).errors if p.path.endswith(".yaml")]
