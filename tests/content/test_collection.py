"""The whole collection: what each page owes its readers, and what the sources hold, found again on the pages."""

import re

import pytest

from casebook.extract import Extractor
from casebook.library import gaps
from tests.content.test_content import CONTENT, SITE
from tests.content.test_figures import ARTICLES, FIGURES, article_of, paragraphs

LIBRARY = SITE.library
METHODS = sorted(LIBRARY.methods)
CASES = sorted(LIBRARY.cases)
STEP_PARTS = ("谁：", "多久：", "备好：", "当心：")

# written numbers of the articles that belong on no page: source, as written -> why
LEFT_OUT = {
    ("chuanyu-study-notes", "5天"): "how long the author's own tour was",
    ("chuanyu-study-notes", "1个"): "the 1 of the name 1+N",
    ("nanhai-lishui-micro-venture", "2161\xa0人"): "the 2161人次 of the text, in other words; a caveat says so",
}


def test_there_are_twenty_five_cases_and_thirty_six_methods():
    assert (len(CASES), len(METHODS)) == (25, 36)


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
    _, _, questions = (CONTENT / "methods" / f"{slug}.md").read_text(encoding="utf-8").partition("## 讨论题\n")
    assert len(re.findall(r"^\d\. ", questions, flags=re.M)) == 3


def test_methods_without_a_case_are_on_the_wanted_list():
    unused = {slug for slug in METHODS if not LIBRARY.uses_of(slug)}
    assert unused == {"self-organisation-stages", "time-bank"}, "the sources mention these and tell of no case"
    assert unused <= {gap.id for gap in gaps(LIBRARY)["methods"] if not gap.cases}


@pytest.mark.parametrize("source", [term.id for term in LIBRARY.vocabulary.terms("sources")] if ARTICLES else [])
def test_every_figure_of_an_article_stands_on_a_page(source):
    told = {
        (value, sign)
        for case, figure in FIGURES
        if figure.evidence.source == source
        for value in (figure.value, figure.before)
        for sign in (figure.unit, figure.evidence.locator)
    }
    missing = {
        (number, figure.text)
        for number, paragraph in enumerate(paragraphs(article_of(source)), 1)
        for figure in Extractor(LIBRARY.vocabulary).metrics(paragraph)
        if not told & {(figure.value, figure.unit), (figure.value, f"第{number}段")}
    }
    assert {text for _, text in missing} == {text for known, text in LEFT_OUT if known == source}
