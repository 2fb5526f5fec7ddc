"""`〔？…〕`: what only a person can say is asked for in drafts, and is an error in what would be published."""

import pytest

from casebook.__main__ import main
from casebook.files import read_site

CASE = """---
title: 〔？自己起一个标题〕
summary: 〔？60–120 字〕
status: {status}
added: 2026-11-20
period: unknown  # 〔？什么时候开始〕
places: [桃园小区]
forms: [服务项目]
actors: [居民]
themes: [议事协商]
title_en: Parking
sources: [heping-report]
---

## 问题

据和民发〔2021〕3号，〔？3000人没有地方停车，谁最难〕

## 怎么做

### 〔？先谈〕 {{#talk}}

谈了3场。

## 局限

〔？来源没有说的〕〔？夸大的〕
"""


def written(content, status, **changes):
    text = CASE.format(status=status)
    for old, new in changes.items():
        text = text.replace({"places": "[桃园小区]", "period": "unknown "}[old], new)
    (content / "cases" / "asked.md").write_text(text)
    site = read_site(content)
    return site, [one for one in site.problems if one.path.endswith("asked.md")]


def test_a_draft_lists_them_with_their_lines_and_is_read(content):
    site, found = written(content, "draft")
    assert {one.severity for one in found} == {"todo"}
    assert [one.line for one in found] == [2, 3, 6, 17, 21, 27, 27]
    assert "〔？什么时候开始〕" in [one.found for one in found]
    figures = [metric.text for metric in site.library.cases["asked"].metrics]
    assert figures == ["3场"], "numbers of a question are none of the case, nor is that of a document"


def test_in_what_is_published_each_is_an_error_that_names_it(content):
    _, found = written(content, "published")
    assert {one.severity for one in found} == {"error"}
    assert len(found) == 7
    assert "〔？先谈〕 还没有填" in [one.found for one in found]


@pytest.mark.parametrize("change", [{"places": "[〔？在哪里〕]"}, {"period": "〔？哪年〕 "}])
def test_a_value_that_only_asks_has_no_other_error(content, change):
    _, found = written(content, "draft", **change)
    assert {one.severity for one in found} == {"todo"}


def test_a_draft_that_asks_for_terms_is_seen_without_them(content):
    site, _ = written(content, "draft", places="[〔？在哪里〕]")
    case = site.library.cases["asked"]
    assert (case.front.places, case.front.forms) == ((), ("project",))
    site, found = written(content, "published", places="[〔？在哪里〕]")
    assert "asked" not in site.library.cases
    assert {one.field for one in found} == {"待办"}


@pytest.mark.parametrize("status", ["draft", "published"])
def test_a_source_whose_title_is_asked_is_a_source_all_the_same(content, status):
    whole = "sources: [{title: 〔？来源的标题〕, publisher: 和平镇, date: unknown, grade: b}]"
    text = CASE.format(status=status).replace("sources: [heping-report]", whole)
    (content / "cases" / "asked.md").write_text(text)
    library = read_site(content).library
    for case in library.cases.values():
        assert [library.vocabulary["sources", source].grade for source in case.front.sources] == ["b"], case.slug


def test_check_counts_them_and_passes(content, capsys):
    written(content, "draft")
    capsys.readouterr()
    assert main(["check", "--content", str(content)]) == 0
    told = capsys.readouterr().out
    assert "待办 7 处" in told
    assert told.count("填好以后") == 1, "what is done about all of them is said once"
