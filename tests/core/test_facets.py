"""The table of facets, what a collection chooses of it, and the pages that declare themselves."""

import re
from dataclasses import fields
from typing import get_args

import pytest

from casebook.facets import FACETS, FacetUse, taking_part
from casebook.files import read_site
from casebook.model.front import FRONTS
from casebook.views import footer, navigation, outline, views
from casebook.views.site_pages import FILES, overviews, site_pages
from tests.conftest import SITE

LIBRARY = read_site(SITE).library


@pytest.mark.parametrize("use", get_args(FacetUse))
def test_every_facet_has_a_place_of_its_own_in_a_use_or_a_reason_why_not(use):
    places = [part for facet in FACETS if isinstance(part := getattr(facet, use), int)]
    reasons = [part for facet in FACETS if isinstance(part := getattr(facet, use), str)]
    assert len(places) == len(set(places)) > 0
    assert all(len(reason) > 10 for reason in reasons)
    assert [getattr(facet, use) for facet in taking_part(use)] == sorted(places)


def test_a_use_is_a_field_of_the_record():
    assert set(get_args(FacetUse)) <= {field.name for field in fields(FACETS[0])}


@pytest.mark.parametrize("facet", taking_part("filter"), ids=lambda facet: facet.id)
def test_a_filter_has_a_key_of_its_own_and_a_way_to_join(facet):
    assert [one.key for one in FACETS].count(facet.key) == 1
    assert facet.joins


def test_the_key_of_a_facet_in_front_matter_is_its_id():
    keys = set().union(*(front.model_fields for front in FRONTS.values()))
    derived = {"scales", "indicators"}  # of places, and of the figures in the text
    assert {facet.id for facet in taking_part("search")} - keys == derived


# ---- what a collection chooses


def without(content, facet):
    """The small collection without one facet."""
    site = content / "site.yaml"
    lines = site.read_text().splitlines(keepends=True)
    assert any(f"facet: {facet}," in line for line in lines)
    site.write_text("".join(line for line in lines if f"facet: {facet}," not in line))
    (content / "vocabulary" / f"{facet}.yaml").unlink(missing_ok=True)


OF_BODIES = {"actors": r", kind: [\w-]+", "places": r", place: [\w-]+"}


@pytest.mark.parametrize("facet", [facet.id for facet in LIBRARY.collection.facets("page")])
def test_a_collection_may_do_without_any_facet(content, facet):
    without(content, facet)
    text = (content / "site.yaml").read_text()
    (content / "site.yaml").write_text(text.replace(f"{facet}, ", ""))  # the navigation
    (content / "addresses.lock").unlink()
    for path in content.rglob("*.md"):
        kept, inside = [], False
        for line in path.read_text().splitlines(keepends=True):
            inside = line.startswith(f"{facet}:") or (inside and line.startswith((" ", "-")) and line.strip() != "---")
            if not inside:
                kept.append(line)
        path.write_text("".join(kept))
    bodies = content / "vocabulary" / "organisations.yaml"  # each says what kind of actor it is, and where
    if bodies.exists():
        bodies.write_text(re.sub(OF_BODIES.get(facet, "^$"), "", bodies.read_text()))
    site = read_site(content)
    assert [str(error) for error in site.errors] == []
    assert site.library.cases
    assert f"{facet}/" not in {url for url, _ in outline(site.library)}
    assert all(link.url != f"{facet}/" for link in (*footer(site.library), *navigation(site.library)))
    assert list(views(site.library))


def test_a_key_of_a_facet_that_is_left_out_is_refused(content):
    without(content, "themes")
    found = [p for p in read_site(content).errors if p.path.endswith("taoyuan-parking.md")]
    assert [(p.field, p.found) for p in found] == [("themes", "这个案例库没有 themes 这种标签")]
    assert "site.yaml" in found[0].instead


@pytest.mark.parametrize(
    ("old", "new", "expect"),
    [
        ("facet: themes", "facet: theme", ("facets[0].facet", "不认识的标签种类 “theme”", "是否指 “themes”?")),
        ("facet: forms", "facet: themes", ("facets[1].facet", "“themes” 重复了", "只留一个")),
        ("search]", "nowhere]", ("navigation", "没有 “nowhere/” 这一页", "可写:")),
        ("name: 街坊案例库\n", "", ("name", "缺少 name", "补上网站的名称")),
        ("navigation: [", "navigation: x\nfoot: [", ("foot", "不认识的键 foot", "")),
    ],
    ids=["unknown facet", "facet twice", "navigation to nowhere", "no name", "unknown key"],
)
def test_a_site_file_that_is_wrong(content, old, new, expect):
    path = content / "site.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    found = [p for p in read_site(content).errors if p.path == str(path)]
    field, said, instead = expect
    assert (field, said) in [(p.field, p.found) for p in found]
    (problem,) = (p for p in found if p.field == field)
    assert problem.instead.startswith(instead)
    assert problem.line > 0


def test_a_collection_without_a_site_file_is_told_what_to_write(content):
    (content / "site.yaml").unlink()
    (problem,) = read_site(content).errors
    assert (problem.path, problem.found) == (str(content / "site.yaml"), "没有这个文件")


# ---- pages that declare themselves

OWN = sorted({url.partition("/")[0] for url, _ in outline(LIBRARY) if "/" in url} - set(LIBRARY.pages) | FILES)


@pytest.mark.parametrize("name", OWN)
def test_no_page_of_a_collection_takes_an_address_of_the_site(content, name):
    path = content / "pages" / f"{name}.md"
    path.write_text("---\ntitle: 占用地址\nsummary: 这一页占用了网站自己的地址。\n---\n\n正文。\n")
    assert [(p.path, p.found) for p in read_site(content).errors] == [(str(path), f"“{name}” 是网站自己的地址")]


def test_links_to_pages_lead_to_pages():
    addresses = {url for url, _ in outline(LIBRARY)}
    links = [*footer(LIBRARY), *navigation(LIBRARY), *overviews(LIBRARY)]
    assert {link.url for link in links} <= addresses
    assert all(link.text for link in links)


def test_pages_have_places_of_their_own():
    for places in ([page.footer for page in site_pages()], [page.overview for page in site_pages()]):
        taken = [place for place in places if place]
        assert len(taken) == len(set(taken)) > 0
