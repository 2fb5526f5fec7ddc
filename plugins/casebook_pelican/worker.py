"""Writes `sw.js`, the worker that keeps pages in readers' browsers, and `edition.json`, by which they know a newer one.

Both are made of what was written: the edition is a digest of all files of the site.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican import Pelican, signals

from casebook.builds import json_text
from casebook.views.plain import OFFLINE
from casebook_pelican.building import row
from casebook_pelican.last_site import EDITION, Row, keep, paths

_BUNDLED = {
    True: ".worker.js",
    False: ".farewell.js",
}  # by whether pages are kept; hidden, so that Pelican copies neither
WORKER = "sw.js"
_NEEDED = re.compile(r'(?:href|src)="\./(theme/[^"]+)"')


def write_worker(pelican: Pelican) -> None:
    """Write both, last of all; with `KEEP_PAGES = False` a worker that takes away what readers' browsers have kept."""
    settings = pelican.settings
    site = Path(settings["OUTPUT_PATH"])
    with settings["PHASES"].phase("files of the edition"):
        rows = _all(site, settings["ROWS"])
        edition = _edition(rows)
    (site / EDITION).write_text(json_text({"edition": edition}), encoding="utf-8")
    keep(Path(settings["LAST_SITE"]), edition, rows, settings["REPORT"], others=2)
    shell = [OFFLINE, *dict.fromkeys(_NEEDED.findall((site / OFFLINE).read_text(encoding="utf-8")))]
    about = json.dumps({"edition": edition, "shell": shell})
    code = _code(settings, settings["KEEP_PAGES"])
    (site / WORKER).write_text(f"self.site={about};\n{code}", encoding="utf-8", newline="\n")
    if settings["TIMINGS"]:
        settings["PHASES"].tell()


def farewell(settings: Mapping[str, Any]) -> str:
    """The worker that takes away what readers' browsers have kept."""
    return _code(settings, False)


def _code(settings: Mapping[str, Any], keeps: bool) -> str:
    return Path(settings["THEME"], settings["THEME_STATIC_PATHS"][0], _BUNDLED[keeps]).read_text(encoding="utf-8")


def _all(site: Path, known: Mapping[str, Row]) -> dict[str, Row]:
    """Path -> Row of all files, in the order of their names."""
    return {path: known.get(path) or _row(site / path) for path in paths(site)}


def _row(path: Path) -> Row:
    return row(path, "", hashlib.sha256(path.read_bytes()).hexdigest())


def _edition(rows: Mapping[str, Row]) -> str:
    """A digest of the names and contents of all files."""
    digest = hashlib.sha256()
    for path, one in rows.items():
        digest.update(f"{one.content} {path}\n".encode())
    return digest.hexdigest()[:10]


def register() -> None:
    """Connect to Pelican."""
    signals.finalized.connect(write_worker)
