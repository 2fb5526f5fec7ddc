"""The figures of content/ held against the articles that they are from, where those are here; else by people alone."""

import re

import pytest

from casebook.extract import Extractor
from casebook.files import read_site
from casebook.library import Library
from tests.conftest import CONTENT, SHARED

ARTICLES = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "sources").glob("*.txt"))]
pytestmark = pytest.mark.skipif(not ARTICLES, reason="the articles are not here")

# written numbers of the articles that belong on no page: source, as written -> why
LEFT_OUT = {
    ("chuanyu-study-notes", "5天"): "how long the author's own tour was",
    ("chuanyu-study-notes", "1个"): "the 1 of the name 1+N",
    ("nanhai-lishui-micro-venture", "2161\xa0人"): "the 2161人次 of the text, in other words; a caveat says so",
}


@pytest.fixture(scope="module")
def library() -> Library:
    return read_site(CONTENT).library


@pytest.fixture(scope="module")
def paragraphs(library: Library) -> dict[str, list[str]]:
    """Source -> the lines with words of its article, which locators count; of sources whose article is here."""
    found = {}
    for source in library.vocabulary.terms("sources"):
        for text in (text for text in ARTICLES if _bare(source.zh) in _bare(text)):
            found[source.id] = [line for line in text.splitlines() if line.strip()]
    return found


def _bare(text: str) -> str:
    """Words without punctuation and spaces, which a title may be written with in two ways."""
    return re.sub(r"\W", "", text)


def figures(library: Library, source: str):
    """Figures of cases with evidence from a source, each with the place of its paragraph."""
    for case in library.cases.values():
        for figure in case.metrics:
            if figure.evidence and figure.evidence.source == source:
                yield figure, int(figure.evidence.locator.strip("第段")) - 1


def test_evidence_stands_in_its_paragraph(library, paragraphs):
    assert paragraphs
    lost = [
        (source, figure.evidence)
        for source, article in paragraphs.items()
        for figure, place in figures(library, source)
        if figure.evidence.quote not in article[place]
    ]
    assert lost == []


def test_every_figure_of_an_article_stands_on_a_page(library, paragraphs):
    for source, article in paragraphs.items():
        told = {
            (value, sign)
            for figure, place in figures(library, source)
            for value in (figure.value, figure.before)
            for sign in (figure.unit, place)
        }
        missing = {
            (source, figure.text)
            for place, paragraph in enumerate(article)
            for figure in Extractor(library.vocabulary).metrics(paragraph)
            if not told & {(figure.value, figure.unit), (figure.value, place)}
        }
        assert missing <= LEFT_OUT.keys()
