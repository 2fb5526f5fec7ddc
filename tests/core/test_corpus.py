"""The invented cases that search is measured on."""

from itertools import islice
from statistics import mean

import pytest

from benchmarks.corpus import documents
from casebook.search.terms import pieces

COUNT = 80


@pytest.fixture(scope="module")
def cases():
    return list(documents(COUNT))


def pairs(documents) -> set[str]:
    return {piece for document in documents for piece in pieces(document.text) if len(piece) == 2}


def test_a_number_is_the_same_case_in_every_collection(cases):
    assert list(documents(5)) == cases[:5] == list(islice(documents(1000), 5))
    assert len({case.ref for case in cases}) == COUNT


def test_lengths_are_those_of_cases(cases):
    assert 2000 < mean(len(case.body) for case in cases) < 2400
    assert 80 < mean(len(case.summary) for case in cases) < 100
    assert 10 < mean(len(case.title) for case in cases) < 16
    assert min(len(case.body) for case in cases) < 1700 < 2700 < max(len(case.body) for case in cases)


def test_parts_begin_with_their_titles(cases):
    for case in cases:
        assert [case.body[part.start :].partition("\n")[0] for part in case.parts] == [p.title for p in case.parts]


def test_the_vocabulary_grows_with_the_collection(cases):
    some, more, most = (len(pairs(cases[:count])) for count in (COUNT // 4, COUNT // 2, COUNT))
    assert 1.2 < more / some < most / some / 1.2
    assert most / more < 2**0.75  # as in any language, slower than the text


def test_words_of_a_topic_stand_together(cases):
    # a text of two topics repeats itself: it has fewer pairs than as many characters of all cases
    own = mean(len(pairs([case])) / len(case.text) for case in cases)
    text = "".join(case.body[:40] for case in cases)
    assert own < len({text[at : at + 2] for at in range(len(text))}) / len(text)
