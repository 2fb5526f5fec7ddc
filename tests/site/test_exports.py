"""Texts with every mark that a format gives a meaning to come out of each export as they were written."""

import csv
import datetime
import html
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import fromstring

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from casebook.dataset import TABLES
from casebook.dataset.texts import harmless
from casebook.files import read_site
from casebook.library import Library
from casebook_pelican.cutting import cut
from tests.attack.collection import planted
from tests.attack.filled import IDS
from tests.conftest import as_published
from tests.core.test_citing import unescaped
from tests.repository import Repository

ADDRESS = "https://example.org/casebook"
TEXTS = [
    "甲\"乙,丙{丁}@戊]]>己<b>庚</b>𠮷🏘\\n&amp;=cmd'--/*辛*/",
    "a|b`c`*d*_e_#f[g](h)![i]'j'%k$l~m^n\\",
    "=1+1;\t'x'\"\"\\\\textbf{}\\u0000\\ud800 ]] %0A {{7*7}} {% raw %} {title} ER  - #",
]
ATOM = "{http://www.w3.org/2005/Atom}"
PACK = {
    "title": TEXTS[0],
    "summary": TEXTS[1],
    "introduction": [TEXTS[2]],
    "parts": [{"title": text, "minutes": 5, "ask": [text]} for text in TEXTS]
    + [{"method": f"method-{IDS[0]}"}, {"case": f"case-{IDS[0]}"}],
}
MONTH = "2026-11"


class Exported(NamedTuple):
    """The site that was published of a collection, and the collection."""

    site: Path
    library: Library

    @property
    def titles(self) -> dict[str, str]:
        """Address of each case and method -> its title."""
        kinds = {"cases": self.library.cases, "methods": self.library.methods}
        return {f"{kind}/{slug}/": one.front.title for kind, found in kinds.items() for slug, one in found.items()}

    def text(self, path: str) -> str:
        return (self.site / path).read_bytes().decode()


@pytest.fixture(scope="module")
def exported(shared) -> Exported:
    site = shared("exported", _export)
    return Exported(site, read_site(site.with_name("exported.part-repository") / "content").library)


def _export(site: Path) -> None:
    repository = Repository(site.with_name(f"{site.name}-repository"))
    made = planted(repository.content, 0, [("export", text) for text in TEXTS], copies=2)
    assert {leaf.text for leaf in made.taken if leaf.name in ("cases.title", "methods.title")} == set(TEXTS)
    repository.write("packs/half-day.yaml", json.dumps(PACK, ensure_ascii=False))
    repository.commit("2026-10-01")
    assert cut(repository.content, f"method-{IDS[0]}", datetime.date(2026, 11, 30)) == 0
    path = repository.content / "cases" / f"case-{IDS[0]}.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n又写了一段。\n", encoding="utf-8")
    repository.commit("2026-11-01")
    as_published(repository.content, site, ADDRESS)


def test_the_open_data_say_the_same_in_every_file(exported):
    path = exported.site / "data" / "casebook-data.sqlite"
    with zipfile.ZipFile(exported.site / "data" / "casebook-data.zip") as archive:
        packed = {name: archive.read(name).decode() for name in archive.namelist()}
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    for table in TABLES:
        rows = [[*row] for row in connection.execute(f'SELECT * FROM "{table.name}"')]
        lines = [json.loads(line) for line in exported.text(f"data/{table.name}.jsonl").split("\n") if line]
        assert [[*line.values()] for line in lines] == rows
        text = exported.text(f"data/{table.name}.csv")
        assert packed[f"{table.name}.csv"] == text
        _, *cells = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
        texts = [at for at, column in enumerate(table.columns) if column.type == "string"]
        assert [[row[at] for at in texts] for row in cells] == [
            [harmless(row[at] or "") for at in texts] for row in rows
        ]
    connection.close()
    for url, title in exported.titles.items():
        assert json.loads(exported.text(f"data/{url.strip('/')}.json"))["title"] == title
    described = json.loads(exported.text("data/datapackage.json"))
    assert described["title"] == exported.library.collection.site.name


