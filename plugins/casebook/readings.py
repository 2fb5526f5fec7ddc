"""Readings of files that are the same as in the last build are kept; several workers read the others.

What is kept counts only for the very bytes of the file, of the vocabulary and of the table of divisions, for this code,
for the terms that other cases write, and for the titles of other pages that the file shows.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from casebook.model.problems import Problem
from casebook.packing import packed, unpacked
from casebook.reading.basis import Basis
from casebook.reading.drafts import Draft, draft
from casebook.reading.entries import File, Read, Reading, read
from casebook.reading.whole_terms import Extended
from casebook.reading.written import Written, written
from casebook.store import KEPT, Store, digest, place_of
from casebook.workers import Lost, run

_PACKAGES = ("ahocorasick_rs", "markdown", "pydantic", "pyyaml")
_ABOVE = ("export", "library", "lock", "search", "views")  # what reading does not import
_READINGS = KEPT / "readings"
_DRAFTS = 64  # files that a worker gets at a time: a draft takes a millisecond


class _Kept(NamedTuple):
    """A Reading, and the titles that it asked for: slug -> title, None where no page has the slug."""

    reading: Reading
    asked: Mapping[str, str | None]


class Readings:
    """Reads the entries of a collection; what it reads is kept in the file at `path`, which `fresh` does not look at.

    `done` is told how many more files are read.
    """

    def __init__(self, path: Path, *, fresh: bool = False, done: Callable[[int], None] = lambda count: None) -> None:
        self._store, self._fresh, self._done = Store(path), fresh, done

    def __call__(self, files: Sequence[File], basis: Basis) -> Read:
        """The Reading of each file, in the order of the files, and what they were read with."""
        names = [digest(code(), file.kind.encode(), file.path.encode(), file.data) for file in files]
        of_names = dict(zip(names, files, strict=True))
        told, fresh = self._told(of_names)
        counted = basis.counted(term for name in names for term in told[name])
        of_terms = digest(b"terms", code(), basis.mark, repr(counted).encode())
        more, rows = self._terms(of_terms, counted, basis)
        basis = self._same(basis.extended(more))
        readings, made = self._read(of_names, fresh, basis)
        rows |= {_told(name): packed(told[name]) for name, one in fresh.items() if _is_alive(one)} | made
        if rows or self._fresh:
            self._store.put(rows, [of_terms, *(key for name in names for key in (_key(name, basis), _told(name)))])
        return Read([readings[name] for name in names], basis, more.problems, counted)

    def _told(self, files: Mapping[bytes, File]) -> tuple[dict[bytes, tuple[Written, ...]], dict[bytes, Draft]]:
        """What each file writes of terms, and the Drafts of those of which that was not known."""
        known = {} if self._fresh else dict(self._store.values([_told(name) for name in files]))
        told = {name: known[key] for name in files if (key := _told(name)) in known}
        fresh = _drafts({name: file for name, file in files.items() if name not in told})
        return told | {name: written(one) for name, one in fresh.items()}, fresh

    def _terms(self, key: bytes, counted: Sequence[Written], basis: Basis) -> tuple[Extended, dict[bytes, bytes]]:
        """The terms that cases write, and what of them is to be kept: to make them, names are read in pinyin."""
        kept: dict[bytes, Extended] = {} if self._fresh else dict(self._store.values([key]))
        found = kept.get(key) or basis.terms(counted)
        return found, {} if key in kept else {key: packed(found)}

    def _same(self, basis: Basis) -> Basis:
        """The basis, or one that is the same."""
        return basis

    def _read(
        self, files: Mapping[bytes, File], fresh: Mapping[bytes, Draft], basis: Basis
    ) -> tuple[dict[bytes, Reading], dict[bytes, bytes]]:
        """The Reading of each file, and what of them is to be kept."""
        keys = {name: _key(name, basis) for name in files}
        found = self._known([*keys.values()])
        kept = {name: found[key] for name, key in keys.items() if key in found}
        new = {name: file for name, file in files.items() if name not in kept and name not in fresh}
        drafts = {**{name: one.reading.draft for name, one in kept.items()}, **fresh, **_drafts(new)}
        titles = {drafts[name].slug: drafts[name].title for name in files}
        known = {name: one for name, one in kept.items() if all(titles.get(s) == t for s, t in one.asked.items())}
        self._done(len(known))
        made, readings = self._made({name: drafts[name] for name in files if name not in known}, basis, titles)
        every = known | {name: one for name, (_, one) in made.items()}
        self._remember({keys[name]: one for name, one in every.items()})
        rows = {keys[name]: data for name, (data, _) in made.items()}
        return readings | {name: one.reading for name, one in known.items()}, rows

    def _known(self, keys: Sequence[bytes]) -> dict[bytes, _Kept]:
        return {} if self._fresh else dict(self._store.values(keys))

    def _remember(self, kept: dict[bytes, _Kept]) -> None:
        """Take note of all that may be known the next time."""

    def _made(
        self, drafts: Mapping[bytes, Draft], basis: Basis, titles: Mapping[str, str]
    ) -> tuple[dict[bytes, tuple[bytes, _Kept]], dict[bytes, Reading]]:
        """What is to be kept, as bytes and unpacked, and the Readings; a file that no worker could read is not kept."""
        alive = {key: one for key, one in drafts.items() if _is_alive(one)}
        come: dict[int, _Kept] = {}  # by what it came as

        def done(found: Sequence[bytes | Lost]) -> None:
            """Unpack what comes while workers read on."""
            come.update({id(data): unpacked(data) for data in found if not isinstance(data, Lost)})
            self._done(len(found))

        results = run(_packed, (basis, titles), list(alive.values()), done=done)
        made = {
            key: (data, come[id(data)]) for key, data in zip(alive, results, strict=True) if not isinstance(data, Lost)
        }
        readings = {key: one.reading for key, (_, one) in made.items()}
        return made, readings | {key: _unread(drafts[key]) for key in drafts.keys() - made.keys()}


class LiveReadings(Readings):
    """Readings of a process that reads again and again: what it has read last, it has at hand."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._live: dict[bytes, _Kept] = {}
        self._basis: Basis | None = None

    def _same(self, basis: Basis) -> Basis:
        """The last basis, if it is this one: it has its extractor already."""
        last = self._basis
        if last is None or last.mark != basis.mark or last.vocabulary.origins != basis.vocabulary.origins:
            self._basis = last = basis
        return last

    def _known(self, keys: Sequence[bytes]) -> dict[bytes, _Kept]:
        live = {key: self._live[key] for key in keys if key in self._live}
        return live | super()._known([key for key in keys if key not in live])

    def _remember(self, kept: dict[bytes, _Kept]) -> None:
        self._live = kept


