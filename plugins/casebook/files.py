"""The content folder: which files there are, and the one reading of all of them.

This is the only module of the core that opens files of the site; the command line and the adapters start here.
"""

from dataclasses import dataclass
from pathlib import Path

from casebook.library import Library, assemble
from casebook.model import Problem
from casebook.reading import FOLDERS, LARGEST, draft, read, read_vocabulary


@dataclass(frozen=True)
class Site:
    """What was read of a content folder: the Library, and every Problem in order of path and line."""

    library: Library
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The Problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The Problems that a build reports and passes over."""
        return tuple(problem for problem in self.problems if problem.severity == "warning")


def read_site(content: Path, *, drafts: bool = True) -> Site:
    """Read every case, method, page and vocabulary file below `content`, each once."""
    vocabulary, problems = read_vocabulary(_bytes(content, "vocabulary", "*.yaml"))
    found = [
        draft(path, data, kind)
        for folder, kind in FOLDERS.items()
        for path, data in _bytes(content, folder, "*.md").items()
    ]
    titles = {one.slug: one.title for one in found}
    readings = [read(one, vocabulary, titles) for one in found]
    library, between = assemble(readings, vocabulary, drafts=drafts)
    every = (*problems, *(problem for reading in readings for problem in reading.problems), *between)
    return Site(library, tuple(sorted(every, key=lambda p: (p.path, p.line, p.field, p.found))))


def _bytes(content: Path, folder: str, pattern: str) -> dict[str, bytes]:
    """The files of a folder and those below it: path as an author knows it -> bytes, in order of path."""
    return {_shown(p): _head(p) for p in sorted((content / folder).rglob(pattern)) if p.is_file()}


def _shown(path: Path) -> str:
    """The path from the working directory, where the author runs the commands, when it lies below it."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _head(path: Path) -> bytes:
    """The file; of a larger one than we take, as much as shows that it is."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
