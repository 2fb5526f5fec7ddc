"""What a page costs does not grow with the collection: the same pages of a collection, and of one twice as large."""

import re
from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path

from bs4 import BeautifulSoup

from casebook.files import read_site
from casebook.views import outline
from casebook.views.paging import MOST
from tests.conftest import SITE

HEAVIEST = 150_000  # bytes of a page
LONGEST = 100  # rows of a list
MORE = 1.02  # for longer numbers
WAYS = 3  # more links or rows: the way to a whole list, a number among its pages
# Files that grow by a few bytes a case or name, as what is asked of them is asked of all: the cases of a term, the figures of an indicator; the terms of a facet; the documents that hold a word; words of names.
COLUMNS = (
    "explore/facets/*",
    "explore/terms/*",
    "explore/orders/*",  # up to 500 cases
    "explore/indicators/*",
    "search/facets/*",
    "search/lengths",
    "search/terms/*",
    "search/variants",
)


class Counted(HTMLParser):
    """What a page is made of: its links, its rows, and the rows of its longest list."""

    LISTS, ROWS = ("ul", "ol", "dl", "tbody"), ("li", "dt", "tr")

    def __init__(self, page: Path):
        super().__init__()
        self.links = self.rows = self.longest = 0
        self._open: list[int] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.links += tag == "a"
        self.rows += tag in self.ROWS
        if tag in self.LISTS:
            self._open.append(0)
        elif tag in self.ROWS and self._open:
            self._open[-1] += 1
            self.longest = max(self.longest, self._open[-1])

    def handle_endtag(self, tag: str) -> None:
        if tag in self.LISTS:
            self._open.pop()


def test_no_page_is_heavy(many, twice):
    for site in (many, twice):
        heavy = {path: path.stat().st_size for path in site.rglob("*.html") if path.stat().st_size > HEAVIEST}
        assert heavy == {}


def test_no_list_is_long(twice):
    longest = {path: Counted(path).longest for path in twice.rglob("*.html")}
    assert {path: rows for path, rows in longest.items() if rows > LONGEST} == {}


def test_twice_as_many_cases_make_no_page_heavier_or_longer(many, twice):
    pages = [view().path for _, view in outline(read_site(SITE).library)]
    assert {"index.html", "changes/index.html", "pitfalls/index.html"} <= set(pages)
    grown = {}
    for page in pages:
        few, more = many / page, twice / page
        size = (few.stat().st_size, more.stat().st_size)
        was, now = Counted(few), Counted(more)
        if size[1] > MORE * size[0] or now.links > was.links + WAYS or now.rows > was.rows + WAYS:
            grown[page] = {"bytes": size, "links": (was.links, now.links), "rows": (was.rows, now.rows)}
    assert grown == {}


def test_what_has_changed_is_told_page_by_page(many, twice):
    for site in (many, twice):
        told = BeautifulSoup((site / "changes" / "index.html").read_text(encoding="utf-8"), "html.parser").main
        assert len(told.select(".day .rows__row")) == MOST
        assert (site / "changes" / "2" / "index.html").is_file()


def fetched(site: Path) -> dict[str, int]:
    """Path of a file of data, as `casebook.export.fetched` has it -> bytes of the largest; without what readers save."""
    found: dict[str, int] = defaultdict(int)
    for path in site.rglob("*.json"):
        if path.is_relative_to(site / "data"):
            continue
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
    assert term.find("a", href="../../places/heping-town/cases/").get_text().startswith("看全部 160 条")
    first, second, third = (page(f"places/heping-town/cases/{number}") for number in ("", "2/", "3/"))
    assert first.find("a", rel="next")["href"] == "../../../places/heping-town/cases/2/"
    assert second.find("a", rel="prev")["href"] == "../../../../places/heping-town/cases/"
    assert second.find("a", href="../../../../places/heping-town/")
    titles = [one.get_text() for some in (first, second, third) for one in some.find_all(class_="rows__link")]
    assert len(set(titles)) == len(titles) == 160
