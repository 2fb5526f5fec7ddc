"""A case from memory: what its pages say, where its figures stand and where they do not."""

import shutil
from pathlib import Path

import pytest

from casebook.export.comparison import compared
from casebook.files import Site, read_site
from casebook.library import gaps, series, silent
from casebook.library.series import own_metrics
from casebook.library.series import told as only_told
from casebook.model.problems import errors
from casebook.review.figures import checked
from casebook.views.cards import card, key_figures
from casebook.views.entries import case_view
from casebook.views.questions import questions
from casebook.views.terms import term_view
from tests.conftest import SITE

MEMORY = "{title: 口述：楼道清出来了, publisher: 社区社工, date: 2026-11-29, grade: told}"
CASE = """\
---
title: 楼道清出来了
summary: 桃园小区的楼道堆满了东西。几个住户先搬走自己家的，30名志愿者跟着清，一个月清了8个楼道；花了多少钱，讲的人不记得了，后来有没有再堆也没有说。
added: 2026-11-29
period: 2023
places: [桃园小区]
forms: [服务项目]
actors: [居民]
themes: [议事协商]
sources:
  - SOURCE
MORE---

## 问题

楼道堆满了东西。

## 怎么做

### 先搬 {#move}

几个住户先搬走自己家的，30名志愿者跟着清。

## 结果

服务居民约500人次。

## 局限

讲的人不记得花了多少钱。
"""


def site(folder: Path, *sources: str, more: str = "") -> Site:
    content = Path(shutil.copytree(SITE, folder / "content"))
    described = (content / "site.yaml").read_text()
    (content / "site.yaml").write_text(f"{described}\nevidence: true\n")
    text = CASE.replace("SOURCE", "\n  - ".join(sources)).replace("MORE", more)
    (content / "cases" / "stairs.md").write_text(text)
    return read_site(content)


@pytest.fixture
def told(tmp_path: Path) -> Site:
    return site(tmp_path, MEMORY)


def test_it_is_taken_without_evidence_and_nothing_is_missed(told):
    own = [one for one in told.problems if one.path.endswith("stairs.md")]
    assert [str(one) for one in own] == []


def test_its_page_says_so_first_and_at_the_source_and_at_each_figure(told):
    view = case_view(told.library, told.library.cases["stairs"])
    assert view.oral == "来自口述，没有公开材料可以对照。"
    assert "口述" in view.facts
    [source] = view.sources
    assert (source.publisher, source.told, source.kept) == ("社区社工讲述", view.oral, ())
    assert view.proofs.count == 2
    assert view.proofs.unproven.startswith("口述的数字")
    assert all("口述" in figure.notes for group in view.proofs.groups for figure in group.figures)


def test_the_page_of_the_source_says_so(told):
    [name] = told.library.cases["stairs"].front.sources
    facts = dict(term_view(told.library, "sources", told.library.vocabulary["sources", name]).facts)
    assert (facts["讲的人"], facts["原文"]) == ("社区社工", "来自口述，没有公开材料可以对照。")


def test_its_figures_are_compared_added_and_headed_nowhere(told):
    library = told.library
    case = library.cases["stairs"]
    assert {metric.text for metric in case.metrics} == {"30名", "约500人次"}
    assert own_metrics(library, "stairs") == ()
    assert not any("stairs" in one.cases for each in series(library).values() for one in each)
    assert compared(library, case).figures == ()
    assert len(compared(library, case).told) == 2, "which is not to say that nothing is reported"
    [also] = [one for each in series(library).values() for one in each if one.key in only_told(library, "stairs")]
    assert "stairs" not in silent(library, also)[1]
    assert key_figures(library, case) == card(library, case).figures == ()
    assert "stairs" not in {gap.id for gap in gaps(library)["figures"]}, "it has figures"


def test_beside_another_source_a_figure_with_its_words_counts_and_others_are_told(tmp_path):
    more = "metrics:\n  - {quote: 30名志愿者, evidence: {source: heping-report, locator: 第2段, quote: 30名志愿者}}\n"
    found = site(tmp_path, MEMORY, "heping-report", more=more)
    assert not errors(found.problems)
    assert [metric.text for metric in own_metrics(found.library, "stairs")] == ["30名"]
    case = found.library.cases["stairs"]
    assert [(one.metric.text, one.proof) for one in checked(found.library, case, ())] == [
        ("30名", "unknown"),
        ("约500人次", "told"),
    ]
    assert case_view(found.library, case).oral.startswith("这一页有一部分来自口述")


def test_an_indicator_that_was_only_told_cannot_head_a_case(tmp_path):
    found = site(tmp_path, MEMORY, more="key_figures: [服务人次]\n")
    [problem] = [one for one in found.problems if one.path.endswith("stairs.md")]
    assert problem.found == "“服务人次” 只读到口述、计划或预算的数字,不放在开头"


def test_a_collection_without_such_a_grade_offers_no_memories(tmp_path):
    content = Path(shutil.copytree(SITE, tmp_path / "content"))
    assert asked(read_site(content)) == ["told", "title", "publisher", "date", "url", "grade", "who", "day"]
    grades = content / "vocabulary" / "grades.yaml"
    grades.write_text("".join(line for line in grades.read_text().splitlines(True) if "oral" not in line))
    assert asked(read_site(content)) == ["title", "publisher", "date", "url", "grade"]


def asked(found: Site) -> list[str]:
    [sources] = [one for one in questions(found.library) if one.id == "sources"]
    return [one.id for one in sources.rows]
