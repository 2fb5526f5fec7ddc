"""What words mean for a search: which words of the table lead to which sections of pages."""

from itertools import accumulate

import pytest

from casebook.search.meaning_files import MOST, PARTS, key, meaning_files
from casebook.search.records import BodyPart, SearchDocument
from casebook.search.shards import shard_of


def document(body: str, kind: str = "case", parts: tuple[BodyPart, ...] = ()) -> SearchDocument:
    """A page without a name, so that its body is all its text."""
    return SearchDocument(
        ref="", kind=kind, kind_name="", title="", facts="", names="", summary="", body=body, parts=parts, weight=3
    )


def places(files, word: str) -> dict[str, list[tuple[int, int]]]:
    """Near word -> (page, section) where it stands, from the file in which a browser seeks the word."""
    near = files[shard_of(key(word), len(files))][word]
    return {name: [divmod(place, PARTS) for place in accumulate(deltas)] for name, _, deltas in near}


@pytest.mark.parametrize(("word", "near"), [("吵架", "争吵"), ("volunteer", "志愿者")])
def test_a_word_that_no_page_has_leads_to_what_is_near_to_it(word, near):
    files = meaning_files([document("公园"), document("为了争吵，志愿者来了")])
    assert places(files, word)[near] == [(1, 0)]


def test_a_word_leads_to_the_section_that_has_it():
    parts = (BodyPart(start=3, kind="section", title="", anchor=""),)
    files = meaning_files([document("公园\n争吵", parts=parts)])
    assert places(files, "争吵")[""] == [(0, 1)]


def test_a_section_stands_once_with_what_is_nearest():
    files = meaning_files([document("争吵，吵架")])
    assert places(files, "争吵") == {"": [(0, 0)]}


def test_of_pages_that_only_list_others_nothing_is_told():
    assert meaning_files([document("争吵", kind="themes")]) == []


def test_what_pages_do_not_lead_to_is_not_told():
    files = meaning_files([document("公园")])
    assert not any("吵架" in file for file in files)


def test_a_word_on_many_pages_is_bounded_and_tells_less():
    many = meaning_files([document("公园") for _ in range(3 * MOST)])
    few = meaning_files([document("公园"), *(document("争吵") for _ in range(3 * MOST))])
    of_many, of_few = (files[shard_of("公园", len(files))]["公园"] for files in (many, few))
    assert len(of_many[0][2]) == MOST
    assert of_many[0][1] < of_few[0][1]


def test_a_rare_word_tells_no_more_than_the_one_that_stands_for_it():
    files = meaning_files([document("争吵"), *(document("公园") for _ in range(9))])
    own, its = (files[shard_of(key(word), len(files))][word][0][1] for word in ("争吵", "吵架"))
    assert its <= own
