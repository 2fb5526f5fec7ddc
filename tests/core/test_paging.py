"""Long lists: their beginning on the page that they belong to, and all of them on pages of their own."""

from itertools import chain

import pytest

from benchmarks.multiplied import multiply
from casebook.files import read_site
from casebook.library import Library, most_telling
from casebook.views import lists
from casebook.views.method_page import method_view
from casebook.views.paging import MOST, ListView, beginning, cut, is_long
from casebook.views.terms import term_view
from tests.conftest import SITE

TIMES = 40  # of two cases: eighty have more pages than one


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Library:
    """The small collection, with each case forty times."""
    folder = tmp_path_factory.mktemp("many") / "content"
    multiply(SITE, folder, cases=TIMES)
    site = read_site(folder)
    assert not site.errors
    return site.library


@pytest.fixture(scope="module")
def pages(many) -> dict[str, ListView]:
    return {view.url: view for view in lists(many) if isinstance(view, ListView)}


def test_a_list_little_longer_than_its_beginning_stands_whole(many):
    assert (is_long(36, 24), is_long(37, 24)) == (False, True)
    assert beginning(many, "abc", "x/", 2).all is None
    long = beginning(many, "abcd", "x/", 2)
    assert (long.first, long.count, long.all.url) == (("a", "b"), 4, "x/")


@pytest.mark.parametrize(
    ("page", "told"),
    [(1, "1 | 2 … 9"), (2, "1 2 | 3 … 9"), (5, "1 … 4 5 | 6 … 9"), (9, "1 … 8 9 |")],
)
def test_a_page_leads_to_those_beside_it_the_first_and_the_last(many, page, told):
    _, at = list(cut(many, range(9 * MOST - 1), "x/"))[page - 1]
    shown = " ".join(link.text + (" |" if link.text == str(page) else "") for link in at.pages)
    assert (shown, at.count, at.first) == (told, 9 * MOST - 1, (page - 1) * MOST + 1)
    assert (at.before is None, at.after is None) == (page == 1, page == 9)
    assert [link.url for link in at.pages if link.text == "1"] == ["" if page == 1 else "x/"]


def test_the_cases_of_a_term_go_on_at_pages_of_their_own(many, pages):
    few = term_view(many, "themes", many.vocabulary["themes", "parking"]).cases
    assert (len(few.first), few.count, few.all.url) == (24, TIMES, "themes/parking/cases/")
    whole = [page for url, page in pages.items() if url.startswith("places/heping-town/cases/")]
    rows = list(chain.from_iterable(page.rows for page in whole))
    assert [page.url for page in whole] == ["places/heping-town/cases/", "places/heping-town/cases/2/"]
    assert len({row.link.url for row in rows}) == len(rows) == 2 * TIMES
    town = term_view(many, "places", many.vocabulary["places", "heping-town"])
    assert town.cases.all.url == whole[0].url
    assert [card.url for card in town.cases.first] == [row.link.url for row in rows[: len(town.cases.first)]]
    assert whole[1].of.url == town.url


def test_a_step_leads_to_how_it_went_in_all_cases(many, pages):
    (step,) = [
        step
        for part in method_view(many, many.methods["talk-it-over"]).body.sections
        for step in part.steps
        if step.anchor == "score"
    ]
    whole = pages[step.cases.all.url]
    shown = (*step.cases.told, *step.cases.more)
    assert len(shown) < whole.paging.count
    assert [one.step for one in shown] == [row.links[0] for row in whole.rows[: len(shown)]]


def test_no_page_of_a_list_has_more_than_others_may(pages):
    assert len(pages) > 10
    for page in pages.values():
        assert 0 < len(page.rows) <= MOST * 3 // 2, page.url


def test_the_cases_with_more_steps_and_figures_come_first(content):
    def order() -> list[str]:
        library = read_site(content).library
        return [case.slug for case in most_telling(library, library.cases.values())]

    assert order() == ["taoyuan-parking", "taoyuan-garden"]
    garden = content / "cases" / "taoyuan-garden.md"
    more = "".join(f"### 第{at}步 {{#more-{at}}}\n\n居民做事。\n\n" for at in range(9))
    garden.write_text(garden.read_text().replace("## 局限", f"{more}## 局限"))
    assert order() == ["taoyuan-garden", "taoyuan-parking"]
