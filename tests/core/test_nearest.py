"""What lies nearest to a term that no case has."""

import pytest

from casebook.library import nearest
from casebook.views.nearest import nearest_view
from tests.conftest import frozen


def of(facet: str, name: str):
    library = frozen()
    return nearest(library, facet, library.vocabulary[facet, name])


def test_terms_come_by_the_thesaurus_past_those_without_a_case():
    found = of("themes", "lift-retrofit")  # its broader term has no case either, but related ones that have
    assert found.is_beside
    assert {("themes", "space-micro-renewal"), ("themes", "property-self-management")} <= set(found.terms)
    assert ("themes", "old-estate-renewal") not in found.terms
    assert [one.kind for one in found.entries] == sorted(one.kind for one in found.entries)
    assert all(one.terms for one in found.entries)


def test_entries_that_say_its_words_come_first():
    found = of("beneficiaries", "women")
    assert all("妇女" in one.words or "女性" in one.words for one in found.entries)
    assert found.entries
    assert not found.is_beside
    assert found.terms  # the most used ones, since no relation is known


def test_places_are_near_to_those_around_them():
    assert ("places", "lishui") in of("places", "dachong").terms


@pytest.mark.parametrize("facet", ["themes", "forms", "actors", "beneficiaries", "scales", "places"])
def test_every_term_without_a_case_leads_on(facet: str):
    library = frozen()
    for term in library.vocabulary.terms(facet):
        view = nearest_view(library, facet, term)
        assert view is None or view.terms or view.entries


def test_what_the_page_tells_elsewhere_is_not_told_twice():
    library = frozen()
    term = library.vocabulary["beneficiaries", "women"]
    whole = nearest_view(library, "beneficiaries", term)
    assert whole
    told = [one.link.url for one in whole.entries]
    less = nearest_view(library, "beneficiaries", term, told[:1])
    assert less
    assert [one.link.url for one in less.entries] == told[1:]
