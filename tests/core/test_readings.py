"""What is kept of readings: nothing is read twice, nothing old is shown, and nothing foreign is run."""

import os
import pickle
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

import casebook.readings
from casebook.files import Site, read_site
from casebook.packing import packed, unpacked
from casebook.reading.drafts import Draft, draft
from casebook.readings import Readings
from casebook.store import digest
from casebook.workers import WHERE

CANTEENS = Path(__file__).parents[1] / "site" / "content"
BROKEN = Path(__file__).parents[1] / "broken"


class Kept:
    """A collection in a folder of its own, and what was read of it at each time."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.content = Path(shutil.copytree(CANTEENS, root / "content"))
        self.store = root / "readings.db"
        self.read: set[str] = set()
        original = casebook.readings.read

        def read(found: Draft, *others: object) -> object:
            self.read.add(found.slug)
            return original(found, *others)  # type: ignore[arg-type]

        monkeypatch.setenv(WHERE, "1")
        monkeypatch.setattr(casebook.readings, "read", read)

    def site(self) -> Site:
        """Read it, by what is kept."""
        self.read.clear()
        return read_site(self.content, read=Readings(self.store))

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.content / name
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    def is_right(self) -> bool:
        """Whether what was read by what is kept is what is read without."""
        return shown(self.site()) == shown(read_site(self.content))


def shown(site: Site) -> object:
    library = site.library
    shapes = [(slug, body.document.text, body.silent) for slug, body in library.bodies.items()]
    return site.problems, library.entries, library.prose, shapes


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    return Kept(tmp_path, monkeypatch)


def slugs(kept: Kept) -> set[str]:
    return {path.stem for path in kept.content.rglob("*.md")}


def test_nothing_is_read_twice(kept: Kept) -> None:
    kept.site()
    assert kept.read == slugs(kept)
    assert kept.is_right()
    assert kept.read == set()


def test_a_changed_file_is_read_alone(kept: Kept) -> None:
    kept.site()
    kept.edit("cases/yunhe-tasting.md", "\n## ", "\n后来又去看了一回。\n\n## ")
    kept.site()
    assert kept.read == {"yunhe-tasting"}
    assert kept.is_right()


def test_a_new_title_is_read_where_it_is_shown(kept: Kept) -> None:
    kept.site()
    kept.edit("cases/fanglin-leftovers.md", "title: 芳林小学先称剩饭再改菜单", "title: 芳林小学称剩饭")
    kept.site()
    assert kept.read == {"fanglin-leftovers", "about"}
    assert kept.is_right()


@pytest.mark.parametrize("name", ["vocabulary/themes.yaml", "sections.yaml"])
def test_what_all_are_read_with_changes_all(kept: Kept, name: str) -> None:
    kept.site()
    path = kept.content / name
    path.write_text(path.read_text().replace("少剩饭", "剩饭少") + "\n# 改过\n" if "themes" in name else "")
    kept.site()
    assert kept.read == slugs(kept)
    assert kept.is_right()


def test_a_page_that_goes_and_comes_back(kept: Kept) -> None:
    kept.site()
    gone = kept.content / "cases" / "fanglin-leftovers.md"
    text = gone.read_text()
    gone.unlink()
    assert kept.is_right()
    gone.write_text(text)
    assert kept.is_right()


def test_files_with_problems_are_kept_with_them(kept: Kept) -> None:
    kept.edit("cases/yunhe-tasting.md", "themes: [", "themes: [没有那个, ")
    kept.edit("methods/tasting-table.md", "themes: [", "themes: [没有这个, ")
    first = kept.site().problems
    assert [problem.field for problem in first].count("themes[0]") == 2
    assert kept.site().problems == first
    assert kept.read == set()


def test_with_fresh_nothing_that_is_kept_is_used(kept: Kept) -> None:
    kept.site()
    kept.read.clear()
    read_site(kept.content, read=Readings(kept.store, fresh=True))
    assert kept.read == slugs(kept)


def cut_off(data: bytes) -> bytes:
    return data[: len(data) // 2]


def other(data: bytes) -> bytes:
    return b"no database at all" * 100


def empty(data: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("spoil", [cut_off, other, empty])
def test_a_broken_file_is_thrown_away_with_a_word(
    kept: Kept, spoil: object, capsys: pytest.CaptureFixture[str]
) -> None:
    kept.site()
    kept.store.write_bytes(spoil(kept.store.read_bytes()))  # type: ignore[operator]
    assert kept.is_right()
    assert "thrown away" in capsys.readouterr().err
    kept.site()
    assert kept.read == set()


def rows(store: Path, change: object) -> None:
    with sqlite3.connect(store) as database:
        found = database.execute("SELECT key, value FROM kept").fetchall()
        database.executemany("UPDATE kept SET value = ? WHERE key = ?", [(change(value), key) for key, value in found])  # type: ignore[operator]


def test_a_value_with_another_letter_is_thrown_away(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    kept.site()
    assert any("剩饭".encode() in value for value in _values(kept.store))
    rows(kept.store, lambda value: value.replace("剩饭".encode(), "剩米".encode()))
    assert kept.is_right()
    assert "thrown away" in capsys.readouterr().err


def _values(store: Path) -> list[bytes]:
    with sqlite3.connect(store) as database:
        return [value for (value,) in database.execute("SELECT value FROM kept")]


class _Foreign:
    """What would make a file when it is unpacked without care."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> object:
        return os.mkdir, (str(self.path),)


