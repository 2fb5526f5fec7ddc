"""What a build tells of itself: nothing when it is quick, how far it is when it is not, and its seconds when asked."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from casebook_pelican import progress
from casebook_pelican.progress import Phases


def test_a_quick_phase_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Phases().phase("files read") as done:
        done(3)
    assert capsys.readouterr() == ("", "")


def test_a_long_phase_is_told_by_a_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(progress, "_LONG", -1)
    with Phases().phase("files read") as done:
        done(3)
        done(4)
    assert "files read: 7 in 0.0 s" in capsys.readouterr().err


def test_a_terminal_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_LONG", -1)
    screen = io.StringIO()
    monkeypatch.setattr(progress, "Console", lambda stderr: Console(file=screen, force_terminal=True, width=80))
    with Phases().phase("files read") as done:
        done(3)
    assert "3/?" in screen.getvalue()


def test_the_seconds_are_told_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "KEPT", tmp_path)
    phases = Phases()
    with phases.phase("files read"):
        pass
    phases.parts = {"pages": 2.5}
    phases.tell()
    kept = json.loads((tmp_path / progress.TIMINGS).read_text())
    assert kept["parts"] == {"pages": 2.5}
    assert kept["phases"].keys() == {"files read"}
    assert "2.50 s    pages, by all workers" in capsys.readouterr().err
