"""An index of which few pages have changed is made of the one before, and is what a new one would be."""

import random

import pytest

from casebook.files import read_site
from casebook.search import documents, numbered
from casebook.search.patches import Change, patched
from casebook.search.shards import searched, shards
from tests.conftest import SITE


@pytest.fixture(scope="module")
def found():
    return numbered(documents(read_site(SITE).library))


def index_after(before, now, text_of=None):
    """The index of `now`, made of that of `before`."""
    last = shards(before)
    pairs = enumerate(zip(map(searched, before), map(searched, now), strict=True))
    changes = [Change(number, old, new) for number, (old, new) in pairs if old != new]
    return patched(last, changes, text_of or (lambda number: last.files[number].text))


def edited(draw, document):
    """A document of which a piece of one field is gone, and another stands there."""
    field = draw.choice(("title", "names", "summary", "steps", "english", "body"))
    text = getattr(document, field)
    at = draw.randrange(len(text) + 1)
    put = draw.choice(["", "停车", "新词儿", " patrols and gardens", "5020.86", "𠮷野家", "。"])
    return document.but(**{field: text[:at] + put + text[at + draw.randrange(6) :]})


def test_an_edited_index_is_the_new_one(found):
    draw, kept = random.Random(20261130), 0
    for _ in range(40):
        now = list(found)
        for number in draw.sample(range(len(now)), draw.choice((1, 1, 2, 5))):
            now[number] = edited(draw, now[number])
        made, whole = index_after(found, now), shards(now)
        if made is None:  # then there are more files, or fewer
            assert whole.counts != shards(found).counts
        else:
            assert [file.mark for file in made.files] == [file.mark for file in whole.files]
            assert made._replace(files=[]) == whole._replace(files=[])
            kept += 1
    assert kept > 20


def test_a_page_that_says_nothing_any_more_stands_nowhere(found):
    case = next(number for number, one in enumerate(found) if one.body)
    emptied = dict.fromkeys(("title", "names", "labels", "head", "summary", "steps", "english", "body"), "")
    now = [one.but(**emptied) if number == case else one for number, one in enumerate(found)]
    made, whole = index_after(found, now), shards(now)
    assert made is None or [file.mark for file in made.files] == [file.mark for file in whole.files]


def test_only_files_whose_terms_are_told_otherwise_are_looked_at(found):
    last, looked = shards(found), []

    def text_of(number):
        looked.append(number)
        return last.files[number].text

    case = next(number for number, one in enumerate(found) if one.body)
    changed = found[case].but(body=found[case].body + "垚")
    now = [changed if number == case else one for number, one in enumerate(found)]
    assert index_after(found, now, text_of) is not None
    assert 0 < len(looked) < 4
