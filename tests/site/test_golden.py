"""The gate of search: the golden queries, asked of the scripts of the search page over the built index.

A query that fails stands in tests/specs/golden.json with `open`, what comes instead; when it passes, `open` must go.
"""

from pathlib import Path

from benchmarks.golden import queries, report, scores, surprises
from tests.scripts import ask

MRR = 0.95  # of the queries that are not open


def test_golden_queries(frozen_site: Path, record_property):
    asked = queries()
    texts = [query.text for query in asked]
    found = dict(zip(texts, ask(frozen_site, answers=texts)["answers"], strict=True))
    record_property("figures", report(asked, found))
    assert surprises(asked, found) == []
    assert scores([query for query in asked if not query.open], found).mrr >= MRR


def test_golden_pages_are_there(frozen_site: Path):
    named = {address for query in queries() for address in (*query.grades, *query.never)}
    assert {address for address in named if not (frozen_site / address / "index.html").is_file()} == set()


def test_no_golden_query_contradicts_itself():
    asked = queries()
    assert len({query.text for query in asked}) == len(asked) >= 120
    for query in asked:
        assert 3 in query.grades.values(), query.text
        assert not set(query.never) & set(query.grades), query.text
