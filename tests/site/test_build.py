"""`inv build`: beside the good site, and swapped in only when all went well."""

from pathlib import Path

import pytest

import tasks


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, folder in (("OUTPUT", "output"), ("NEXT", "build/next"), ("LAST", "build/last")):
        monkeypatch.setattr(tasks, name, tmp_path / folder)
    monkeypatch.setattr(tasks, "bundled", lambda: True)
    return tmp_path


def pelican_that(succeeds: bool, text: str):
    def run(*command) -> bool:
        (tasks.NEXT).mkdir(parents=True)
        (tasks.NEXT / "index.html").write_text(text)
        return succeeds

    return run


def test_a_good_build_takes_the_place_of_the_last(folders, monkeypatch, capsys):
    for text in ("one", "two"):
        monkeypatch.setattr(tasks, "_quietly", pelican_that(True, text))
        assert tasks._built()
        assert (folders / "output" / "index.html").read_text() == text
    assert not list((folders / "build").iterdir())


def test_a_build_that_fails_leaves_the_last_good_site(folders, monkeypatch, capsys):
    monkeypatch.setattr(tasks, "_quietly", pelican_that(True, "good"))
    assert tasks._built()
    monkeypatch.setattr(tasks, "_quietly", pelican_that(False, "half"))
    assert not tasks._built()
    assert (folders / "output" / "index.html").read_text() == "good"
    assert "last good one stays" in capsys.readouterr().err
