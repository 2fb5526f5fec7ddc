"""A walk through the whole output: nothing dead, nothing out of reach, no page without a way back."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from zoneinfo import ZoneInfo

import pelicanconf
import pytest
from bs4 import BeautifulSoup

from casebook.addresses import edition_url
from casebook.files import read_site
from casebook.histories import read_history
from casebook.views import lists, outline
from tests.conftest import CANTEENS, CONTENT, SITE

HOST = "http://site/"
DATA = {"type": "application/ld+json"}  # a script that nobody runs
LEVELS = {f"h{level}": level for level in range(1, 7)}


class Tags(HTMLParser):
    """The start tags of a page, (name, attributes), in order; which of them are crumbs; what scripts hold."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str]]] = []
        self.crumbs: list[dict[str, str]] = []
        self.scripts: list[str] = []
        self.is_in_crumbs = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.all.append((tag, found))
        self.is_in_crumbs |= "crumbs" in found.get("class", "").split()
        if self.is_in_crumbs and tag == "a" and "data-copy" not in found:
            self.crumbs.append(found)

    def handle_endtag(self, tag: str) -> None:
        self.is_in_crumbs &= tag != "nav"

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.scripts.append(data.strip())


@dataclass(frozen=True)
class Page:
    """A page of the output: its address, as links have it, and what it says."""

    address: str
    html: str

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html.parser")

    @cached_property
    def tags(self) -> Tags:
        return Tags(self.html)

    @cached_property
    def ids(self) -> list[str]:
        return [tag["id"] for _, tag in self.tags.all if "id" in tag]

    @cached_property
    def links(self) -> list[tuple[str, str]]:
        """(address, fragment) of everything on this site that the page points to."""
        wanted = ("a", "link", "script", "img", "form")
        found = (
            self.place(tag.get("href") or tag.get("src") or tag.get("action") or "")
            for name, tag in self.tags.all
            if name in wanted
        )
        return [(path, fragment) for host, path, fragment in found if host == urlsplit(HOST).netloc]

    def place(self, link: str) -> tuple[str, str, str]:
        """Host, address and fragment that a link on the page leads to."""
        target = urlsplit(urljoin(HOST + self.address, link))
        return target.netloc, target.path.lstrip("/"), target.fragment

    def meta(self, name: str) -> str:
        """What the page says of itself under a name."""
        said = [tag["content"] for kind, tag in self.tags.all if kind == "meta" and name in tag.values()]
        return said[0] if said else ""

    @property
    def is_redirect(self) -> bool:
        return self.meta("robots") == "noindex"

    @property
    def crumbs(self) -> list[str]:
        return [self.place(link["href"])[1] for link in self.tags.crumbs]


@dataclass(frozen=True)
class Output:
    """A built site: its folder, its content, and its pages by address."""

    folder: Path
    content: Path
    pages: dict[str, Page]


