"""What a page costs does not grow with the collection: the same pages of a collection, and of one twice as large."""

import re
from collections import defaultdict
from functools import partial
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from casebook.files import read_site
from casebook.views import outline
from tests.conftest import SITE, multiplied

HEAVIEST = 150_000  # bytes of a page
MORE = 1.05  # for longer numbers, and one more link among those to other pages
# Files that grow by a few bytes a case or name, as what is asked of them is asked of all: a facet's cases, an order of
# all cases, the figures of an indicator; the documents that hold a word; names that may have been meant.
COLUMNS = (
    "explore/facets/*",
    "explore/orders/*",
    "explore/indicators/*",
    "explore/indicators",
    "explore/cases",
    "search/facets/*",
    "search/lengths",
    "search/terms/*",
    "search/variants",
)


@pytest.fixture(scope="module")
def twice(shared) -> Path:
    return shared("twice", partial(multiplied, times=120))


def test_no_page_is_heavy(many, twice):
    for site in (many, twice):
        heavy = {path: path.stat().st_size for path in site.rglob("*.html") if path.stat().st_size > HEAVIEST}
        assert heavy == {}


def test_twice_as_many_cases_make_no_page_heavier(many, twice):
    pages = [url for url, _ in outline(read_site(SITE).library) if url.endswith("/")]
    sizes = {url: [(site / url / "index.html").stat().st_size for site in (many, twice)] for url in pages}
    assert {url: size for url, size in sizes.items() if size[1] > MORE * size[0]} == {}


def fetched(site: Path) -> dict[str, int]:
    """Path of a file of data, as `casebook.export.fetched` has it -> bytes of the largest."""
    found: dict[str, int] = defaultdict(int)
    for path in site.rglob("*.json"):
        name = re.sub(r"/[0-9a-f]{10}/", "/", path.relative_to(site).as_posix().removesuffix(".json"))
        name = re.sub(r"^(\w+/\w+|compare)/[^/]+$", r"\1/*", name) if name != "compare/manifest" else name
        found[name] = max(found[name], path.stat().st_size)
    return found


def test_twice_as_many_cases_make_no_file_heavier_that_is_not_a_column(many, twice):
    few, more = fetched(many), fetched(twice)
    assert {"compare/manifest", "compare/names/*", "explore/cards/*", "search/pages/*", "caveats/anchors/*"} <= set(few)
    grown = {name: (size, more[name]) for name, size in few.items() if more[name] > 1.25 * size + 200}
    assert set(grown) <= set(COLUMNS)


def test_a_list_says_how_many_there_are_and_its_pages_lead_on_and_back(many):
    def page(url: str) -> BeautifulSoup:
        return BeautifulSoup((many / url / "index.html").read_text(encoding="utf-8"), "html.parser").main

    term = page("places/heping-town/")
    assert len(term.find("section", attrs={"aria-labelledby": "site-cases"}).find_all("li", class_="card")) == 24
    assert term.find("a", href="../../places/heping-town/cases/").get_text().startswith("看全部 120 条")
    first, second = page("places/heping-town/cases/"), page("places/heping-town/cases/2/")
    assert first.find("a", rel="next")["href"] == "../../../places/heping-town/cases/2/"
    assert second.find("a", rel="prev")["href"] == "../../../../places/heping-town/cases/"
    assert second.find("a", href="../../../../places/heping-town/")
    titles = [one.get_text() for one in (*first.find_all(class_="rows__link"), *second.find_all(class_="rows__link"))]
    assert len(set(titles)) == len(titles) == 120
