"""For whom a case was, and how far it reaches."""
from tests.conftest import frozen


LIBRARY = frozen()


def slugs(facet: str, term: str) -> set[str]:
    return {entry.slug for entry in LIBRARY.tagged(facet, term)}


def test_every_case_says_for_whom_it_was():
    assert all(case.front.beneficiaries for case in LIBRARY.cases.values())
    assert "zhoucun-love-farm" in slugs("beneficiaries", "elders")


def test_how_far_a_case_reaches_follows_from_its_places():
    assert "tongsheng-ebike-parking" in slugs("scales", "community")
    assert "jiujiang-food-safety" in slugs("scales", "town")
    assert "nanan-three-matter-triage" in slugs("scales", "district")
    assert not slugs("scales", "town") & slugs("scales", "community")
