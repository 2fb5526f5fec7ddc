"""`init`: an empty collection of another subject, and its examples put to use."""

import os
import subprocess
import sys

import pytest

from casebook.__main__ import main
from casebook.collection import PLAIN
from casebook.files import read_site
from casebook.views import views
from tests.conftest import ROOT
from tests.fresh import put_to_use, write_case


@pytest.fixture
def started(tmp_path):
    """A collection as `init` writes it."""
    folder = tmp_path / "canteens"
    assert main(["init", str(folder)]) == 0
    return folder


def test_it_is_checked_without_a_problem_and_has_its_pages(started):
    site = read_site(started)
    assert site.problems == ()
    assert {"", "about/", "contribute/", "themes/", "cases/"} <= {
        view.url.removesuffix("index.html") for view in views(site.library)
    }


def test_every_file_says_what_it_is(started):
    for path in started.rglob("*.yaml"):
        assert path.read_text().startswith("# "), path
    assert "content/" not in "".join(path.read_text() for path in started.rglob("*.*") if path.is_file())


def test_it_names_itself_and_the_facets_that_it_has(started):
    site = read_site(started).library.collection.site
    assert site.name != PLAIN.name
    facets = {one.facet for one in site.facets}
    assert {path.stem for path in (started / "vocabulary").glob("*.yaml")} >= facets


def test_its_examples_hold(started, capsys):
    put_to_use(started)
    write_case(started)
    site = read_site(started)
    assert [str(problem) for problem in site.problems if problem.field != "地址"] == []
    (case,) = site.library.cases.values()
    assert {(figure.indicator, figure.text) for figure in case.metrics} == {
        ("meals-served", "300份"),
        ("meals-served", "1.2万份"),
    }
    assert list(views(site.library))


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine").write_text("mine")
    assert main(["init", str(tmp_path)]) == main(["init", str(tmp_path / "mine")]) == 2
    assert capsys.readouterr().err.count("已经有内容") == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_commands_take_the_folder_from_the_environment(started):
    run = subprocess.run(
        [sys.executable, "-m", "casebook", "check"],
        cwd=ROOT,
        env={**os.environ, "CONTENT": str(started)},
        capture_output=True,
        text=True,
    )
    assert (run.returncode, run.stdout.split(":")[0]) == (0, "读到 0 个案例、0 个方法、2 个页面")
