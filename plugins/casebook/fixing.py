"""Mends the files of a content folder where there is one right answer: `check --fix`."""

from collections.abc import Collection, Iterator
from pathlib import Path

from casebook.folder import Folder, path_text, write
from casebook.reading import FOLDERS, LARGEST
from casebook.reading.mending import in_words, mended


def fixed(content: Path, only: Collection[Path] = ()) -> Iterator[str]:
    """Mend the cases, methods, pages and vocabularies below `content`, of which `only` these if there are any.

    Gives a line for each change when its file is written; UnwritableError if it cannot be.
    """
    folder = Folder(content)
    wanted = {path.resolve() for path in only}
    for path in folder.paths:
        if path in folder.refused or (wanted and path.resolve() not in wanted):
            continue
        kind = _kind(path.relative_to(content))
        data = folder.read(path, LARGEST + 1) if kind else None
        if data is None or len(data) > LARGEST:
            continue
        better, changes = mended(data, is_entry=kind == "entry")
        if better != data:
            write(content, path.relative_to(content).as_posix(), better.decode())
            yield from in_words(changes, path_text(path))


def _kind(path: Path) -> str:
    """`entry` for a file with a front matter, `terms` for a vocabulary; empty for what is left alone."""
    if path.suffix == ".md" and path.parts[0] in FOLDERS:
        return "entry"
    return "terms" if path.suffix == ".yaml" and path.parts[:-1] == ("vocabulary",) else ""
