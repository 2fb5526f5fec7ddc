"""The collections that benchmarks build: what is made of a collection is one that can be built, and as large as wanted."""

from pathlib import Path

import pytest

from benchmarks.grown import grow
from casebook.files import Site, read_site
from tests.conftest import FROZEN, frozen


@pytest.fixture(scope="module")
def count() -> int:
    return len(frozen().cases)


@pytest.fixture(scope="module")
def folder(count: int, tmp_path_factory) -> Path:
    """The collection with three times its cases and two more."""
    folder = tmp_path_factory.mktemp("grown") / "content"
    grow(FROZEN, folder, 3 * count + 2)
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> Site:
    return read_site(folder)


def test_it_has_no_error_and_as_many_cases_as_wanted(site: Site, count: int):
    known = {problem.field for problem in read_site(FROZEN).problems} | {"地址"}  # which nobody has locked
    assert site.errors == ()
    assert [problem for problem in site.problems if problem.field not in known] == []
    assert len(site.library.cases) == 3 * count + 2


def test_titles_differ_and_so_do_nearly_all_texts(site: Site):
    cases, methods = site.library.cases.values(), site.library.methods.values()
    titles = [entry.front.title for entry in (*cases, *methods)]
    assert len(set(titles)) == len(titles)
    assert len({case.text for case in cases}) > 0.9 * len(cases)  # some have one sentence a paragraph, and no names


def test_a_copy_has_what_was_extracted_from_the_first(site: Site):
    cases = site.library.cases
    for slug, case in cases.items():
        first = cases.get(slug.removesuffix("-3"), case)
        assert sorted(one.value for one in case.metrics) == sorted(one.value for one in first.metrics), slug
        assert [step.id for step in case.steps] == [step.id for step in first.steps], slug


def test_terms_come_with_cases_but_not_as_many(site: Site):
    before, after = frozen().vocabulary, site.library.vocabulary
    for facet in ("organisations", "places", "sources"):
        assert len(before.terms(facet)) < len(after.terms(facet)) < 4 * len(before.terms(facet)), facet


def test_it_is_the_same_each_time_and_larger_in_proportion(folder: Path, count: int, tmp_path: Path):
    for times in (3, 6):
        grow(FROZEN, tmp_path / str(times), times * count)
    size = [sum(path.stat().st_size for path in (tmp_path / times / "cases").glob("*.md")) for times in ("3", "6")]
    assert size[1] == pytest.approx(2 * size[0], rel=0.02)
    for path in (tmp_path / "3" / "cases").glob("*.md"):
        assert path.read_bytes() == (folder / "cases" / path.name).read_bytes()
