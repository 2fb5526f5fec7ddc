"""`inv build`: beside the good site, whose place it takes whole, whenever it is stopped and whoever else builds."""

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from casebook_build import exchange, places, sites, turns
from casebook_build.places import Place, place
from casebook_theme import bundle

FILES = ("index.html", "404.html", "theme/css/site-3HBPQ7VN.css", "search/manifest.json")
STEPS = ("rename", "mkdir", "rmdir", "unlink")  # what changes names; of each call the one before which it is killed


def write(folder: Path, text: str) -> Path:
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def stands(folder: Path) -> str:
    """What is written in every file of a site."""
    (text,) = {(folder / name).read_text() for name in FILES}
    return text


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sites, "SCRATCH", tmp_path / "build")
    monkeypatch.setattr(sites, "BUNDLED", tmp_path / "theme" / "build")
    monkeypatch.setattr(sites, "bundled", lambda folder: bool(write(folder, "bundle")))
    return tmp_path / "output"


@pytest.fixture
def pelican(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the next builds write this text to these files, and then succeed or not."""

    def set_up(text: str, *, succeeds: bool = True, files: tuple[str, ...] = FILES) -> None:
        def run(*command) -> bool:
            made = write(command[command.index("-o") + 1], text)
            for name in set(FILES) - set(files):
                (made / name).unlink()
            return succeeds

        monkeypatch.setattr(sites, "_quietly", run)

    return set_up


@pytest.fixture(params=[True, False], ids=["exchange", "steps"])
def spot(request, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A place with a site, on a system that can exchange two folders, and on one that cannot."""
    if not request.param:
        monkeypatch.setattr(places, "exchange", lambda one, other: False)
    write(tmp_path / "output", "old")
    return place(tmp_path / "output", tmp_path / "build")


def test_a_good_build_takes_the_place_of_the_last(output, pelican, capsys):
    for text in ("one", "two"):
        pelican(text)
        assert sites.built(output, "content")
        assert stands(output) == text
    assert "Built 2 pages" in capsys.readouterr().out
    assert not list((sites.SCRATCH / "beside").iterdir())


@pytest.mark.parametrize("half", [{"succeeds": False}, {"files": ()}, {"files": FILES[1:]}, {"files": FILES[:3]}])
def test_a_build_that_fails_or_is_cut_off_leaves_the_last_good_site(output, pelican, capsys, half):
    pelican("half", **half)
    assert not sites.built(output, "content")
    assert not output.exists()
    assert "there is none in" in capsys.readouterr().err  # and no word of a last good one
    pelican("good")
    assert sites.built(output, "content")
    pelican("half", **half)
    assert not sites.built(output, "content")
    assert stands(output) == "good"
    told = capsys.readouterr()
    assert "last good one stays" in told.err
    assert "Built 0" not in told.out


def test_a_theme_that_is_bundled_is_not_bundled_again(output, pelican, monkeypatch):
    bundles: list[Path] = []
    monkeypatch.setattr(sites, "bundled", lambda folder: bundles.append(folder) or bool(write(folder, "bundle")))
    monkeypatch.setattr(sites, "is_bundled", lambda folder: folder == sites.BUNDLED and bool(bundles))
    pelican("good")
    for fresh, count in ((False, 1), (False, 1), (True, 2)):
        assert sites.built(output, "content", fresh=fresh)
        assert len(bundles) == count


def test_what_cannot_be_written_is_said_without_a_trace(output, pelican, capsys, monkeypatch):
    def full(folder):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))

    pelican("good")
    assert sites.built(output, "content")
    monkeypatch.setattr(sites, "bundled", full)
    assert not sites.built(output, "content")
    assert capsys.readouterr().err.startswith("No space left on device: ")
    assert stands(output) == "good"


def test_bundling_twice_gives_the_same_bytes(tmp_path, monkeypatch):
    """Though each time in a folder of another name: the address of every script has a digest of them all."""
    monkeypatch.setattr(bundle, "_worded", lambda: None)  # other tests read the words
    folders = [tmp_path / name for name in ("one", "two")]
    files = []
    for folder in folders:
        assert bundle.bundled(folder)
        files.append({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()})
    assert files[0] == files[1]
    assert Path(bundle.NAMES) in files[0]


# --- the swap ---


def killed_before(step: int, run: Callable[[], object]) -> bool:
    """Whether a process that runs this comes to its `step`th change of names, and is killed before it."""
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    steps = iter(range(step))

    def counted(call: Callable[..., object]) -> Callable[..., object]:
        def stepped(*args, **options) -> object:
            if next(steps, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*args, **options)

        return stepped

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))
    places.exchange = counted(places.exchange)
    try:
        run()
    finally:
        os._exit(0)


def test_a_kill_between_any_two_steps_leaves_a_whole_site(spot):
    can_exchange = places.exchange is exchange.exchange
    seen = set()
    for step in range(100):
        made = write(spot.fresh(), f"new {step}")
        before = stands(spot.path)
        is_killed = killed_before(step, lambda made=made: spot.put(made))
        if can_exchange:
            assert stands(spot.path) in (before, f"new {step}")
        spot.recover()  # as the next build does first
        assert stands(spot.path) in (before, f"new {step}")
        assert not spot.beside.exists()
        seen.add(stands(spot.path) == before)
        if not is_killed:
            break
    assert step >= 10
    assert seen == {True, False}


