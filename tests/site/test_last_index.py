"""Files of search of a site of which little has changed: most stay, and all are what a new site would have."""

import shutil

import pytest

from casebook import pinyin
from casebook.files import read_site
from casebook.search import shards
from casebook_pelican import last_index, search
from casebook_pelican.building import Build, make
from tests.conftest import SITE

CASE = "cases/taoyuan-parking.md"


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Makes the files of search: made(folder, content, rows of the last site) -> what was made, by path."""
    monkeypatch.setattr(last_index, "_INDEXES", tmp_path / "indexes")
    monkeypatch.setattr(pinyin, "KEPT", tmp_path)
    monkeypatch.setattr(shards, "SHARD", 100)  # so that the small collection has many files

    def make_in(folder, content, rows=()):
        build = Build(
            library=read_site(content).library,
            settings={"FRESH": not rows, "LAST_SITE": str(tmp_path / "site"), "OUTPUT_PATH": str(folder)},
            parts=(search.PART,),
            last=dict(rows),
            folder=folder,
        )
        return {one.path: one for one in make(build, (0, 0, 1)).files}

    return make_in


@pytest.fixture
def edited(tmp_path):
    """The small collection, with another sentence in a case."""
    content = shutil.copytree(SITE, tmp_path / "content")
    case = content / CASE
    case.write_text(case.read_text(encoding="utf-8").rstrip("\n") + "\n\n垚字少见。\n", encoding="utf-8")
    return content


@pytest.fixture
def rows(made, tmp_path):
    """The rows of the site that stands, made beside its place as sites are."""
    found = {path: one.row for path, one in made(tmp_path / "beside", SITE).items()}
    (tmp_path / "beside").rename(tmp_path / "site")
    return found


def texts(folder):
    """Path -> what stands there."""
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*.json")}


def new_in(folder):
    """The paths of files that no other site has."""
    return [path for path in texts(folder) if (folder / path).stat().st_nlink == 1]


def test_what_has_not_changed_stays_where_its_folder_has_another_name_too(made, rows, edited, tmp_path):
    files = made(tmp_path / "after", edited, rows)
    kinds = [path.split("/")[2] for path in new_in(tmp_path / "after") if path.count("/") == 3]
    assert kinds.count("pages") == 2, "the case, and the page that counts what goes wrong"
    assert 1 <= kinds.count("terms") < sum("/terms/" in path for path in files) / 4
    assert not rows.keys() >= {path for path in files if "/terms/" in path}
    made(tmp_path / "plain", edited)
    assert texts(tmp_path / "after") == texts(tmp_path / "plain")


def test_files_that_are_not_what_they_were_count_for_nothing(made, rows, edited, tmp_path):
    for path in rows:
        if "/terms/" in path:
            (tmp_path / "site" / path).write_text('["terms/0",{}]')
    files = made(tmp_path / "after", edited, rows)
    plain = made(tmp_path / "plain", edited)
    assert files.keys() == plain.keys(), "folders are named after the content of all their files"
    whole = texts(tmp_path / "plain")
    assert {path: text for path, text in texts(tmp_path / "after").items() if path in new_in(tmp_path / "after")} == {
        path: whole[path] for path in new_in(tmp_path / "after")
    }


def test_without_what_was_kept_all_is_made_of_the_texts(made, rows, edited, tmp_path):
    shutil.rmtree(tmp_path / "indexes")
    made(tmp_path / "after", edited, rows)
    made(tmp_path / "plain", edited)
    assert texts(tmp_path / "after") == texts(tmp_path / "plain")


def test_where_the_last_site_stands_itself_all_is_made_of_the_texts(made, rows, edited, tmp_path):
    site = tmp_path / "site"
    files = made(site, edited, rows)
    made(tmp_path / "plain", edited)
    assert {path: text for path, text in texts(site).items() if path in files} == texts(tmp_path / "plain")


def test_a_site_that_stays_is_known_after_one_that_did_not_come(made, rows, edited, tmp_path, monkeypatch):
    made(tmp_path / "lost", edited, rows)  # and then the build was killed
    asked = []
    monkeypatch.setattr(last_index, "shards", asked.append)
    made(tmp_path / "after", edited, rows)
    assert not asked
    assert texts(tmp_path / "after") == texts(tmp_path / "lost")