def called(path: Path) -> bytes:
    """A pickle that calls a function of the system."""
    return pickle.dumps(_Foreign(path))


def through_ours(path: Path) -> bytes:
    """A pickle that calls a class of the system by its name within a module of ours, which imports it."""
    command = b"mkdir", str(path).encode()
    words = b"".join(b"\x8c" + bytes([len(word)]) + word for word in command)
    name = b"\x8c\x10casebook.commits\x8c\x10subprocess.Popen\x93"
    return b"\x80\x04" + name + b"]" + b"(" + words + b"e" + b"\x85R."


@pytest.mark.parametrize("foreign", [called, through_ours])
def test_foreign_bytes_are_not_run(
    kept: Kept, tmp_path: Path, foreign: Callable[[Path], bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    kept.site()
    trap = foreign(tmp_path / "ran")
    rows(kept.store, lambda value: digest(trap) + trap)
    assert kept.is_right()
    assert not (tmp_path / "ran").exists()
    assert "is no class of ours" in capsys.readouterr().err
    process = pickle.loads(trap)  # which it is no trap without
    if process:
        process.wait()
    assert (tmp_path / "ran").exists()


def copies(content: Path, count: int) -> None:
    """Write more cases: so many that workers read some."""
    case = (content / "cases" / "yunhe-tasting.md").read_text()
    for number in range(count):
        (content / "cases" / f"copy-{number}.md").write_text(case.replace("title: ", f"title: {number}号", 1))


def test_workers_read_the_same(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()  # workers get nothing that was put in the place of something
    monkeypatch.setenv(WHERE, "2")
    copies(kept.content, 40)
    assert kept.is_right()


@pytest.mark.parametrize("job", ["_draft", "_packed"])
def test_a_file_of_which_workers_die_is_named(kept: Kept, job: str, monkeypatch: pytest.MonkeyPatch) -> None:
    really = casebook.readings.run

    def lost(work: Callable[..., object], state: object, items: list[object], **more: object) -> list[object]:
        if work.__name__ == job:
            return [casebook.readings.Lost() for _ in items]
        return really(work, state, items, **more)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(casebook.readings, "run", lost)
        site = kept.site()
    assert {p.path.split("/")[-1].removesuffix(".md") for p in site.errors if "停了两次" in p.found} == slugs(kept)
    assert kept.is_right()  # nothing of that was kept


def test_a_front_matter_is_packed_once_and_unpacked_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    packs = []
    monkeypatch.setattr("casebook.packing.packed", lambda value: packs.append(value) or packed(value))
    data = b"---\ntitle: A garden\naliases:\n  - Plot\n  - Bed\n---\n"
    once = unpacked(packed(draft("cases/garden.md", data, "case")))
    again = unpacked(packed(once))
    assert len(packs) == 1
    unpacks = []
    monkeypatch.setattr("casebook.packing.unpacked", lambda data: unpacks.append(data) or unpacked(data))
    assert (again.title, again.line_of("aliases"), again.line_of("nothing"), unpacks) == ("A garden", 3, 2, [])
    assert (again.line_of("aliases", 1), again.line_of("aliases", 0), len(unpacks)) == (5, 4, 1)
