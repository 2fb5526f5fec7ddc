"""Search terms, and that an index of them finds what stands in a text."""

import json
import sys
import unicodedata
from collections import Counter
from itertools import accumulate, groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.alike import fold, seamless
from casebook.files import read_site
from casebook.search import BOOSTS, documents, field_terms, index_files, numbered
from casebook.search.english import english_terms
from casebook.search.facets import facets
from casebook.search.files import MANIFEST
from casebook.search.shards import file_of, shard_of, shards
from casebook.search.terms import length, pieces, query_terms, runs, terms
from tests.conftest import SITE, spec


@pytest.mark.parametrize("row", spec("terms"))
def test_terms(row):
    assert query_terms(row["input"]) == (row["required"], row["words"])


@pytest.mark.parametrize("row", spec("english"))
def test_english_terms(row):
    assert english_terms(row["input"]) == row["terms"]


@pytest.mark.parametrize("row", spec("shards"))
def test_the_file_of_a_term(row):
    for count, shard in row["expect"]:
        assert shard_of(row["input"], count) == shard
    for counts, number in row["files"]:
        assert file_of(row["input"], counts) == number


@pytest.mark.parametrize("row", spec("spellings"))
def test_a_text_has_the_terms_of_what_readers_take_for_a_piece_of_it(row):
    required, _ = query_terms(row["query"])
    assert (set(required) <= set(terms(row["input"]))) == (row["marks"] is not None)


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 10))
def test_whatever_stands_in_a_text_is_asked_for_by_terms_of_it(text, start, count):
    # folding first: a base letter and its mark are one only together, a comma parts thousands only of a whole number
    folded = seamless(fold(text)).replace(",", "")
    required, _ = query_terms(folded[start : start + count])
    assert set(required) <= set(pieces(folded))


def test_a_run_is_of_letters_digits_and_marks():
    characters = [chr(code) for code in range(sys.maxunicode + 1)]
    told = {character for character in characters if unicodedata.category(character)[0] in "LNM"}
    assert set(runs(" ".join(characters))) == told


@given(st.text(max_size=60))
def test_how_many_terms_a_text_has(text):
    assert length(text) == len(terms(text))


@given(st.text(st.characters(max_codepoint=0x2000, exclude_characters="\u00ad,"), max_size=60))
def test_folding_is_nfkc_and_lower_case(text):
    assert fold(text) == unicodedata.normalize("NFKC", text).lower()


@given(st.text("。！（ａｅ１…\u3000\u0301\u0345\uff9e\u304b\u3099e中 ", max_size=20))
def test_wide_forms_are_folded_with_their_marks(text):
    assert fold(text) == unicodedata.normalize("NFKC", text).lower()


def test_the_files_tell_how_often_each_term_stands_where():
    found = numbered(documents(read_site(SITE).library))
    index = shards(found)
    assert min(index.counts) > 1
    assert sum(index.counts) == len(index.files)
    counted = {}
    for number, (_, text) in enumerate(index.files):
        name, entries = json.loads(text)
        assert name == f"terms/{number}"
        for term, postings in entries.items():
            assert file_of(term, index.counts) == number
            for field, steps, counts, *lengths in postings:
                numbers = list(accumulate(steps))
                length_of = dict(zip(numbers, lengths[0], strict=True)) if lengths else index.bodies
                for document, count in zip(numbers, counts, strict=True):
                    counted[term, field, document] = (count, length_of[document])
    expected = {
        (term, field, number): (count, len(cut))
        for number, document in enumerate(found)
        for field, name in enumerate(BOOSTS)
        for cut in [field_terms(document, name)]
        for term, count in Counter(cut).items()
    }
    assert counted == expected


def test_documents_are_numbered_by_kind_whatever_they_say():
    all_of_them = list(documents(read_site(SITE).library))
    found = numbered(all_of_them)
    kinds = [kind for kind, _ in groupby(document.kind for document in found)]
    assert len(kinds) == len(set(kinds)) > 3
    rewritten = [one.but(body=one.body[len(one.ref) :]) for one in all_of_them]
    assert [one.ref for one in numbered(rewritten)] == [one.ref for one in found]


def test_a_folder_is_named_after_the_content_of_its_kind_of_files_alone():
    found = numbered(documents(read_site(SITE).library))
    one, same, other = (index_files(found, {"facets/places": more}) for more in (1, 1, 2))
    assert one == same
    first, second = (json.loads(files[MANIFEST].text) for files in (one, other))
    assert first["build"] != second["build"]
    changed = {kind for kind, folder in first["builds"].items() if second["builds"][kind] != folder}
    assert changed == {"facets"}
    assert {name.partition("/")[0] for name in one} == {MANIFEST, *first["builds"].values()}
    assert sum(count for _, count, _ in first["kinds"]) == len(found)


def test_facets_have_the_pages_of_their_terms():
    library = read_site(SITE).library
    found = numbered(documents(library))
    columns = facets(library, found)

    def pages(facet: str, name: str) -> set[str]:
        (numbers,) = (list(accumulate(steps)) for _, zh, steps in columns[facet] if zh == name)
        return {found[number].ref for number in numbers}

    assert "cases/taoyuan-parking/" in pages("themes", "停车治理")
    assert pages("methods", "坐下来谈") >= {"methods/talk-it-over/", "cases/taoyuan-parking/"}


def test_a_page_says_where_its_parts_begin():
    (parking,) = (d for d in documents(read_site(SITE).library) if d.ref == "cases/taoyuan-parking/")
    page = parking.page
    assert page.text[page.prose :].startswith(parking.summary)
    *told, (start, _, _, anchor) = page.parts
    for begin, _, title, _ in told:
        assert page.text[begin:].startswith(title)
    assert (page.text[start:], anchor) == ("停车前后的数量没有统计。", "site-caveats")
    assert ("先谈", "step-talk") in [(title, anchor) for _, kind, title, anchor in page.parts if kind == "step"]


def found(query: str) -> set[str]:
    """The pages that have every term of a query."""
    required, _ = query_terms(query)
    return {page.ref for page in documents(read_site(SITE).library) if set(required) <= set(pieces(fold(page.text)))}


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("桃园停车", "cases/taoyuan-parking/"),  # an alias
        ("5020.86", "cases/taoyuan-parking/"),
        ("1+N", "cases/taoyuan-parking/"),
        ("ＡＢＣ物业", "cases/taoyuan-parking/"),
        ("Garden", "cases/taoyuan-garden/"),
        ("志愿者", "cases/taoyuan-parking/"),  # the label of a tag written as its alias 义工
        ("荒", "cases/taoyuan-garden/"),
        ("打分", "methods/talk-it-over/"),
        ("停车难", "themes/parking/"),
        ("和平社区服务中心", "organisations/heping-centre/"),
    ],
)
def test_finds(query, page):
    assert page in found(query)


def test_a_backlink_is_not_the_pages_own_text():
    # the garden links to the parking case, whose page shows that; it is not found by the garden's words
    assert "cases/taoyuan-parking/" not in found("小菜园")
