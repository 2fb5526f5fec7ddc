"""Fingerprints the bundled CSS and JavaScript, so that a new version is never taken from an old cache."""

import hashlib
from pathlib import Path

from pelican import Pelican, signals


def fingerprint(pelican: Pelican) -> None:
    """Put a digest of all theme files under `settings["ASSETS"]`; templates append it to their addresses."""
    digest = hashlib.sha256()
    for folder in pelican.settings["THEME_STATIC_PATHS"]:
        for path in sorted(p for p in (Path(pelican.settings["THEME"]) / folder).rglob("*") if p.is_file()):
            digest.update(path.read_bytes())
    pelican.settings["ASSETS"] = digest.hexdigest()[:10]


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(fingerprint)
