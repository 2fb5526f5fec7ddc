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
    assert [words(link) for link in home.select("header nav a")] == ["案例", "方法", "主题", "搜索"]
    assert "街坊案例库" not in home.text


def test_a_case_of_another_subject(built, started):
    put_to_use(started)
    write_case(started)
    site = built()
    case = page(site, "cases/less-waste/index.html")
    assert words(case.h1) == "和平小学食堂少倒一半"
    assert case.find("a", href="../../indicators/meals-served/")
    assert "供餐份数" in words(page(site, "indicators/index.html"))
    assert not page(site, "places/index.html").select("svg.tiles")
    assert not page(site, "cases/index.html").select("[data-view=map]")
