"""A walk through the whole output: nothing dead, nothing out of reach, no page without a way back."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from casebook.files import read_site
from casebook.views import outline
from tests.conftest import ROOT, SITE, built

HOST = "http://site/"
pytestmark = pytest.mark.xdist_group("crawl")  # one worker reads all pages, once


@dataclass(frozen=True)
class Page:
    """A page of the output: its address, as links have it, and what it says."""

    address: str
    soup: BeautifulSoup

    @cached_property
    def ids(self) -> list[str]:
        return [tag["id"] for tag in self.soup.find_all(id=True)]

    @cached_property
    def links(self) -> list[tuple[str, str]]:
        """(address, fragment) of everything on this site that the page points to."""
        found = []
        for tag in self.soup.find_all(["a", "link", "script", "img", "form"]):
            target = urlsplit(
                urljoin(HOST + self.address, tag.get("href") or tag.get("src") or tag.get("action") or "")
            )
            if target.netloc == urlsplit(HOST).netloc:
                found.append((target.path.lstrip("/"), target.fragment))
        return found

    @property
    def is_redirect(self) -> bool:
        return bool(self.soup.find("meta", attrs={"name": "robots", "content": "noindex"}))

    @property
    def crumbs(self) -> list[str]:
        return [
            urlsplit(urljoin(HOST + self.address, link["href"])).path.lstrip("/")
            for link in self.soup.select(".crumbs a")
        ]


@dataclass(frozen=True)
class Output:
    """A built site: its folder, its content, and its pages by address."""

    folder: Path
    content: Path
    pages: dict[str, Page]


def address_of(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix().removesuffix("index.html")


def crawled(folder: Path, content: Path) -> Output:
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        address = address_of(path, folder)
        pages[address] = Page(address, BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser"))
    return Output(folder, content, pages)


@pytest.fixture(scope="session")
def moved(tmp_path_factory: pytest.TempPathFactory, moved_content: Path) -> Output:
    return crawled(built(moved_content, tmp_path_factory.mktemp("moved") / "output"), moved_content)


@pytest.fixture(scope="session")
def outputs(tiny: Path, real: Path, moved: Output) -> dict[str, Output]:
    return {"tiny": crawled(tiny, SITE), "real": crawled(real, ROOT / "content"), "moved": moved}


@pytest.fixture(params=["tiny", "real", "moved"])
def output(request: pytest.FixtureRequest, outputs: dict[str, Output]) -> Output:
    return outputs[request.param]


def test_what_is_written_is_what_the_outline_says(output):
    addresses = {url for url, _ in outline(read_site(output.content).library)}
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
    assert set(output.pages) - reached == redirects | {"404.html"}


def test_every_page_has_a_way_back(output):
    """Home from everywhere; from a page in a folder to the list of the folder, too."""
    for page in output.pages.values():
        assert ("", "") in page.links, page.address
        if page.address in ("", "404.html"):
            continue
        above = "/".join(page.address.split("/")[:-2])
        ways = ["", f"{above}/"] if above and not page.is_redirect else [""]
        assert page.crumbs == ways, page.address


def test_no_id_stands_twice_on_a_page(output):
    twice = {
        page.address: [name for name, count in Counter(page.ids).items() if count > 1] for page in output.pages.values()
    }
    assert {address: ids for address, ids in twice.items() if ids} == {}


def test_no_page_has_script_style_or_frame_of_its_own_or_calls_another_host(output):
    for page in output.pages.values():
        assert not page.soup.find_all(["style", "iframe", "object", "embed"])
        assert not [
            tag
            for tag in page.soup.find_all(True)
            if any(name == "style" or name.startswith("on") for name in tag.attrs)
        ]
        for tag in page.soup.find_all(["script", "link", "img", "source"]):
            address = tag.get("src") or tag.get("href") or ""
            if tag.name == "script":
                assert address
                assert not (tag.string or "").strip()
            assert tag.get("rel") == ["canonical"] or not urlsplit(address).netloc, page.address
        policy = page.soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_headings_are_in_order(output):
    for page in output.pages.values():
        levels = [int(tag.name[1]) for tag in page.soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), page.address


def test_every_locked_address_is_answered(output):
    for line in (output.content / "addresses.lock").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            address, _, fragment = line.partition("#")
            assert address in output.pages, line
            assert not fragment or fragment in output.pages[address].ids, line


def test_an_old_page_leads_on(outputs):
    page = outputs["moved"].pages["methods/talk-it-over/"]
    assert page.soup.h1.get_text() == "这一页换了地址"
    links = {tag.get_text(strip=True): tag["href"] for tag in page.soup.select("#site-main a")}
    assert links == {
        "坐下来谈": "../../methods/sit-down/",
        "打分": "../../methods/sit-down/#scoring",
        "决定": "../../methods/sit-down/#decide",
    }
    assert page.soup.find(id="score").find("a")["href"] == links["打分"]
    assert not page.soup.find("meta", attrs={"http-equiv": "refresh"})  # it would drop the step


def test_an_old_page_without_steps_sends_on(outputs):
    page = outputs["moved"].pages["themes/parking/"]
    assert page.soup.find("meta", attrs={"http-equiv": "refresh"})["content"] == "0; url=../../themes/car-parking/"
    assert page.soup.find("a", href="../../themes/car-parking/", string="停车治理")


def test_an_old_step_stays_on_its_page(outputs):
    case = outputs["moved"].pages["cases/taoyuan-parking/"].soup
    assert case.find(id="step-patrol").find_parent("li")["id"] == "step-watch"
    part = case.find(id="step-talk").find_parent("section")
    assert part["aria-labelledby"] == "section-how"


def test_an_old_page_is_no_page_for_search_engines(outputs):
    assert "methods/talk-it-over/" in (outputs["moved"].folder / "_redirects").read_text()
    pages = list((outputs["moved"].folder / "search").glob("*/pages/*.json"))
    assert pages
    assert not [path for path in pages if "methods/talk-it-over" in path.read_text()]