def test_who_looks_during_an_exchange_sees_a_whole_site(tmp_path):
    if not exchange.exchange(*(write(tmp_path / name, name) for name in ("one", "two"))):
        pytest.skip("this system cannot exchange folders")
    assert [stands(tmp_path / name) for name in ("one", "two")] == ["two", "one"]
    with pytest.raises(OSError, match="No such file"):
        exchange.exchange(tmp_path / "one", tmp_path / "none")
    assert stands(tmp_path / "one") == "two"


def test_a_folder_that_may_not_be_moved_stays(spot, monkeypatch):
    def refused(*paths):
        raise PermissionError(errno.EACCES, "in use")

    made = write(spot.fresh(), "new")
    for name in ("rename", "exchange"):
        monkeypatch.setattr(*((Path, name) if name == "rename" else (places, name)), refused)
    with pytest.raises(PermissionError):
        spot.put(made)
    assert stands(spot.path) == "old"


def test_a_mount_of_the_same_disk_is_named(spot, monkeypatch):
    """Which does not show before it is tried."""

    def busy(*paths):
        raise OSError(errno.EBUSY, "Device or resource busy")

    made = write(spot.fresh(), "new")
    for name in ("rename", "exchange"):
        monkeypatch.setattr(*((Path, name) if name == "rename" else (places, name)), busy)
    with pytest.raises(OSError, match="output is a mount"):
        spot.put(made)
    assert stands(spot.path) == "old"


# --- what stands there before ---


def test_a_link_leads_to_where_the_site_is(output, pelican, tmp_path):
    write(tmp_path / "www" / "site", "old")
    output.symlink_to(tmp_path / "www" / "site")
    pelican("new")
    assert sites.built(output, "content")
    assert output.is_symlink()
    assert stands(tmp_path / "www" / "site") == "new"
    (tmp_path / "www" / "site").rename(tmp_path / "elsewhere")
    assert sites.built(output, "content")  # a link to what is not there yet
    assert [stands(tmp_path / name) for name in ("www/site", "elsewhere")] == ["new", "new"]


def test_what_no_site_can_take_the_place_of_is_named(output, pelican, tmp_path, capsys, monkeypatch):
    pelican("new")
    ways = {
        "is in the way": lambda: output.write_text("mine"),
        "leads to itself": lambda: output.symlink_to(output),
        "which is not there": lambda: output.symlink_to(tmp_path / "none" / "site"),
    }
    for why, make in ways.items():
        make()
        before = (output.is_symlink(), output.is_file() and output.read_text())
        assert not sites.built(output, "content")
        told = capsys.readouterr().err
        assert f"output {why}" in told or ("output is a link" in told and why in told), told
        assert "last good" not in told
        assert (output.is_symlink(), output.is_file() and output.read_text()) == before
        output.unlink()
    output.mkdir()
    monkeypatch.setattr(os.path, "ismount", lambda path: True)
    assert not sites.built(output, "content")
    assert "output is a mount" in capsys.readouterr().err


def test_leftovers_never_block_a_build(output, pelican):
    left = sites.SCRATCH / "beside" / "output"
    write(left / "next-1" / "deep", "half")
    for folder in (left / "next-1" / "deep" / "theme", left / "next-1" / "deep"):
        folder.chmod(0o555)
    (left / "last").write_text("a file")
    (left / "ready-2").write_text("a file")
    (left / "next-3").symlink_to(write(output.parent / "mine", "mine"))
    (sites.SCRATCH / "build.pid").mkdir()
    pelican("good")
    assert sites.built(output, "content")
    assert stands(output) == "good"
    assert not left.exists()
    assert stands(output.parent / "mine") == "mine"


def test_a_read_only_leftover_goes_away(tmp_path):
    """Also for whoever is not root, whom alone read-only folders stop."""
    folder = write(tmp_path / "left", "left")
    for one in (folder / "theme" / "css", folder):
        one.chmod(0)
    places.remove(folder)
    assert not folder.exists()


# --- one after the other ---


@pytest.fixture
def builder(tmp_path: Path) -> Iterator[int]:
    """The pid of another process that builds, until it is killed."""
    ready, tell = os.pipe()
    if not (child := os.fork()):
        with turns.turn(tmp_path):
            os.write(tell, b"!")
            signal.pause()
    os.read(ready, 1)
    yield child
    for end in (ready, tell):
        os.close(end)


def test_who_comes_second_is_told_and_waits(tmp_path, builder, monkeypatch):
    told: list[str] = []

    class Ears:
        def write(self, words: str) -> None:
            if not told:
                os.kill(builder, signal.SIGKILL)  # the turn of whoever dies is free again
                os.waitpid(builder, 0)
            told.append(words)

        def flush(self) -> None: ...

    monkeypatch.setattr(sys, "stderr", Ears())
    with turns.turn(tmp_path):
        assert "".join(told) == f"Another build is running (pid {builder}); waiting for its end ...\n"
    with turns.turn(tmp_path, "test"):  # of another kind, free at once
        pass
    assert "test" not in "".join(told)
