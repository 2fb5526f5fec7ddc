"""Cases by methods: a mark for every use, and gaps that can be seen."""

from collections import Counter

from casebook.views import matrix
from casebook.views.matrix import matrix_lists, matrix_view
from tests.conftest import frozen

LIBRARY = frozen()
VIEW = matrix_view(LIBRARY)
METHODS = [column.method.url.split("/")[1] for column in VIEW.columns]


def test_a_mark_for_every_use_and_for_nothing_else():
    marked = {
        (row.case.url.split("/")[1], method): mark.steps
        for row in VIEW.rows
        for method, mark in zip(METHODS, row.marks, strict=True)
        if mark
    }
    steps = Counter()
    for slug in LIBRARY.cases:
        for use in {(use.method, use.step.number if use.step else 0) for use in LIBRARY.uses_in(slug)}:
            steps[slug, use[0]] += bool(use[1])
    assert marked == steps


def test_methods_by_cases_and_gaps_last():
    counts = [column.cases for column in VIEW.columns]
    assert counts == sorted(counts, reverse=True)
    assert set(METHODS) == set(LIBRARY.methods)
    assert VIEW.single.count == counts.count(1)
    assert VIEW.unused.count == counts.count(0)
    marks = list(zip(*(row.marks for row in VIEW.rows), strict=True))
    assert [sum(bool(mark) for mark in column) for column in marks] == counts


def test_cases_of_the_same_methods_are_neighbours():
    patterns = [[not mark for mark in row.marks] for row in VIEW.rows]
    assert patterns == sorted(patterns)
    assert len(VIEW.rows) == len(LIBRARY.cases)
    assert VIEW.left_out == 0


def test_of_many_cases_those_with_the_most_methods_are_on_the_first_page(monkeypatch):
    monkeypatch.setattr(matrix, "ROWS", 4)
    pages = [matrix_view(LIBRARY), *matrix_lists(LIBRARY)]
    used = sorted((len({use.method for use in LIBRARY.uses_in(slug)}) for slug in LIBRARY.cases), reverse=True)
    shown = [sorted((sum(map(bool, row.marks)) for row in view.rows), reverse=True) for view in pages]
    assert [count for page in shown for count in page] == used
    assert [view.url for view in pages[:2]] == ["matrix/", "matrix/2/"]
    for view in pages:
        assert [column.cases for column in view.columns] == [column.cases for column in VIEW.columns]


def test_of_many_methods_the_most_used_have_a_column(monkeypatch):
    monkeypatch.setattr(matrix, "COLUMNS", 5)
    view = matrix_view(LIBRARY)
    assert view.columns == VIEW.columns[:5]
    assert view.left_out == len(LIBRARY.methods) - 5
    assert (view.single, view.unused) == (VIEW.single, VIEW.unused)
