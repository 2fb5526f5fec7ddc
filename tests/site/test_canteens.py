"""A small collection of another subject: what is about one collection stands in its folder, and nowhere else."""

from collections.abc import Iterator
from pathlib import Path

import yaml
from bs4 import BeautifulSoup

from casebook.facets import taking_part
from casebook.files import read_site
from tests.conftest import CANTEENS, CONTENT, FROZEN, ROOT

SUBJECT = ("themes", "forms")  # the facets whose terms say what a collection is about
ENGINE = {"来源", "范围"}  # words of the interface besides: what a fact is from, and from which number to which


def read(path: Path) -> object:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def said_of(content: Path) -> Iterator[str]:
    """What a collection calls itself, its facets and its subjects."""
    site = read(content / "site.yaml")
    yield site["name"]
    yield from (facet["name"] for facet in site["facets"])
    for path in (content / "vocabulary" / f"{facet}.yaml" for facet in SUBJECT):
        for term in read(path) if path.is_file() else ():
            yield from (term["zh"], *term.get("aliases", ()))


def test_check_has_nothing_to_say():
    assert read_site(CANTEENS).problems == ()


def test_no_page_tells_of_the_subject_of_another_collection(tiny):
    own = "\n".join(path.read_text(encoding="utf-8") for path in CANTEENS.rglob("*.*"))
    foreign = {name for name in said_of(CONTENT) if name not in own} - ENGINE
    assert len(foreign) > 20
    found = [
        (path.relative_to(tiny).as_posix(), name)
        for path in sorted(tiny.rglob("*.html"))
        for html in [path.read_text(encoding="utf-8")]
        for name in foreign
        if name in html
    ]
    assert found == []


def test_no_page_leads_to_a_facet_that_the_collection_does_without(tiny):
    left_out = {one.id for one in taking_part("page")} - {
        one["facet"] for one in read(CANTEENS / "site.yaml")["facets"]
    }
    assert left_out
    for path in tiny.rglob("*.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        led = {part for link in page.find_all("a", href=True) for part in link["href"].split("/")}
        assert not led & left_out, path


def test_the_icon_is_the_collections_own_or_the_themes(tiny, frozen_site):
    for site, icon in ((tiny, ROOT / "theme" / "static" / "icon.svg"), (frozen_site, FROZEN / "icon.svg")):
        home = BeautifulSoup((site / "index.html").read_text(encoding="utf-8"), "html.parser")
        assert (site / home.find("link", rel="icon")["href"]).read_bytes() == icon.read_bytes()
        assert len(list(site.glob("theme/*.svg"))) == 1


def test_without_course_packs_there_is_no_page_of_them(tiny):
    assert not (tiny / "packs").exists()
    pages = [BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser") for path in tiny.rglob("*.html")]
    assert not [link for page in pages for link in page.find_all("a", href=True) if "packs/" in link["href"]]
