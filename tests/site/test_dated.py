"""Dated editions in a real Pelican run of the tiny site: bytes as they were cut, whatever becomes of the method."""

import datetime
import re
import shutil
from pathlib import Path

import pytest

from casebook.__main__ import main
from casebook.files import read_site
from casebook_pelican.cutting import cut
from casebook_pelican.edition import Edition
from tests.conftest import CANTEENS, ROOT, built
from tests.site.test_crawl import Page, address_of
from tests.site.test_incremental import differences

METHOD, MONTH = "weigh-leftovers", "2026-11"
PLACE = f"methods/{METHOD}/editions/{MONTH}"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny collection with an edition that was published."""
    folder = Path(shutil.copytree(CANTEENS, tmp_path_factory.mktemp("dated") / "content"))
    assert cut(folder, METHOD, datetime.date(2026, 11, 30)) == 0
    assert main(["lock", "--content", str(folder)]) == 0
    return folder


def dead(site: Path) -> list[tuple[str, str]]:
    """(page, where a link of it leads to nothing)"""
    pages = {address_of(path, site): Page(address_of(path, site), path.read_text()) for path in site.rglob("*.html")}
    return [
        (page.address, f"{address}#{fragment}")
        for page in pages.values()
        for address, fragment in page.links
        if not ((address in pages and (not fragment or fragment in pages[address].ids)) or (site / address).is_file())
    ]


def test_an_edition_is_copied_and_two_builds_are_the_same(content, tmp_path):
    one, other = built(content, tmp_path / "one"), built(content, tmp_path / "other")
    assert differences(one, other) == []
    kept = content / "editions" / METHOD / MONTH
    for path in kept.iterdir():
        assert (one / PLACE / path.name).read_bytes() == path.read_bytes()
    assert dead(one) == []
    page = Page(f"{PLACE}/", (one / PLACE / "index.html").read_text())
    assert page.crumbs == ["", "methods/", f"methods/{METHOD}/", f"methods/{METHOD}/editions/"]
    assert {"weigh"} <= {*page.ids}
    home = Edition(ROOT / "pelicanconf.py", content, read_site(content).library, "home")
    assert home.file(f"{PLACE}/index.html") == (kept / "index.html").read_bytes()
    assert home.file(f"{PLACE}/data.json") == (kept / "data.json").read_bytes()


def test_an_edition_outlives_its_method(content, tmp_path):
    folder = Path(shutil.copytree(content, tmp_path / "content"))
    (folder / "methods" / f"{METHOD}.md").unlink()
    for path in (*folder.glob("cases/*.md"), *folder.glob("pages/*.md")):
        without = re.sub(rf"\[\[(?:([^\]|]*)\|)?{METHOD}[^\]]*\]\]", r"\1", path.read_text())
        path.write_text(without.replace(f"methods: [{METHOD}, ", "methods: [").replace(f"methods: [{METHOD}]\n", ""))
    (folder / "addresses.lock").unlink()
    site = built(folder, tmp_path / "site")
    assert (site / PLACE / "index.html").read_bytes() == (
        folder / "editions" / METHOD / MONTH / "index.html"
    ).read_bytes()
    there = Page(f"methods/{METHOD}/", (site / "methods" / METHOD / "index.html").read_text())
    assert "不再维护" in there.soup.main.get_text()
    assert "weigh" in there.ids
    assert dead(site) == []


def test_an_edition_stays_when_its_method_is_renamed(content, tmp_path):
    folder = Path(shutil.copytree(content, tmp_path / "content"))
    for path in (*folder.glob("*/*.md"), *folder.glob("*.yaml"), *folder.glob("vocabulary/*.yaml")):
        path.write_text(path.read_text().replace(METHOD, "weigh-again"))
    text = (folder / "methods" / f"{METHOD}.md").read_text()
    (folder / "methods" / f"{METHOD}.md").unlink()
    (folder / "methods" / "weigh-again.md").write_text(
        text.replace("\nadded:", f"\nredirect_from: [{METHOD}]\nadded:", 1)
    )
    site = built(folder, tmp_path / "site")
    kept = folder / "editions" / METHOD / MONTH / "index.html"
    assert (site / PLACE / "index.html").read_bytes() == kept.read_bytes()
    now = Page(
        "methods/weigh-again/editions/", (site / "methods" / "weigh-again" / "editions" / "index.html").read_text()
    )
    assert (f"{PLACE}/", "") in now.links
    assert dead(site) == []
