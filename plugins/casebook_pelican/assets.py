"""Tells templates about the bundled CSS and JavaScript: the version in their addresses, and imports of scripts."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from pelican import Pelican, signals

_META = "bundle.json"  # in the theme: what esbuild wrote of theme/build/


def assets(pelican: Pelican) -> None:
    """Put `ASSETS`, a digest of all theme files, and `IMPORTS`, script -> the files it imports, into the settings.

    Templates append the digest to addresses, so that a new version is never taken from an old cache, and have browsers
    fetch what a script imports beside the script, not after it.
    """
    theme = Path(pelican.settings["THEME"])
    pelican.settings["ASSETS"] = _digest(theme / folder for folder in pelican.settings["THEME_STATIC_PATHS"])
    pelican.settings["IMPORTS"] = _imports(json.loads((theme / _META).read_text(encoding="utf-8")))


def _digest(folders: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
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
