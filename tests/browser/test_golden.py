"""The gate of search: the golden queries, asked of the real site's search page.

A query that fails stands in tests/specs/golden.json with `open`, what comes instead; when it passes, `open` must go.
"""

from pathlib import Path

from benchmarks.asking import answers
from benchmarks.golden import queries, report, scores, surprises
from tests.browser.conftest import SIZES, complaining

MRR = 0.95  # of the queries that are not open


def test_golden_queries(browser, site: str, record_property):
    page = browser.new_page(viewport=SIZES["phone"], locale="zh-CN")
    wrong = complaining(page, site)
    asked = queries()
    found = answers(page, site, [query.text for query in asked])
    page.close()
    record_property("figures", report(asked, found))
    assert surprises(asked, found) == []
    assert scores([query for query in asked if not query.open], found).mrr >= MRR
    assert wrong == []


def test_golden_pages_are_there(real: Path):
    named = {address for query in queries() for address in (*query.grades, *query.never)}
    assert {address for address in named if not (real / address / "index.html").is_file()} == set()


def test_no_golden_query_contradicts_itself():
    asked = queries()
    assert len({query.text for query in asked}) == len(asked) >= 120
    for query in asked:
        assert 3 in query.grades.values(), query.text
        assert not set(query.never) & set(query.grades), query.text
