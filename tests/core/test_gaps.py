"""What is lacking, found in the small collection and in what is taken from it."""

import dataclasses

import msgspec

from casebook.files import read_site
from casebook.library import gaps, undated
from tests.conftest import SITE


def ids(found, kind):
    return [(gap.id, gap.cases, [step.id for step in gap.steps]) for gap in found[kind]]


def test_gaps_of_the_tiny_site():
    found = gaps(read_site(SITE).library)
    assert ids(found, "methods") == [("talk-it-over", ("taoyuan-parking",), [])]
    assert ids(found, "evidence") == [("talk-it-over", (), ["decide"])]
    assert ids(found, "figures") == []
    assert ids(found, "dates") == [("taoyuan-garden", (), ["plant"]), ("taoyuan-parking", (), ["talk", "patrol"])]
    assert {gap.cases for gap in found["indicators"]} <= {("taoyuan-parking",), ("taoyuan-garden",)}
    assert "volunteers" in [gap.id for gap in found["indicators"]]
    assert ids(found, "terms") == []
    assert {(gap.facet, gap.id) for gap in found["english"]} == {
        ("cases", "taoyuan-garden"),
        ("cases", "taoyuan-parking"),
        ("methods", "talk-it-over"),
    }


def test_a_method_without_a_case_and_a_theme_of_methods_alone(content):
    for path in (content / "cases").iterdir():
        path.write_text(
            path.read_text().replace("[[打分|talk-it-over#score]]", "打分").replace("methods: [talk-it-over]\n", "")
        )
        path.write_text(path.read_text().replace("停车难, 议事协商", "停车难").replace("[议事协商]", "[停车难]"))
    found = gaps(read_site(content).library)
    assert ids(found, "methods") == [("talk-it-over", (), [])]
    assert ids(found, "terms") == [("deliberation", (), [])]


def test_a_case_whose_only_figures_are_those_of_another_has_none(content):
    case = content / "cases" / "taoyuan-garden.md"
    told = case.read_text().replace("一共种了12块地，收下的菜送给36位长者", "收下的菜送给长者")
    case.write_text(told.replace("居民种了12块地，见[[taoyuan-parking]]", "[[taoyuan-parking]]来了20名志愿者"))
    assert ids(gaps(read_site(content).library), "figures") == [("taoyuan-garden", (), [])]


def test_a_step_with_a_date_is_not_undated():
    case = read_site(SITE).library.cases["taoyuan-parking"]
    first, *others = case.steps
    dated = dataclasses.replace(case, steps=(msgspec.structs.replace(first, when="2022-05"), *others))
    assert [step.id for step in undated(dated)] == ["patrol"]


def test_what_is_summed_up_in_english_lacks_nothing(content):
    case = content / "cases" / "taoyuan-garden.md"
    case.write_text(case.read_text().replace("added:", "summary_en: A garden.\nadded:", 1))
    assert "taoyuan-garden" not in [gap.id for gap in gaps(read_site(content).library)["english"]]
