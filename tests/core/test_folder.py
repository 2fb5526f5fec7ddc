"""What stands in a content folder besides files, under which names, and what is written there."""

import os
import shutil
import socket
from pathlib import Path

import pytest

from casebook import folder as folders
from casebook.__main__ import main
from casebook.filenames import fault
from casebook.files import read_site, write_lock
from casebook.folder import DEEPEST, Folder, UnwritableError, write
from casebook.lock import LARGEST, NAME
from casebook.reports import json_report, text_report
from tests.conftest import spec

CASE = "cases/taoyuan-parking.md"
LINK = "是链接,没有读取"
NO_FILE = "不是普通文件(管道、套接字或设备),没有读取"


def told(content: Path) -> list[tuple[str, str, str]]:
    """(path below content, found, severity) of every Problem."""
    site = read_site(content)
    return [(p.path.removeprefix(f"{content}/"), p.found, p.severity) for p in site.problems]


@pytest.mark.parametrize("row", spec("filenames"))
def test_names(row):
    wrong = fault(row["input"])
    assert wrong is None if row["expect"] is None else wrong is not None and row["expect"] in wrong.found


# --- what is no file ---


def pipe(path: Path) -> None:
    os.mkfifo(path)


def door(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        here = os.open(path.parent, os.O_RDONLY)
        one.bind(f"/proc/self/fd/{here}/{path.name}")  # the whole path is longer than such addresses may be
        os.close(here)


LINKS = {
    "to a file outside": lambda path: path.symlink_to("/etc/passwd"),
    "to what never ends": lambda path: path.symlink_to("/proc/kmsg"),
    "to a device": lambda path: path.symlink_to("/dev/zero"),
    "to nothing": lambda path: path.symlink_to("nothing"),
    "to itself": lambda path: path.symlink_to(path.name),
    "to a folder": lambda path: path.symlink_to("/proc"),
    "to the folder it is in": lambda path: path.symlink_to("."),
    "to a file of content": lambda path: path.symlink_to("taoyuan-garden.md"),
}
SPECIAL = {"pipe": pipe, "socket": door}
PLACES = ("cases/x.md", "cases/x", "vocabulary/colours.yaml", "sections.yaml", "icon.svg", NAME)


@pytest.fixture
def closed(monkeypatch):
    """Let nothing be opened but what is an ordinary file at its own path."""
    really = os.open

    def only_files(path, *options, **named):
        assert Path(path).is_dir() or (Path(path).is_file() and not Path(path).is_symlink()), path
        return really(path, *options, **named)

    monkeypatch.setattr(os, "open", only_files)


def test_what_is_no_file_is_refused_by_name_and_never_opened(content, closed):
    made = {f"cases/{kind.replace(' ', '-')}.md": make for kind, make in (LINKS | SPECIAL).items()}
    for place, make in made.items():
        make(content / place)
    assert told(content) == [
        (place, LINK if make in LINKS.values() else NO_FILE, "error") for place, make in sorted(made.items())
    ]


@pytest.mark.parametrize(("make", "why"), [(LINKS["to nothing"], LINK), (pipe, NO_FILE)], ids=["link", "pipe"])
def test_so_is_it_wherever_a_file_is_read(content, closed, make, why):
    for place in PLACES:
        (content / place).unlink(missing_ok=True)
        make(content / place)
    assert told(content) == [(place, why, "error") for place in sorted(PLACES)]


def test_a_lock_that_is_a_link_prints_no_line_of_its_target(content, tmp_path, capsys):
    (tmp_path / "secrets").write_text("TOKEN=hush\n")
    (content / NAME).unlink()
    (content / NAME).symlink_to(tmp_path / "secrets")
    assert main(["lock", "--content", str(content)]) == 1  # which prints what check does
    assert "hush" not in "".join(capsys.readouterr())
    assert (tmp_path / "secrets").read_text() == "TOKEN=hush\n"


def test_a_lock_has_a_size(content):
    with (content / NAME).open("w") as file:
        file.truncate(LARGEST + 1)
    assert told(content) == [(NAME, "超过 6 MiB", "error")]


def test_a_broken_link_in_the_place_of_a_case_is_the_one_thing_said(content):
    """Others link to it, and its addresses are locked: whoever does is not blamed."""
    path = content / CASE
    path.unlink()
    path.symlink_to("gone")
    assert told(content) == [(CASE, LINK, "error")]


@pytest.mark.parametrize("name", ["cases", "methods", "pages", "vocabulary"])
def test_a_folder_that_is_a_link_is_the_one_thing_said(content, name):
    (content / name).rename(content.parent / "elsewhere")
    (content / name).symlink_to(content.parent / "elsewhere")
    assert told(content) == [(name, LINK, "error")]


def test_the_content_folder_may_be_a_link_and_files_may_be_hard_links(content, tmp_path):
    (tmp_path / "link").symlink_to(content)
    os.link(content / CASE, tmp_path / "case.md")
    assert told(tmp_path / "link") == []
    assert write_lock(tmp_path / "link", read_site(content))[0] == 0


def test_a_link_that_comes_after_the_look_is_not_followed(content):
    """Between the walk and the reading somebody puts another thing in the place of the file."""
    path = content / CASE
    swaps = {
        LINK: LINKS["to what never ends"],
        NO_FILE: pipe,
        "是文件夹,不是文件": Path.mkdir,
        "读的时候已经不在了": lambda path: None,
    }
    for why, make in swaps.items():
        folder = Folder(content)
        path.unlink()
        make(path)
        assert folder.read(path, 10) == b""
        assert folder.refused[path].found == why
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
        path.touch()


# --- what cannot be read ---


def test_files_and_folders_without_rights_are_named(content, monkeypatch):
    """By any user: root, who runs tests, may read everything."""
    (content / "cases" / "more").mkdir()
    for name, barred in (("open", content / CASE), ("scandir", content / "cases" / "more")):
        really = getattr(os, name)

        def guarded(path, *options, really=really, barred=barred, **named):
            if Path(path) == barred:
                raise PermissionError(13, "Permission denied")
            return really(path, *options, **named)

        monkeypatch.setattr(folders.os, name, guarded)
    assert told(content) == [(name, "没有权限打开", "error") for name in ("cases/more", CASE)]


def test_an_unreadable_vocabulary_blames_no_case(content, monkeypatch):
    themes = content / "vocabulary" / "themes.yaml"
    themes.unlink()
    themes.symlink_to("gone.yaml")
    assert told(content) == [("vocabulary/themes.yaml", LINK, "error")]


# --- names ---


def test_every_name_is_shown_as_text_and_once(content):
    os.close(os.open(os.fsencode(content / "cases") + b"/\xd6\xd0.md", os.O_CREAT))
    case = (content / CASE).read_text()
    for name in ("a\nb.md", "a\x1b[2J\n::error file=x.md", "con.md", "cafe\u0301.md"):
        (content / "cases" / name).write_text(case)
    site = read_site(content)
    lines = text_report(site).splitlines()
    assert len(lines) == 1 + 5 + 2
    assert "".join(lines).isprintable()
    assert [word in "".join(lines) for word in (r"\xd6\xd0.md:1", r"a\nb.md:1", r"a\x1b[2J\n::error")] == [True] * 3
    assert r"\ud" not in json_report(site).encode("utf-8").decode()


def test_names_that_differ_in_capitals_alone(content):
    shutil.copy(content / CASE, content / "cases" / "Taoyuan-Parking.md")
    (content / "vocabulary" / "Themes.yaml").touch()
    (content / "README").touch()
    (content / "Readme").touch()
    assert told(content) == [
        ("README", "这个文件没有被读取", "warning"),
        ("Readme", "与 “README” 只差大小写或写法", "warning"),
        ("cases/Taoyuan-Parking.md", "与 “taoyuan-parking.md” 只差大小写或写法", "error"),
        ("vocabulary/Themes.yaml", "与 “themes.yaml” 只差大小写或写法", "error"),
    ]


def test_what_editors_and_file_managers_keep_is_no_content(content):
    for name in ("x.md~", "#x.md#", "Thumbs.db", "desktop.ini", ".DS_Store", ".x.md.swp", "x.md.orig"):
        (content / "cases" / name).touch()
    (content / "cases" / ".#x.md").symlink_to("somebody@host.1234")
    assert told(content) == [("cases/x.md.orig", "这个文件没有被读取", "warning")]


def test_folders_that_are_called_like_files_or_are_deep(content):
    (content / "cases" / "x.md").mkdir()
    deep = content / "cases" / "/".join("d" * (DEEPEST + 5))
    deep.mkdir(parents=True)
    (deep / "x.md").touch()
    place = "/".join(("cases", *"d" * DEEPEST))
    found = told(content)
    assert [(path, severity) for path, _, severity in found] == [(place, "error"), ("cases/x.md", "error")]
    assert "20 层以上" in found[0][1]


@pytest.mark.parametrize("name", ["con", "lpt1", "a" * 101])
def test_no_page_stands_in_such_a_folder(content, name):
    themes = content / "vocabulary" / "themes.yaml"
    themes.write_text(f"{themes.read_text()}- {{id: {name}, zh: 控制台, en: Console}}\n")
    case = content / CASE
    case.write_text(case.read_text().replace("sources:", f"redirect_from: [{name}]\nsources:", 1))
    assert {path for path, _, severity in told(content) if severity == "error"} == {CASE, "vocabulary/themes.yaml"}
    assert main(["new", "case", name, "--content", str(content)]) == 2


# --- what is written ---


def test_nothing_is_written_through_a_link(content, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    outside = tmp_path / "outside"
    outside.mkdir()
    (content / NAME).unlink()
    (content / NAME).symlink_to(outside / "lock")
    (content / "cases" / "new-one.md").symlink_to(outside / "case")
    shutil.rmtree(content / "methods")
    (content / "methods").symlink_to(outside)
    (tmp_path / "schema").symlink_to(outside)
    given = ["--content", str(content)]
    assert main(["lock", *given]) == 1
    assert main(["new", "case", "new-one", *given]) == 2
    assert main(["new", "method", "new-method", *given]) == 2
    assert main(["schema", *given]) == 2
    assert list(outside.iterdir()) == []
    with pytest.raises(UnwritableError, match="是链接"):
        write(content, NAME, "x")


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    write(tmp_path, "folder/x.md", "old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UnwritableError, match="No space left"):
        write(tmp_path, "folder/x.md", "new")
    assert [(path.name, path.read_text()) for path in (tmp_path / "folder").iterdir()] == [("x.md", "old")]


def test_a_folder_that_cannot_be_written_is_said_without_a_trace(tmp_path, capsys):
    (tmp_path / "file").touch()
    assert main(["init", str(tmp_path / "file" / "below")]) == 2
    assert "写不了" in capsys.readouterr().err


def test_each_folder_is_looked_at_once(tmp_path, monkeypatch):
    looks: list[str] = []
    really = os.scandir

    def counted(path):
        looks.append(str(path))
        return really(path)

    monkeypatch.setattr(folders.os, "scandir", counted)
    for number in range(50):
        (tmp_path / f"d{number}").mkdir()
        (tmp_path / f"d{number}" / "x.md").touch()
    assert len(Folder(tmp_path).paths) == 50
    assert len(looks) == len(set(looks)) == 51
