"""What is known of the site that stands where the next one will: read before a build, written after it.

It is kept beside the site, under the name of its edition, which is a digest of all its files: whatever site stands
there, by whatever way it came, what is found under its edition is about that one.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from casebook.store import KEPT

EDITION = "edition.json"
_SITES = KEPT / "sites"
_UNKNOWN = (OSError, ValueError, TypeError, KeyError)  # what comes of reading what is not there, or nobody wrote


class Row(NamedTuple):
    """What is known of a file that was made: its mark, a digest of its content, its size and when it was written."""

    mark: str
    content: str
    size: int
    written: int


class LastSite(NamedTuple):
    """What is known of a site: the Row of every file that is as it was made, what was reported, and whether all are."""

    rows: Mapping[str, Row]
    report: str
    is_whole: bool


NOTHING = LastSite({}, "", False)


def last_site(site: Path) -> LastSite:
    """What is known of the site at a place; NOTHING if that is so."""
    with suppress(*_UNKNOWN):
        kept = json.loads((_folder(site) / f"{_edition(site)}.json").read_bytes())
        rows = {path: Row(*values) for path, values in kept["rows"].items()}
        same = {path: one for path, one in rows.items() if _is_same(site / path, one)}
        return LastSite(same, str(kept["report"]), len(same) == len(rows) == len(paths(site)) - kept["others"])
    return NOTHING


def _is_same(path: Path, row: Row) -> bool:
    try:
        stat = path.lstat()
    except OSError:
        return False
    return (stat.st_size, stat.st_mtime_ns) == (row.size, row.written)


def paths(site: Path) -> list[str]:
    """The paths of all files of a site, in their order; pathlib takes five times as long to tell them."""
    top = len(str(site)) + 1
    return sorted(
        f"{folder}/{name}"[top:].replace(os.sep, "/") for folder, _, names in os.walk(str(site)) for name in names
    )


def keep(site: Path, edition: str, rows: Mapping[str, Row], report: str, others: int) -> None:
    """Keep what is known of the edition that will stand at `site`, and of the one that stands there until then.

    `others` are the files without a Row.
    """
    folder = _folder(site)
    wanted = {edition, "made-of"}
    with suppress(*_UNKNOWN):
        wanted.add(_edition(site))
    for path in folder.glob("*.json"):
        if path.stem not in wanted:
            path.unlink(missing_ok=True)
    _write(folder / f"{edition}.json", {"rows": rows, "report": report, "others": others})


def remember(site: Path, made_of: str) -> None:
    """Keep a digest of all that the site at a place was made of, if that tells its edition."""
    with suppress(*_UNKNOWN):
        _write(_folder(site) / "made-of.json", {"edition": _edition(site), "made_of": made_of})


def is_made_of(site: Path, made_of: str) -> bool:
    """Whether the site at a place is the one that was made of this."""
    with suppress(*_UNKNOWN):
        kept = json.loads((_folder(site) / "made-of.json").read_bytes())
        return bool(kept == {"edition": _edition(site), "made_of": made_of})
    return False


def _write(path: Path, value: object) -> None:
    """Write a file whole or not at all; what cannot be kept is known of nobody."""
    part = path.with_suffix(".part")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(value), encoding="utf-8")
        part.replace(path)


def _edition(site: Path) -> str:
    return str(json.loads((site / EDITION).read_bytes())["edition"])


def _folder(site: Path) -> Path:
    return _SITES / hashlib.sha256(str(site.absolute()).encode()).hexdigest()[:10]
