"""The whole collection: what each page owes its readers."""

import re

import pytest

from casebook.library import gaps
from tests.conftest import FROZEN, frozen

LIBRARY = frozen()
METHODS = sorted(LIBRARY.methods)
CASES = sorted(LIBRARY.cases)
STEP_PARTS = ("谁：", "多久：", "备好：", "当心：")

@pytest.mark.parametrize("slug", [*CASES, *METHODS])
def test_english_title_and_summary(slug):
    front = LIBRARY.entry(slug).front
    assert not re.search(r"[\u4e00-\u9fff]", front.title_en + front.summary_en)
    assert 40 <= len(front.summary_en) <= 400


@pytest.mark.parametrize("slug", METHODS)
def test_every_step_of_a_method_can_be_acted_on(slug):
    method = LIBRARY.methods[slug]
    for step in method.steps:
        lacking = [part for part in STEP_PARTS if part not in method.text[step.start : step.end]]
        assert not lacking, f"{slug}#{step.id}"


@pytest.mark.parametrize("slug", METHODS)
def test_three_questions_for_a_course(slug):
    _, _, questions = (FROZEN / "methods" / f"{slug}.md").read_text(encoding="utf-8").partition("## 讨论题\n")
    assert len(re.findall(r"^\d\. ", questions, flags=re.M)) == 3


def test_methods_without_a_case_are_on_the_wanted_list():
    unused = {slug for slug in METHODS if not LIBRARY.uses_of(slug)}
    assert unused == {"self-organisation-stages", "time-bank"}, "the sources mention these and tell of no case"
    assert unused <= {gap.id for gap in gaps(LIBRARY)["methods"] if not gap.cases}
