"""No page may speak for others: names that many pages say, or the site itself."""

from pathlib import Path

from casebook.files import read_site
from casebook.model.problems import Problem

CASE = """---
title: 小菜园{number}号
title_en: Garden
summary: 停车治理之后，桃园小区的居民把空地改成小菜园，一共种了12块地，收下的菜送给36位长者；菜园的钱从哪里来，简报没有写明白。
added: 2026-11-21
period: 2022-08/..
places: [桃园小区]
forms: [服务项目]
actors: [居民]
themes: [议事协商]
sources: [heping-report]
---

## 问题

空地荒着。{more}

## 怎么做

### 种菜 {{#plant}}

种了菜。

## 局限

钱从哪里来，来源没有写明白。
"""


def grown(content: Path, saying: dict[str, int]) -> Path:
    """The small collection with 24 cases more; each word of `saying` stands in as many of them."""
    for number in range(24):
        more = "".join(f"{word}也来了。" for word, count in saying.items() if number < count)
        (content / "cases" / f"garden-{number}.md").write_text(CASE.format(number=number, more=more))
    return content


def told(content: Path) -> list[Problem]:
    return [problem for problem in read_site(content).problems if "常用的话" in problem.found]


def name(content: Path, path: str, old: str, new: str) -> None:
    file = content / path
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new, 1))


def test_words_that_many_pages_say_are_no_alias(content):
    grown(content, {"爱心车队": 11, "桃园车队": 10})
    name(content, "cases/taoyuan-garden.md", "added:", "aliases: [爱心车队]\nadded:")
    name(content, "cases/taoyuan-parking.md", "桃园停车", "桃园车队")
    (first, second) = told(content)
    assert (first.field, first.severity) == ("aliases[0]", "error")
    assert "有 11 页写到它,11 页会自动链接到这一页" in first.found
    assert "site.yaml 的 own_names" in first.instead
    assert (second.field, second.severity) == ("aliases[0]", "warning")
    assert "会让 10 页自动链接到这一页" in second.found


def test_the_words_of_the_site_and_of_questions_are_no_alias(content):
    aliases = ["没有写", "来源没有", "怎么办", "没有报告", "怎么组织"]
    for path in ("cases/taoyuan-garden.md", "methods/talk-it-over.md"):
        name(content, path, "added:", f"aliases: [{', '.join(aliases)}]\nadded:")
    fields = [f"aliases[{at}]" for at in range(len(aliases))] * 2
    assert [(problem.field, problem.severity) for problem in told(content)] == [(field, "error") for field in fields]


def test_no_name_of_an_organisation_and_no_title_either(content):
    name(content, "vocabulary/organisations.yaml", "en:", "aliases: [来源没有写], en:")
    name(content, "cases/taoyuan-garden.md", "桃园小菜园", "没有写")
    assert sorted(problem.field for problem in told(content)) == ["heping-centre", "title"]


def test_a_method_may_be_called_what_many_pages_say(content):
    grown(content, {"坐下来谈": 24})
    (only,) = told(content)
    assert (only.field, only.severity) == ("title", "warning")


def test_the_keeper_of_the_words_may_allow_a_name(content):
    grown(content, {"爱心车队": 24})
    name(content, "cases/taoyuan-garden.md", "added:", "aliases: [爱心车队]\nadded:")
    assert [problem.severity for problem in told(content)] == ["error"]
    name(content, "site.yaml", "navigation:", "own_names: [爱心车队]\nnavigation:")
    assert told(content) == []


def test_every_page_may_link_to_a_case(content):
    grown(content, {"[[taoyuan-parking]]": 24})
    assert told(content) == []


def test_a_small_collection_may_name_a_page_on_every_page(content):
    name(content, "cases/taoyuan-garden.md", "added:", "aliases: [桃园小区把]\nadded:")
    assert told(content) == []
