"""The questions of `inv bench asked` name pages that are there, and stand once."""

from benchmarks.asked import KEPT, OPEN, questions
from tests.conftest import frozen


def test_every_question_looks_for_pages_that_are_there():
    library = frozen()
    for question in (*questions(OPEN), *questions(KEPT)):
        assert set(question.grades) <= {*library.cases, *library.methods}
        assert 3 in question.grades.values()


def test_no_question_stands_twice():
    texts = [question.text for half in (OPEN, KEPT) for question in questions(half)]
    assert len(set(texts)) == len(texts)
    assert {one.kind for one in questions(OPEN)} == {one.kind for one in questions(KEPT)}