def address_of(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix().removesuffix("index.html")


@pytest.fixture(scope="session")
def crawled(tiny: Path, faceted: Path, real: Path, moved: Path, moved_content: Path) -> Callable[[str], Output]:
    """`crawled(name)`: the site of that name, read once."""
    sites = {
        "tiny": (tiny, CANTEENS),
        "faceted": (faceted, SITE),
        "real": (real, CONTENT),
        "moved": (moved, moved_content),
    }
    known: dict[str, Output] = {}

    def output(name: str) -> Output:
        if name not in known:
            folder, content = sites[name]
            addresses = {address_of(path, folder): path for path in sorted(folder.rglob("*.html"))}
            pages = {address: Page(address, path.read_text(encoding="utf-8")) for address, path in addresses.items()}
            known[name] = Output(folder, content, pages)
        return known[name]

    return output


@pytest.fixture(params=["tiny", "faceted", "real", "moved"])
def output(request: pytest.FixtureRequest, crawled: Callable[[str], Output]) -> Output:
    return crawled(request.param)


@pytest.fixture
def moved_output(crawled: Callable[[str], Output]) -> Output:
    return crawled("moved")


def test_what_is_written_is_what_the_outline_says(output):
    history = read_history(output.content, ZoneInfo(pelicanconf.TIMEZONE))
    library = read_site(output.content, history=history).library
    addresses = {*(url for url, _ in outline(library)), *(view.url for view in lists(library))}
    addresses |= {edition_url(one.slug, one.month) for some in library.dated.values() for one in some}  # no view
    assert {address for address, page in output.pages.items() if not page.is_redirect} == addresses


def test_no_link_is_dead(output):
    dead = []
    for page in output.pages.values():
        for address, fragment in page.links:
            target = output.pages.get(address)
            is_there = target is not None or (bool(address) and (output.folder / address).is_file())
            if not is_there or (fragment and (target is None or fragment not in target.ids)):
                dead.append((page.address, address, fragment))
    assert dead == []


def test_every_page_is_reached_from_home(output):
    reached, waiting = {""}, [""]
    while waiting:
        for address, _ in output.pages[waiting.pop()].links:
            if address in output.pages and address not in reached:
                reached.add(address)
                waiting.append(address)
    redirects = {address for address, page in output.pages.items() if page.is_redirect}
    assert set(output.pages) - reached == redirects | {"404.html", "offline.html"}


def test_every_page_has_a_way_back(output):
    """Home from everywhere; from a page in folders to the pages of the folders, too, as far as they have any."""
    for page in output.pages.values():
        assert ("", "") in page.links, page.address
        if page.address in ("", "404.html", "offline.html"):
            continue
        parts = page.address.split("/")[:-2]
        above = ("/".join([*parts[:depth], ""]) for depth in range(1, len(parts) + 1))
        ways = [] if page.is_redirect else [address for address in above if address in output.pages]
        assert page.crumbs == ["", *ways], page.address


def test_no_id_stands_twice_on_a_page(output):
    twice = {
        page.address: [name for name, count in Counter(page.ids).items() if count > 1] for page in output.pages.values()
    }
    assert {address: ids for address, ids in twice.items() if ids} == {}


def test_no_page_has_script_style_or_frame_of_its_own_or_calls_another_host(output):
    for page in output.pages.values():
        tags = page.tags.all
        assert not {"style", "iframe", "object", "embed"} & {name for name, _ in tags}
        assert not [tag for _, tag in tags if any(name == "style" or name.startswith("on") for name in tag)]
        assert all(tag.get("src") or tag == DATA for name, tag in tags if name == "script")
        for text in filter(None, page.tags.scripts):
            assert json.loads(text)["@context"] == "https://schema.org"
        fetched = [tag for name, tag in tags if name in ("script", "link", "img", "source") and tag != DATA]
        assert fetched
        for tag in fetched:
            assert tag.get("rel") == "canonical" or not urlsplit(tag.get("src") or tag["href"]).netloc, page.address
        policy = page.meta("Content-Security-Policy")
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_headings_are_in_order(output):
    for page in output.pages.values():
        levels = [LEVELS[name] for name, _ in page.tags.all if name in LEVELS]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), page.address


def test_every_locked_address_is_answered(output):
    for line in (output.content / "addresses.lock").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            address, _, fragment = line.partition("#")
            assert address in output.pages, line
            assert not fragment or fragment in output.pages[address].ids, line


def test_an_old_page_leads_on(moved_output):
    page = moved_output.pages["methods/weigh-leftovers/"]
    assert page.soup.h1.get_text() == "这一页换了地址"
    links = {tag.get_text(strip=True): tag["href"] for tag in page.soup.select("#site-main a")}
    assert links == {
        "称一称剩饭": "../../methods/weigh-plates/",
        "借一杆秤": "../../methods/weigh-plates/#scale",
        "称": "../../methods/weigh-plates/#weighing",
        "公布": "../../methods/weigh-plates/#post",
        "看是哪道菜": "../../methods/weigh-plates/#which",
    }
    assert page.soup.find(id="weigh").find("a")["href"] == links["称"]
    assert not page.soup.find("meta", attrs={"http-equiv": "refresh"})  # it would drop the step


def test_an_old_page_without_steps_sends_on(moved_output):
    page = moved_output.pages["themes/queues/"]
    assert page.soup.find("meta", attrs={"http-equiv": "refresh"})["content"] == "0; url=../../themes/waiting/"
    assert page.soup.find("a", href="../../themes/waiting/", string="排队打饭")


def test_an_old_step_stays_on_its_page(moved_output):
    case = moved_output.pages["cases/fanglin-leftovers/"].soup
    assert case.find(id="step-change").find_parent("li")["id"] == "step-new-dishes"
    part = case.find(id="step-weigh").find_parent("section")
    assert part["aria-labelledby"] == "section-how"


def test_an_old_page_is_no_page_for_search_engines(moved_output):
    assert "methods/weigh-leftovers/" in (moved_output.folder / "_redirects").read_text()
    pages = list((moved_output.folder / "search").glob("*/pages/*.json"))
    assert pages
    assert not [path for path in pages if "methods/weigh-leftovers" in path.read_text()]
