"""Names that partners of different kinds go by: each leads to one thing."""

import pytest

from casebook.library import relations
from tests.conftest import frozen

LIBRARY = frozen()


def named(name: str) -> list[tuple[str, str]]:
    """The cases and methods that have this name."""
    entries = (("cases", LIBRARY.cases), ("methods", LIBRARY.methods))
    return [
        (folder, slug)
        for folder, records in entries
        for slug, entry in records.items()
        if name in (entry.front.title, *entry.front.aliases)
    ]


@pytest.mark.parametrize("name", ["三组联动", "三群体联动", "三群联动"])
def test_the_names_of_one_linkage_lead_to_one_method(name):
    assert named(name) == [("methods", "three-way-linkage")]


def test_the_linkage_of_three_societies_keeps_its_own_meaning():
    assert named("三社联动") == []
    assert LIBRARY.vocabulary.find("forms", "三社联动").id == "three-society-linkage"
    found = relations(LIBRARY, ("forms", "three-society-linkage"))
    assert [(change.key, change.year) for change in found.successors] == [
        (("forms", "five-society-linkage"), "2021-04"),
        (("methods", "three-way-linkage"), "unknown"),
    ]
