"""Search terms, and that an index of them finds what stands in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunr.index import Index
from lunr.query import QueryPresence

from casebook.files import read_site
from casebook.search import documents, index
from casebook.search.terms import fold, pieces, query_terms
from tests.conftest import SITE, spec


@pytest.mark.parametrize("row", spec("terms"))
def test_terms(row):
    assert query_terms(row["input"]) == (row["required"], row["words"])


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 10))
def test_whatever_stands_in_a_text_is_asked_for_by_terms_of_it(text, start, length):
    # folding first: a base letter and its mark are one only together
    folded = fold(text)
    required, _ = query_terms(folded[start : start + length])
    assert set(required) <= set(pieces(folded))


def found(query: str) -> set[str]:
    loaded = Index.load(index(documents(read_site(SITE).library)))
    required, words = query_terms(query)
    request = loaded.create_query()
    for term in required:
        request.term(term, presence=QueryPresence.REQUIRED, use_pipeline=False)
    for word in words:
        request.term(word, use_pipeline=False)
    return {result["ref"] for result in loaded.query(request)}


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
