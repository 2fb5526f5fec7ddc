"""Tells templates about the bundled CSS and JavaScript: the version in their addresses, and imports of scripts."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from pelican import Pelican, signals

from casebook.reading.icon import NAME as ICON

_META = "build/.bundle.json"  # in the theme: what esbuild says of the files beside it; Pelican copies no hidden files


def assets(pelican: Pelican) -> None:
    """Put `ASSETS` and `IMPORTS` into the settings.

    `ASSETS` is a digest of all theme files and of the collection's icon. Templates append it to addresses, so that a
    new version is never taken from an old cache. `IMPORTS` is script -> the files it imports: browsers fetch these
    beside the script, not after it.
    """
    theme = Path(pelican.settings["THEME"])
    files = [path for folder in pelican.settings["THEME_STATIC_PATHS"] for path in sorted((theme / folder).rglob("*"))]
    pelican.settings["ASSETS"] = _digest((*files, Path(pelican.settings["PATH"]) / ICON))
    pelican.settings["IMPORTS"] = _imports(json.loads((theme / _META).read_text(encoding="utf-8")))


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def _imports(meta: dict[str, Any]) -> dict[str, list[str]]:
    """Entry -> the files that it imports; esbuild makes an entry import all that these import."""
    return {
        PurePosixPath(path).name: [
            PurePosixPath(one["path"]).name for one in output["imports"] if one["kind"] == "import-statement"
        ]
        for path, output in meta["outputs"].items()
        if "entryPoint" in output
    }


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(assets)
