"""A collection of another subject as a site: empty as `init` writes it, and with a case."""

import os
import subprocess
import sys

import pytest

from casebook.files import write_collection
from tests.conftest import ROOT
from tests.fresh import put_to_use, write_case
from tests.site.test_site import page, words


@pytest.fixture
def started(tmp_path):
    """A collection as `init` writes it."""
    write_collection(tmp_path / "canteens")
    return tmp_path / "canteens"


@pytest.fixture
def built(tmp_path, started):
    """Builds the collection that the environment names, and gives the folder of the site."""

    def build():
        run = subprocess.run(
            [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", tmp_path / "output", "--fatal=warnings"],
            cwd=ROOT,
            env={**os.environ, "CONTENT": str(started)},
            capture_output=True,
            text=True,
        )
        assert run.returncode == 0, run.stdout + run.stderr
        return tmp_path / "output"

    return build


def test_an_empty_collection_is_a_site(built):
    home = page(built(), "index.html")
    assert words(home.h1) == "新的案例库"
    assert [words(link) for link in home.select("header nav a")] == ["案例", "方法", "主题", "搜索", "EN"]
    assert "街坊案例库" not in home.text


EMPTY = {
    "index": "还没有案例。有可写的，欢迎投稿。",
    "cases/index": "还没有案例。有可写的，欢迎投稿。",
    "methods/index": "还没有方法。有可写的，欢迎投稿。",
    "compare/index": "有了两个案例，就能在这里并排看。有可写的，欢迎投稿。",
    "matrix/index": "还没有案例。有可写的，欢迎投稿。",
    "years/index": "还没有案例。有可写的，欢迎投稿。",
    "caveats/index": "还没有案例。有可写的，欢迎投稿。",
    "themes/index": "这里还没有词条。有可写的，欢迎投稿。",
    "indicators/index": "这里还没有词条。有可写的，欢迎投稿。",
}
FILLED_BY_SCRIPTS = ("#site-results", "[hidden]", "[hidden] *", "#offline-list")


def test_a_page_with_nothing_to_show_says_so_and_asks_for_it(built):
    site = built()
    for name, said in EMPTY.items():
        (notice,) = page(site, f"{name}.html").select("main > .notice, main > :not(noscript) > .notice")
        assert "".join(words(notice).split()) == said, name
        assert notice.find("a")["href"].endswith("contribute/")
    assert "还没有案例，也没有方法" in words(page(site, "gaps/index.html").main)
    assert "0 cases and 0 methods" in words(page(site, "english/index.html").main)


def test_no_page_of_an_empty_collection_has_an_empty_list_or_part(built):
    for path in built().rglob("*.html"):
        main = page(path.parent, path.name).main
        filled = {id(one) for chosen in FILLED_BY_SCRIPTS for one in main.select(chosen)}
        empty = [
            one for one in main.select("ul, ol, dl, table, section, nav") if not words(one) and id(one) not in filled
        ]
        assert empty == [], path


def test_a_case_of_another_subject(built, started):
    put_to_use(started)
    write_case(started)
    site = built()
    case = page(site, "cases/less-waste/index.html")
    assert words(case.h1) == "和平小学食堂少倒一半"
    assert "供餐份数" in words(case.find(id="site-figures"))
    assert "供餐份数" in words(page(site, "indicators/index.html"))
    assert not page(site, "places/index.html").select("svg.tiles")
    assert not page(site, "cases/index.html").select("[data-view=map]")