def test_pages_tell_programs_their_title(exported):
    for url, title in exported.titles.items():
        page = BeautifulSoup(exported.text(f"{url}index.html"), "html.parser")
        tags = {tag["name"]: tag["content"] for tag in page.find_all("meta", attrs={"name": True})}
        assert tags["citation_title"] == tags["DC.title"] == title
        linked = json.loads(page.find("script", type="application/ld+json").string)["@graph"]
        assert title in (linked[0].get("headline"), linked[0].get("name"))
        assert linked[-1]["itemListElement"][-1] == {
            "@type": "ListItem",
            "position": 3,
            "name": title,
            "item": f"{ADDRESS}/{url}",
        }


def test_pages_are_cited_by_their_title(exported):
    for url, title in exported.titles.items():
        page = BeautifulSoup(exported.text(f"{url}index.html"), "html.parser")
        cited = {tag["data-format"]: tag.get_text() for tag in page.select(".cites__text[data-format]")}
        assert json.loads(cited["csl"])[0]["title"] == title
        assert f"\nTI  - {title}\n" in cited["ris"]
        assert unescaped(re.search(r"^  title = \{\{?(.*?)\}?\},$", cited["bibtex"], re.MULTILINE)[1]) == title
        assert all(title in cited[style] for style in ("gbt", "apa"))


def test_feeds_and_the_map_of_the_site_are_read_back(exported):
    found = set()
    for path in sorted((exported.site / "feeds").rglob("*.xml")):
        told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        feed = fromstring(path.read_bytes())
        assert feed.findtext(f"{ATOM}title") == told["title"]
        entries = [
            (one.findtext(f"{ATOM}title"), html.unescape(one.findtext(f"{ATOM}summary")))
            for one in feed.findall(f"{ATOM}entry")
        ]
        assert entries == [(item["title"], item["content_text"]) for item in told["items"]]
        found |= {title for title, _ in entries}
    assert set(exported.titles.values()) <= found
    assert fromstring((exported.site / "sitemap.xml").read_bytes()).tag.endswith("urlset")


def test_the_site_is_called_by_its_name(exported):
    site = exported.library.collection.site
    search = fromstring((exported.site / "opensearch.xml").read_bytes())
    assert search[0].text == site.name[:16]
    assert search[1].text == site.description
    assert json.loads(exported.text("manifest.webmanifest"))["name"] == site.name


def shown(text: str) -> Iterator[tuple[str, list[Any]]]:
    """The blocks of a Markdown text as they are shown, each with the links in it: (address, words)."""
    for token in MarkdownIt().parse(text):
        if token.type == "inline":
            links: list[list[str]] = []
            for one in token.children:
                if one.type == "link_open":
                    links.append([one.attrs["href"], ""])
                elif links and one.type in ("text", "text_special"):
                    links[-1][1] += one.content
            yield "".join(one.content for one in token.children), links


def test_what_is_markdown_shows_texts_as_they_are(exported):
    site = exported.library.collection.site
    blocks = [*shown(exported.text("llms.txt"))]
    assert [text for text, _ in blocks[:2]] == [site.name, site.description]
    links = {links[0][0]: (links[0][1], text) for text, links in blocks if links}
    kinds = {"cases": exported.library.cases, "methods": exported.library.methods}
    for kind, found in kinds.items():
        for slug, one in found.items():
            text = f"{one.front.title}: {one.front.summary}"
            assert links[f"{ADDRESS}/{kind}/{slug}/"] == (text, text)
    with zipfile.ZipFile(exported.site / "data" / "casebook-data.zip") as archive:
        texts = [text for text, _ in shown(archive.read("README.md").decode())]
    assert texts[0].startswith(site.name)
    assert any(site.licence.note in text for text in texts)
    assert sum(".csv" in text for text in texts) == len(TABLES)


def test_an_edition_keeps_the_title(exported):
    title, place = exported.library.methods[f"method-{IDS[0]}"].front.title, f"methods/method-{IDS[0]}/editions/{MONTH}"
    assert json.loads(exported.text(f"{place}/data.json"))["edition"]["title"] == title
    assert title in BeautifulSoup(exported.text(f"{place}/index.html"), "html.parser").h1.get_text()


def test_a_pack_is_read_without_a_network(exported):
    (path,) = (exported.site / "packs").rglob("*.zip")
    with zipfile.ZipFile(path) as archive:
        pages = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".html")}
    titles = {BeautifulSoup(text, "html.parser").h1.get_text("", strip=True) for text in pages.values()}
    shown_there = [exported.titles[f"methods/method-{IDS[0]}/"], exported.titles[f"cases/case-{IDS[0]}/"]]
    assert {TEXTS[0], *shown_there} <= titles
