"""Writes `sw.js`, the worker that keeps pages in readers' browsers, and `edition.json`, by which they know a newer one.

Both are made of what was written: the edition is a digest of all files of the site.
"""

import hashlib
import json
import re
from pathlib import Path

from pelican import Pelican, signals

from casebook.builds import json_text
from casebook.views.plain import OFFLINE

_BUNDLED = {
    True: ".worker.js",
    False: ".farewell.js",
}  # by whether pages are kept; hidden, so that Pelican copies neither
_NEEDED = re.compile(r'(?:href|src)="\./(theme/[^"]+)"')


def write_worker(pelican: Pelican) -> None:
    """Write both, last of all; with `KEEP_PAGES = False` a worker that takes away what readers' browsers have kept."""
    settings = pelican.settings
    site = Path(settings["OUTPUT_PATH"])
    edition = _edition(site)
    (site / "edition.json").write_text(json_text({"edition": edition}), encoding="utf-8")
    shell = [OFFLINE, *dict.fromkeys(_NEEDED.findall((site / OFFLINE).read_text(encoding="utf-8")))]
    code = Path(settings["THEME"], settings["THEME_STATIC_PATHS"][0], _BUNDLED[settings["KEEP_PAGES"]])
    about = json.dumps({"edition": edition, "shell": shell})
    (site / "sw.js").write_text(f"self.site={about};\n{code.read_text(encoding='utf-8')}", encoding="utf-8")


def _edition(site: Path) -> str:
    """A digest of the names and contents of all files, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(site.rglob("*"), key=lambda one: one.relative_to(site).as_posix()):
        if path.is_file():
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{content} {path.relative_to(site).as_posix()}\n".encode())
    return digest.hexdigest()[:10]


def register() -> None:
    """Connect to Pelican."""
    signals.finalized.connect(write_worker)
