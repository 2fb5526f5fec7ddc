"""The table of meanings: how text is cut into its words, what its bytes are, and that what stands in it makes sense."""

from functools import cache

import pytest

from casebook.search.meanings import STEPS, Meanings, Word, meanings, packed
from casebook.search.segments import segments, words_of
from tests.conftest import spec

WORDS = (
    Word("吵架", 1e-5, [(1, 0.9), (2, 0.3)]),
    Word("争吵", 1e-6, [(0, 0.9), (2, 0.0)]),
    Word("架", 1e-4, [(0, 0.5), (1, 0.41)]),
    Word("quarrel", 1e-7, [(1, 1.0), (0, 0.8)]),
)


@pytest.mark.parametrize("row", spec("segments"), ids=lambda row: row["input"])
def test_text_is_cut_into_the_longest_words(row):
    assert segments(row["input"], words_of(row["words"])) == row["expect"], row["why"]


@cache
def all_near(table: Meanings) -> dict[int, list[tuple[int, int]]]:
    """Of each word by its number, those near to it."""
    return dict(table.near(range(len(table.words))))


def test_only_words_that_are_wanted_are_told():
    table = Meanings(packed(WORDS))
    wanted = {number for number in range(len(WORDS)) if number % 2}
    told = {number: [one for one in some if one[0] in wanted] for number, some in all_near(table).items()}
    assert dict(table.near(wanted)) == {number: some for number, some in told.items() if some}


def test_a_table_says_what_was_packed():
    table = Meanings(packed(WORDS))
    assert table.words == [word.text for word in WORDS]
    near = all_near(table)
    for number, word in enumerate(WORDS):
        assert table.numbers[word.text] == number
        assert table.share(number) == pytest.approx(word.share)
        assert [one for one, _ in near[number]] == [one for one, _ in word.near]
        assert [similar for _, similar in near[number]] == [round(STEPS * similar) for _, similar in word.near]
    assert table.cut("为吵架而争吵") == ["为", "吵架", "而", "争吵"]


def test_a_table_of_another_version_is_refused():
    with pytest.raises(ValueError, match="version 2"):
        Meanings(packed(WORDS).replace(b'"version": 1', b'"version": 2'))


def test_words_stand_once_and_have_others_near_to_them():
    table = meanings()
    assert len(table.numbers) == len(table.words) > 70_000
    for number, some in all_near(table).items():
        near, similar = zip(*some, strict=True)
        assert number not in near
        assert len(set(near)) == len(near)
        assert list(similar) == sorted(similar, reverse=True)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("电瓶车", "电动自行车"),
        ("台账", "账"),
        ("吵架", "争吵"),
        ("volunteer", "志愿者"),
        ("parking", "停车场"),
        ("没人", "无人"),
    ],
)
def test_what_people_type_is_near_to_what_cases_write(typed, meant):
    table = meanings()
    assert meant in [table.words[number] for number, _ in all_near(table)[table.numbers[typed]]]


def test_words_that_say_little_are_those_that_are_written_often():
    table = meanings()
    often, rare = (table.share(table.numbers[word]) for word in ("我们", "台账"))
    assert often > 100 * rare
