"""What other services show of a link: its words on every page, and pictures of a published site."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from casebook.files import read_site
from casebook.views.pictures import Picture, pictures
from casebook_pelican.drawing import HEIGHT, WIDTH, Draughtsman
from tests.conftest import CANTEENS, ROOT, as_published, pelican

ADDRESS = "https://example.org/casebook"
MOST = 60_000  # bytes of a picture
ALWAYS = {"og:site_name", "og:type", "og:locale", "og:title", "og:description"}
PUBLISHED = ALWAYS | {"og:url", "og:image", "og:image:width", "og:image:height", "og:image:alt"}
ALONE = ("404.html", "offline.html")  # nobody sends their addresses


def shown(path: Path) -> dict[str, str]:
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    return {tag["property"]: tag["content"] for tag in soup.find_all("meta", property=True)}


def files(site: Path) -> list[Path]:
    return [path for path in sorted(site.rglob("*.html")) if path.name not in ALONE]


@pytest.fixture(scope="module")
def public(shared, typeface: Path) -> Path:
    return shared("public", lambda output: as_published(CANTEENS, output, ADDRESS))


@pytest.fixture(scope="module")
def draughtsman(typeface: Path) -> Draughtsman:
    tokens = (ROOT / "theme" / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    return Draughtsman(typeface, tokens, "社区食堂")


def test_every_page_says_what_it_is(tiny):
    for path in files(tiny):
        assert shown(path).keys() == ALWAYS, path
    assert not list(tiny.rglob("share.png"))  # at home nobody fetches them


def test_a_published_page_has_its_address_and_a_picture(public):
    found = set()
    for path in files(public):
        tags = shown(path)
        assert tags.keys() == PUBLISHED, path
        address = tags["og:url"].removeprefix(f"{ADDRESS}/")
        is_paper = path.parent.name in ("card", "handout", "pocket")  # of a method, for which it stands
        page = path.parent.parent if is_paper else path.parent
        assert public / address == page
        picture = public / urlsplit(tags["og:image"]).path.removeprefix("/casebook/")
        assert picture == (page if picture.parent == page else public) / "share.png"
        assert picture.stat().st_size <= MOST
        found.add(picture)
    assert found == set(public.rglob("share.png"))


def test_pictures_are_kept_and_two_sites_are_equal(public, tmp_path):
    kept = ROOT / ".build" / "pictures"
    drawn = {path: path.stat().st_mtime_ns for path in kept.iterdir()}
    as_published(CANTEENS, tmp_path / "again", ADDRESS)
    assert {path: path.stat().st_mtime_ns for path in kept.iterdir()} == drawn
    for path in public.rglob("share.png"):
        assert path.read_bytes() == (tmp_path / "again" / path.relative_to(public)).read_bytes()


def test_words_stand_in_the_square_that_is_cut_out_of_the_middle(draughtsman, tmp_path):
    long = ("为邻居", "们的" * 9, "（㙟", "Abc-" * 12, "）" * 3, "楼道" * 4, "，", "自行车" * 3)
    told = Picture(title=long, above="广东省 佛山市 · " * 4, label="一共" * 20, value="12,345万元" * 3)
    for picture in (told, Picture(title=("短",), above="", label="", value="")):
        path = tmp_path / "one.png"
        path.write_bytes(draughtsman.png(picture))
        assert path.stat().st_size <= MOST
        with Image.open(path) as image:
            assert image.size == (WIDTH, HEIGHT)
            for left in (0, (WIDTH + HEIGHT) // 2):
                side = image.convert("RGB").crop((left, 30, left + (WIDTH - HEIGHT) // 2, HEIGHT))
                assert len(side.getcolors()) == 1


def test_a_picture_has_the_title_the_place_and_a_figure():
    library = read_site(CANTEENS).library
    drawn = dict(pictures(library))
    assert "".join(drawn[""].title) == library.collection.site.name
    case = drawn["cases/fanglin-leftovers/"]
    assert "".join(case.title) == library.cases["fanglin-leftovers"].front.title
    assert case.above
    assert case.value in library.cases["fanglin-leftovers"].text
    assert drawn["methods/weigh-leftovers/"].value == "4 步"


def test_a_site_is_not_published_without_the_typeface(tmp_path):
    settings = tmp_path / "conf.py"
    settings.write_text(
        f"import os, sys\nsys.path.append({str(ROOT)!r})\nfrom publishconf import *\nTYPEFACE = 'none'\n"
    )
    run = pelican(CANTEENS, tmp_path / "output", str(settings), SITEURL=ADDRESS)
    assert run.returncode != 0
    assert "inv publish" in run.stderr


def test_a_site_is_not_published_without_what_parquet_needs(tmp_path):
    (tmp_path / "pyarrow.py").write_text("raise ImportError('there is no pyarrow')\n")
    options = ("-e", 'TYPEFACE=""')
    run = pelican(CANTEENS, tmp_path / "output", "publishconf.py", *options, SITEURL=ADDRESS, PYTHONPATH=str(tmp_path))
    assert run.returncode != 0
    assert "there is no pyarrow" in run.stderr
    assert "inv publish" in run.stderr


# --- what programs read of a published site, below a path ---


def addresses(value) -> Iterator[str]:
    """The values of JSON-LD that are addresses of this site."""
    if isinstance(value, dict):
        yield from (one for key, one in value.items() if key in ("@id", "url", "item", "contentUrl"))
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from addresses(one)


def there(site: Path, address: str) -> bool:
    path = site / urlsplit(address).path.removeprefix("/casebook/")
    return address.startswith(ADDRESS) and (path.is_file() or (path / "index.html").is_file())


@pytest.mark.parametrize("name", ["public", "tiny"], ids=["published", "at home"])
def test_what_pages_say_to_programs_leads_to_files_of_the_site(name, request):
    site, seen = request.getfixturevalue(name), 0
    for path in files(site):
        page = f"{ADDRESS}/{path.relative_to(site).as_posix()}"
        for script in BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select("script:not([src])"):
            for address in addresses(json.loads(script.string)):
                if not address.endswith("#site"):
                    assert there(site, urljoin(page, address)), (path, address)
                seen += 1
    assert seen > 50


def test_the_map_and_the_feeds_lead_to_pages(public):
    found = re.findall(r"<loc>([^<]+)</loc>", (public / "sitemap.xml").read_text(encoding="utf-8"))
    assert len(found) > 10
    assert [address for address in found if not there(public, address)] == []
    feeds = sorted((public / "feeds").rglob("*.json"))
    assert feeds
    for feed in feeds:
        told = json.loads(feed.read_text(encoding="utf-8"))
        assert there(public, told["home_page_url"])
        assert all(there(public, item["url"]) for item in told["items"])
    head = BeautifulSoup((public / "index.html").read_text(encoding="utf-8"), "html.parser").head
    for link in head.select("[rel=search], [rel=alternate], [rel=manifest]"):
        assert (public / link["href"]).is_file(), link


def test_a_page_that_can_be_cited_has_the_tags_of_catalogues(public):
    (path,) = [one for one in files(public) if one.parent.parent.name == "cases"][:1]
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    tags = {tag["name"]: tag["content"] for tag in soup.find_all("meta", attrs={"name": True})}
    assert tags["citation_title"] == tags["DC.title"] == soup.h1.get_text(strip=True)
    assert tags["citation_public_url"] == soup.find("link", rel="canonical")["href"]
    assert tags["citation_publication_date"].replace("/", "-") == tags["DC.date"]
    (record,) = [link["href"] for link in soup.head.select("link[rel=alternate][type='application/json']")]
    assert json.loads((path.parent / record).read_text(encoding="utf-8"))["title"] == tags["citation_title"]
