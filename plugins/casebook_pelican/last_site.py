"""What is known of the site that stands where the next one will: read before a build, written after it.

It is kept beside the site, under the name of its edition, which is a digest of all its files: whatever site stands
there, by whatever way it came, what is found under its edition is about that one.
"""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from casebook.files import DIVISIONS
from casebook.folder import write
from casebook_pelican.building import Row

_KEPT = DIVISIONS.with_name("sites")
EDITION = "edition.json"


def rows_of(site: Path) -> dict[str, Row]:
    """Path -> Row of all files of a site that are as they were made; none if nothing is known of it."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        edition = json.loads((site / EDITION).read_bytes())["edition"]
        kept = json.loads((_folder(site) / f"{edition}.json").read_bytes())
        rows = {path: Row(*values) for path, values in kept.items()}
        return {path: one for path, one in rows.items() if _is_same(site / path, one)}
    return {}


def _is_same(path: Path, row: Row) -> bool:
    try:
        stat = path.lstat()
    except OSError:
        return False
    return (stat.st_size, stat.st_mtime_ns) == (row.size, row.written)


def keep(site: Path, edition: str, rows: Mapping[str, Row]) -> None:
    """Keep what is known of the edition that will stand at `site`, and of the one that stands there until then."""
    folder = _folder(site)
    there = {path.stem for path in folder.glob("*.json")}
    with suppress(OSError, ValueError, KeyError):
        there.discard(json.loads((site / EDITION).read_bytes())["edition"])
    for name in there - {edition}:
        (folder / f"{name}.json").unlink(missing_ok=True)
    write(folder, f"{edition}.json", json.dumps(rows))


def _folder(site: Path) -> Path:
    return _KEPT / hashlib.sha256(str(site.absolute()).encode()).hexdigest()[:10]
