"""Records together: links both ways, uses of methods, places with what is in them, drafts."""

import pytest

from casebook.files import read_site
from casebook.library import Library
from casebook.views.entries import case_view
from tests.conftest import SITE


@pytest.fixture(scope="module")
def library() -> Library:
    return read_site(SITE).library


def test_a_use_names_the_step_of_the_case_and_of_the_method(library):
    (use,) = library.uses_of("talk-it-over")
    assert (use.case, use.step and use.step.id, use.method_step) == ("taoyuan-parking", "talk", "score")
    assert library.uses_in("taoyuan-parking") == (use,)


def test_a_declared_method_without_a_linked_step_is_used_as_a_whole(content):
    case = content / "cases" / "taoyuan-parking.md"
    case.write_text(case.read_text().replace("[[打分|talk-it-over#score]]", "打分"))
    (use,) = read_site(content).library.uses_of("talk-it-over")
    assert (use.step, use.method_step) == (None, "")


def test_a_case_knows_its_parts(library):
    assert [case.slug for case in library.children("taoyuan-parking")] == ["taoyuan-garden"]


def test_a_place_has_what_lies_in_it(library):
    for place in ("taoyuan", "heping-town", "linfen"):
        assert {entry.slug for entry in library.tagged("places", place)} == {"taoyuan-parking", "taoyuan-garden"}


def test_an_alias_leads_to_the_term(library):
    assert {entry.slug for entry in library.tagged("themes", "parking")} == {"taoyuan-parking"}
    assert {entry.slug for entry in library.tagged("actors", "volunteers")} == {"taoyuan-parking"}


def test_newest_first(library):
    assert [case.slug for case in library.newest] == ["taoyuan-garden", "taoyuan-parking"]


def test_drafts_are_checked_but_can_be_left_out(content):
    case = content / "cases" / "taoyuan-garden.md"
    case.write_text(case.read_text().replace("added:", "status: draft\nadded:"))
    (content / "addresses.lock").unlink()  # it has been published
    assert "taoyuan-garden" in read_site(content).library.cases
    published = read_site(content, drafts=False)
    assert "taoyuan-garden" not in published.library.cases
    case.write_text(case.read_text().replace("议事协商", "无此主题"))
    assert [problem.field for problem in read_site(content, drafts=False).errors] == ["themes[0]"]


def test_a_step_without_an_id_is_shown_all_the_same(content):
    case = content / "cases" / "taoyuan-parking.md"
    case.write_text(case.read_text().replace(" {#patrol}", ""))
    site = read_site(content)
    assert [(p.severity, p.field) for p in site.problems] == [("error", "redirect_from"), ("warning", "步骤")]
    how = next(
        s for s in case_view(site.library, site.library.cases["taoyuan-parking"]).body.sections if s.kind == "how"
    )
    assert [step.title for step in how.steps] == ["先谈", "再巡查"]
    assert "约20名" in how.steps[1].html
    assert how.steps[1].anchor.startswith("step-s-")


def test_records_keep_what_they_were_read_from(library):
    case = library.cases["taoyuan-parking"]
    assert [step.title for step in case.steps] == ["先谈", "再巡查"]
    assert case.text[case.steps[0].start :].startswith("先谈")
    for metric in case.metrics:
        assert case.text[metric.start : metric.end] == metric.text
        assert metric.text in metric.sentence
        assert metric.sentence in case.text
    assert ("5020.86元", "funds-raised-yuan") in [(metric.text, metric.indicator) for metric in case.metrics]
    assert [(tag.facet, tag.term) for tag in case.tags if tag.declared][:2] == [
        ("themes", "parking"),
        ("themes", "deliberation"),
    ]


def test_spans_of_read_tags(library):
    case = library.cases["taoyuan-parking"]
    read = [tag for tag in case.tags if not tag.declared]
    assert read
    assert all(case.text[tag.start : tag.end] == tag.name for tag in read)
