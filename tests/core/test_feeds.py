"""What programs read of the site: feeds, the map of the site, and the files that help them find their way."""

import json
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest

from casebook.export import sitemap
from casebook.export.discovery import discovery_files, manifest
from casebook.export.feeds import ITEMS, feed_files
from casebook.export.sitemap import sitemap_files
from casebook.model.history import History, PageChange
from casebook.views import outline
from tests.conftest import frozen

ADDRESS = "https://example.org/casebook"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HOSTILE = '甲"乙<b>&amp;]]>𠮷'
CHANGES = (
    PageChange(day="2026-12-02", kind="case", slug="gone-case", title=HOSTILE, event="gone"),
    PageChange(
        day="2026-12-01",
        kind="case",
        slug="jiujiang-food-safety",
        title="为“食”小玩童",
        event="changed",
        counts={"corrected": 2},
    ),
)


@pytest.fixture(scope="module")
def library():
    return replace(frozen(), history=History(kept="all", changes=CHANGES))


@pytest.fixture(scope="module")
def feeds(library):
    return dict(feed_files(library, ADDRESS))


def atom(text: str) -> Element:
    return fromstring(text.encode())


def test_each_feed_says_the_same_in_both_formats(feeds):
    names = {name.removesuffix(".xml") for name in feeds if name.endswith(".xml")}
    assert {"all", "changes", "themes/parking"} <= names
    for name in names:
        items = json.loads(feeds[f"{name}.json"])["items"]
        entries = atom(feeds[f"{name}.xml"]).findall(f"{ATOM}entry")
        assert [one["title"] for one in items] == [one.findtext(f"{ATOM}title") for one in entries]
        assert [one["id"] for one in items] == [one.findtext(f"{ATOM}id") for one in entries]
        assert 0 < len(items) <= ITEMS
        assert len({one["id"] for one in items}) == len(items)
        assert all(one["url"].startswith(f"{ADDRESS}/") for one in items)


def test_days_are_those_of_the_pages_never_of_the_clock(feeds):
    found = {one["id"]: one for one in json.loads(feeds["themes/food-safety.json"])["items"]}
    case = found[f"{ADDRESS}/cases/jiujiang-food-safety/"]
    added = frozen().cases["jiujiang-food-safety"].front.added
    assert (case["date_published"][:10], case["date_modified"][:10]) == (added, "2026-12-01")
    newest = max(one.front.added for one in (*frozen().cases.values(), *frozen().methods.values()))
    assert atom(feeds["themes/parking.xml"]).findtext(f"{ATOM}updated")[:10] <= max(newest, "2026-12-01")


def test_a_page_that_is_gone_leads_to_the_list_of_changes(feeds):
    first, second = json.loads(feeds["changes.json"])["items"]
    assert first["title"] == HOSTILE
    assert first["url"] == f"{ADDRESS}/changes/#day-2026-12-02"
    assert second["url"] == f"{ADDRESS}/cases/jiujiang-food-safety/changes/#day-2026-12-01"


def test_the_map_of_the_site_has_every_page_that_is_kept_with_its_day(library):
    (text,) = sitemap_files(library, ADDRESS).values()
    found = {one.findtext(f"{MAP}loc"): one.findtext(f"{MAP}lastmod") for one in fromstring(text.encode())}
    kept = {f"{ADDRESS}/{url}" for url, _ in outline(library) if not url.endswith(".html")}
    assert set(found) == kept
    assert found[f"{ADDRESS}/cases/jiujiang-food-safety/"] == "2026-12-01"
    assert found[f"{ADDRESS}/cases/chaolang-foundation/"] is None


def test_a_long_map_of_the_site_is_cut(library, monkeypatch):
    monkeypatch.setattr(sitemap, "MOST", 100)
    files = sitemap_files(library, ADDRESS)
    index = fromstring(files.pop("sitemap.xml").encode())
    assert [one.findtext(f"{MAP}loc") for one in index] == [f"{ADDRESS}/{name}" for name in files]
    assert all(0 < len(fromstring(text.encode())) <= 100 for text in files.values())


def test_programs_find_their_way(library):
    assert json.loads(manifest(library, "theme/icon.svg"))["icons"][0]["src"] == "theme/icon.svg"
    files = discovery_files(library, ADDRESS)
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in files["robots.txt"]
    search = fromstring(files["opensearch.xml"].encode())
    assert [one.get("template") for one in search if one.get("template")] == [f"{ADDRESS}/search/?q={{searchTerms}}"]
    assert f"({ADDRESS}/methods/deliberation/)" in files["llms.txt"]
