"""The figures of the real cases: each with its evidence, each held against its source where the articles are here."""

import re

import pytest

from casebook.library import UNREAD, coverage, original, series
from casebook.reading.figures import holds
from tests.conftest import SHARED
from tests.content.test_content import SITE

LIBRARY = SITE.library
FIGURES = [(case, metric) for case in LIBRARY.cases.values() for metric in case.metrics]
ARTICLES = {
    path.stem: path.read_text(encoding="utf-8") for path in sorted((SHARED / "sources").glob("*.txt")) if path.is_file()
}


def test_every_written_number_is_a_figure_or_known_to_be_none(record_property):
    entries = (*LIBRARY.cases.values(), *LIBRARY.methods.values())
    found = [(entry.slug, number) for entry in entries for number in coverage(LIBRARY, entry)]
    record_property("figures", f"{len(found)} numbers in cases and methods, {len(FIGURES)} figures in cases")
    assert [(slug, number.context) for slug, number in found if number.kind == UNREAD] == []


@pytest.mark.parametrize(("case", "metric"), FIGURES, ids=[f"{case.slug} {m.text}" for case, m in FIGURES])
def test_a_figure_has_evidence_with_its_value(case, metric):
    assert metric.evidence, f"{case.path}: {metric.sentence}"
    assert metric.evidence.source in case.front.sources
    assert holds(metric.evidence.quote, metric)


@pytest.mark.skipif(not ARTICLES, reason="the articles are not here")
@pytest.mark.parametrize(("case", "metric"), FIGURES, ids=[f"{case.slug} {m.text}" for case, m in FIGURES])
def test_evidence_stands_in_its_paragraph_of_the_article(case, metric):
    number = int(metric.evidence.locator.strip("第段"))
    assert metric.evidence.quote in paragraphs(article_of(metric.evidence.source))[number - 1]


def article_of(source: str) -> str:
    """The text of the article that is registered as `source`."""
    title = _bare(LIBRARY.vocabulary["sources", source].zh)
    (article,) = [text for text in ARTICLES.values() if title in _bare(text)]
    return article


def paragraphs(article: str) -> list[str]:
    """Its lines with words, which locators count."""
    return [line for line in article.splitlines() if line.strip()]


def _bare(text: str) -> str:
    """Words without punctuation and spaces, which a title may be written with in two ways."""
    return re.sub(r"\W", "", text)


def reported(indicator: str, unit: str, scope: str = "") -> dict[str, tuple[str, str]]:
    """case -> (figure as written, case above) in one series."""
    found = [s for s in series(LIBRARY)[indicator] if (s.key.unit, s.key.scope) == (unit, scope) and not s.key.money]
    return {report.case: (report.metric.text, report.under) for one in found for report in one.reports}


def test_interim_and_final_figures_of_the_food_safety_case():
    assert reported("service-contacts", "人次")["jiujiang-food-safety"][0] == "约700人次"
    assert reported("service-contacts", "人次", "interim") == {"jiujiang-food-safety": ("584人次", "")}
    assert reported("activities-held", "场次", "interim") == {"jiujiang-food-safety": ("22场", "")}
    assert reported("activities-held", "场次")["jiujiang-food-safety"][0] == "25场"


def test_the_programme_and_its_children_in_one_series():
    found = reported("service-contacts", "人次")
    assert found["lishui-micro-venture-4"] == ("13903人次", "")
    assert found["ganjiao-guided-walk"] == ("超100人次", "lishui-micro-venture-4")


def test_a_method_takes_evidence_from_the_case_that_its_sentence_names():
    method = LIBRARY.methods["deliberation"]
    told = {(m.text, LIBRARY.programme(method, m)): original(LIBRARY, method, m).evidence for m in method.metrics}
    assert told["1份", "tongsheng-ebike-parking"].quote == "制定1份小区公约"
    assert told["三条", "ganjiao-guided-walk"].source == "nanhai-lishui-micro-venture"


def test_a_figure_told_again_measures_what_it_measures_in_its_case():
    method = LIBRARY.methods["three-way-linkage"]
    (told,) = [m for m in method.metrics if m.text == "23个"]
    assert original(LIBRARY, method, told).indicator == "organisations"


def test_what_the_triage_changed():
    changes = {
        (metric.before, metric.value, metric.unit)
        for metric in LIBRARY.cases["nanan-three-matter-triage"].metrics
        if metric.before is not None
    }
    assert changes == {(251, 62, "项")}
