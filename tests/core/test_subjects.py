"""The documents of terms: one for a name, also of a term without a case."""

from collections import Counter

from casebook.search import SearchDocument, documents
from tests.conftest import frozen


def found() -> dict[str, SearchDocument]:
    return {one.ref: one for one in documents(frozen())}


def test_a_term_without_a_case_is_found_and_leads_on():
    lift = found()["themes/lift-retrofit/"]
    assert lift.facts == "还没有案例"
    assert ("空间微改造", "themes/space-micro-renewal/") in lift.nearest
    assert found()["themes/parking/"].nearest == ()


def test_terms_of_one_name_are_one_result():
    terms = [one.title for one in found().values() if one.kind not in ("case", "method", "page")]
    assert max(Counter(terms).values()) == 1
    elders = found()["beneficiaries/elders/"]  # which has more cases
    assert elders.twins == (("参与者", "actors/elders/"),)
    assert {"弱能长者", "空巢老人"} <= set(elders.names.split())  # one of each facet


def test_every_page_of_a_term_is_led_to():
    library = frozen()
    led = {url for one in found().values() for url in (one.ref, *(url for _, url in one.twins))}
    for facet in library.collection.facets("page"):
        assert {f"{facet.id}/{term.id}/" for term in library.vocabulary.terms(facet.id)} <= led


def test_a_result_says_how_many_pages_its_term_has():
    assert found()["themes/parking/"].facts == "1 个案例 · 2 个方法"


def test_pages_about_the_whole_collection_are_found_by_what_readers_call_it():
    compare = found()["compare/"]
    assert (compare.kind, compare.title) == ("page", "并排比较案例")
    assert "对比" in compare.names.split()
    assert compare.summary
