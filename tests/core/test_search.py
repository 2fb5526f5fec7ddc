"""Search terms, and that an index of them finds what stands in a text."""

import json
import random
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunr.builder import Builder
from lunr.index import Index
from lunr.query import QueryPresence

from casebook.files import read_site
from casebook.search import BOOSTS, Document, documents, shards
from casebook.search.shards import shard_of
from casebook.search.terms import fold, pieces, query_terms, terms
from tests.conftest import ROOT, SITE, spec


@pytest.mark.parametrize("row", spec("terms"))
def test_terms(row):
    assert query_terms(row["input"]) == (row["required"], row["words"])


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 10))
def test_whatever_stands_in_a_text_is_asked_for_by_terms_of_it(text, start, length):
    # folding first: a base letter and its mark are one only together
    folded = fold(text)
    required, _ = query_terms(folded[start : start + length])
    assert set(required) <= set(pieces(folded))


def lunr_index(found: list[Document]) -> Index:
    """The index as lunr.py's own builder makes it."""
    builder = Builder()
    builder.ref("number")
    for field, boost in BOOSTS.items():
        builder.field(field, boost=boost)
    for number, document in enumerate(found):
        fields = {field: terms(getattr(document, field)) for field in BOOSTS}
        builder.add({"number": number, **fields}, {"boost": document.weight})
    return builder.build()


def joined(files: list[str], of: list[str]) -> Index:
    """A lunr index of some terms alone, from the files that have them, as the browser makes it."""
    inverted, vectors = [], {}
    for place, term in enumerate(sorted(of)):
        posting = json.loads(files[shard_of(term, len(files))]).get(term, [])
        entry = {"_index": place, **{field: {} for field in BOOSTS}}
        for field, deltas, weights in posting:
            name = list(BOOSTS)[field]
            for number, weight in zip(accumulate(deltas), weights, strict=True):
                entry[name][str(number)] = {}
                vectors.setdefault(f"{name}/{number}", []).extend((place, weight / 1000))
        inverted.append([term, entry])
    return Index.load(
        {
            "version": "2.3.9",
            "fields": list(BOOSTS),
            "fieldVectors": list(vectors.items()),
            "invertedIndex": inverted,
            "pipeline": [],
        }
    )


def results(index: Index, required: list[str], words: list[str]) -> dict[str, float]:
    """The number of each document found, with its score."""
    request = index.create_query()
    for term in required:
        request.term(term, presence=QueryPresence.REQUIRED, use_pipeline=False)
    for word in words:
        request.term(word, use_pipeline=False)
    return {result["ref"]: result["score"] for result in index.query(request)}


def test_the_files_rank_as_the_whole_index_does():
    found = list(documents(read_site(ROOT / "content").library))
    whole, files = lunr_index(found), shards(found)
    draw = random.Random(20261122)
    text = "\n".join(document.text for document in found)
    asked = 0
    for _ in range(300):
        start, length = draw.randrange(len(text)), draw.choice((1, 2, 3, 4, 8))
        required, words = query_terms(text[start : start + length])
        words = [word for word in words if word in whole.inverted_index]
        if required:
            expected = results(whole, required, words)
            asked += bool(expected)
            assert results(joined(files, [*required, *words]), required, words) == pytest.approx(expected, rel=1e-9)
    assert asked > 200


def test_the_weights_are_those_of_lunr():
    found = list(documents(read_site(SITE).library))
    whole = lunr_index(found)
    for text in shards(found):
        for term, posting in json.loads(text).items():
            place = whole.inverted_index[term]["_index"]
            for field, deltas, weights in posting:
                for number, weight in zip(accumulate(deltas), weights, strict=True):
                    vector = whole.field_vectors[f"{list(BOOSTS)[field]}/{number}"]
                    assert vector.elements[vector.elements.index(place) + 1] == weight / 1000


def test_every_term_is_in_its_file_and_no_other():
    found = list(documents(read_site(SITE).library))
    files = [json.loads(text) for text in shards(found)]
    assert len(files) > 1
    told = [(term, number) for number, file in enumerate(files) for term in file]
    assert {term for term, _ in told} == set(lunr_index(found).inverted_index)
    assert all(shard_of(term, len(files)) == number for term, number in told)


def test_a_page_says_where_its_parts_begin():
    (parking,) = (d for d in documents(read_site(SITE).library) if d.ref == "cases/taoyuan-parking/")
    page = parking.page
    assert page["text"][page["prose"] :].startswith(parking.summary)
    *told, (start, _, anchor) = page["parts"]
    for begin, title, _ in told:
        assert page["text"][begin:].startswith(title)
    assert (page["text"][start:], anchor) == ("停车前后的数量没有统计。", "site-caveats")
    assert ("先谈", "step-talk") in [(title, anchor) for _, title, anchor in page["parts"]]


def found(query: str) -> set[str]:
    pages = list(documents(read_site(SITE).library))
    required, words = query_terms(query)
    numbers = results(joined(shards(pages), [*required, *words]), required, words)
    return {pages[int(number)].ref for number in numbers}


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