def readings_of(content: Path, *, fresh: bool = False, done: Callable[[int], None] = lambda count: None) -> Readings:
    """The Readings of a content folder, kept in a file of their own below `.build/`."""
    return Readings(place_of(_READINGS, content), fresh=fresh, done=done)


def live_readings_of(content: Path) -> LiveReadings:
    """The same for a process that reads again and again."""
    return LiveReadings(place_of(_READINGS, content))


class _Asked(Mapping[str, str]):
    """Titles by slug, which remember what they were asked for."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._titles = titles
        self.answers: dict[str, str | None] = {}

    def __getitem__(self, slug: str) -> str:
        self.answers[slug] = self._titles.get(slug)
        return self._titles[slug]

    def __iter__(self) -> Iterator[str]:
        raise NotImplementedError("whoever goes through all titles depends on all")

    def __len__(self) -> int:
        return len(self._titles)


def _packed(state: tuple[Basis, Mapping[str, str]], found: Draft) -> bytes:
    basis, titles = state
    asked = _Asked(titles)
    return packed(_Kept(read(found, basis.extractor, asked, basis.sections), asked.answers))


def _key(name: bytes, basis: Basis) -> bytes:
    """The key of what is kept of a file that was read with a basis."""
    return digest(name, basis.mark)


def _told(name: bytes) -> bytes:
    """The key of what a file writes of terms."""
    return digest(b"told", name)


def _is_alive(found: Draft) -> bool:
    return _dead(found.path) not in found.problems


def _drafts(files: Mapping[bytes, File]) -> dict[bytes, Draft]:
    results = run(_draft, None, list(files.values()), size=_DRAFTS)
    return {
        key: _undrafted(file) if isinstance(made, Lost) else made
        for (key, file), made in zip(files.items(), results, strict=True)
    }


def _draft(state: None, file: File) -> Draft:
    return draft(file.path, file.data, file.kind)


def _undrafted(file: File) -> Draft:
    slug = PurePosixPath(file.path).stem
    return Draft(file.path, slug, file.kind, slug, problems=(_dead(file.path),))


def _unread(found: Draft) -> Reading:
    return Reading(found, problems=tuple(dict.fromkeys((*found.problems, _dead(found.path)))))


def _dead(path: str) -> Problem:
    """The Problem of a file of which workers die."""
    what, instead = "这个文件没有读完:读它的进程停了两次", "看看是不是太长、套得太深,或者内存不够;改短后再试"
    return Problem(path=path, line=1, field="文件", found=what, instead=instead)


@cache
def code() -> bytes:
    """A digest of all that decides how a file is read, besides its collection."""
    here = Path(__file__).parent
    paths = (path for path in sorted(here.rglob("*")) if path.suffix in (".py", ".yaml", ".json"))
    below = (path for path in paths if path.relative_to(here).parts[0] not in _ABOVE)
    return digest(*(version(name).encode() for name in _PACKAGES), *(path.read_bytes() for path in below))
