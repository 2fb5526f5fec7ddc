"""The page of a method: its steps first, what is common knowledge said once, what unfolds, and what is linked where."""

from pathlib import Path

import pytest

from casebook.files import read_site
from casebook.reading.answers import are_general, beginning
from casebook.reading.markup import parse
from casebook.views.method_page import MethodView, method_view
from tests.conftest import frozen

STEP = """请大家坐到一起。

[[桃园|taoyuan]]请了三方。

- 谁：社工 & 居委会。
  {: .general}
- 多久：桃园开了一个下午。
- 每家说五分钟。
  {: .general}
"""
PART = frozen().collection.sections.method["steps"].model_copy(update={"opening": 40})


def begun(text: str):
    return beginning(tuple(parse(text, {}).root), PART)


def view(slug: str) -> MethodView:
    return method_view(frozen(), frozen().methods[slug])


def test_a_step_begins_with_its_sentence_and_its_answers():
    found = begun(STEP)
    assert found.opening == "请大家坐到一起。"
    assert [(one.ask, [(said.html, said.is_general) for said in one.said]) for one in found.answers] == [
        ("谁", [("社工 &amp; 居委会。", True)]),
        ("多久", [("桃园开了一个下午。", False), ("每家说五分钟。", True)]),
    ]
    assert found.rest.startswith("<p>")
    assert "谁" not in found.rest


@pytest.mark.parametrize(
    "text", ["来了三方。先坐下，再谈。\n", "- 桌子\n- 谁：社工。\n", "1. 谁：社工。\n", "| 谁：社工 |\n|---|\n"]
)
def test_what_is_written_otherwise_stays_as_it_is(text):
    found = begun(text)
    assert (found.opening, found.answers) == ("", ())
    assert found.rest


@pytest.mark.parametrize(
    ("text", "is_general"),
    [
        ("- 甲\n  {: .general}\n- 乙\n  {: .general}\n", True),
        ("- 甲\n  {: .general}\n- 乙\n", False),
        ("甲\n", False),
        ("", False),
    ],
)
def test_a_part_is_common_knowledge_if_all_of_it_is(text, is_general):
    assert are_general(tuple(parse(text, {}).root)) == is_general


def test_parts_stand_before_the_steps_after_them_or_fold():
    parts = view("deliberation").parts
    assert [part.kind for part in parts.before] == ["when", "when-not", "needs"]
    assert [part.kind for part in parts.after] == ["mistakes"]
    assert [part.kind for part in parts.folded] == ["what", "variants", "questions"]
    assert "谁、多久、备好、当心" in parts.note
    assert "" in [part.kind for part in view("points-scheme").parts.folded]  # a heading of its own


def test_a_method_without_steps_has_its_parts(content: Path):
    method = content / "methods" / "talk-it-over.md"
    head, _, rest = method.read_text().partition("## 步骤")
    assert rest
    method.write_text(head)
    site = read_site(content)
    parts = method_view(site.library, site.library.methods["talk-it-over"]).parts
    assert parts.steps is None
    assert parts.before
    assert parts.note == ""


def test_what_the_evidence_links_the_words_above_it_do_not():
    for slug in frozen().methods:
        for step in view(slug).parts.steps.steps:
            told = step.cases.told + step.cases.more
            assert [one.step.url for one in told if f'{one.step.url}"' in step.html] == [], (slug, step.anchor)


def test_figures_stand_under_their_sources():
    library = frozen()
    for slug in library.methods:
        groups = view(slug).proofs.groups
        sources = [group.source.url if group.source else "" for group in groups]
        assert len(set(sources)) == len(sources)
        for group in groups:
            assert {one.evidence.source if one.evidence else None for one in group.figures} == {group.source}


def test_the_finding_of_the_plots_tells_comparable_figures_alone():
    assert view("deliberation").spread_finding == "8 个案例里，2 个报告了志愿者（按人计）：20名到79名。"
    (volunteers,) = (one for one in view("deliberation").spread.first if "volunteers" in one.indicator.url)
    assert (volunteers.cases, volunteers.drawn) == (3, 2)  # one more counts times
    mixed = [one.finding for slug in frozen().methods for one in view(slug).spread.first if not one.series]
    assert all(finding.endswith("口径不同") for finding in mixed)
    assert mixed
