"""Writes the icon: the collection's own, where it has one, or else the theme's."""

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

from pelican import Pelican, signals

from casebook.reading.icon import NAME


class Icon(NamedTuple):
    """Its name, which has a digest of its content, and the content."""

    name: str
    content: bytes


def icon(settings: dict[str, Any]) -> Icon:
    """The icon beside `site.yaml`, or that of the theme."""
    own, theirs = Path(settings["PATH"], NAME), Path(settings["THEME"], "static", NAME)
    content = (own if own.is_file() else theirs).read_bytes()
    return Icon(f"icon-{hashlib.sha256(content).hexdigest()[:8]}.svg", content)


def read(pelican: Pelican) -> None:
    """Put it into the settings, for whoever names it."""
    pelican.settings["ICON"] = icon(pelican.settings)


def write(pelican: Pelican) -> None:
    """Write it beside scripts and style sheets; last, when Pelican has made their folder."""
    name, content = pelican.settings["ICON"]
    Path(pelican.settings["OUTPUT_PATH"], pelican.settings["THEME_STATIC_DIR"], name).write_bytes(content)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(read)
    signals.finalized.connect(write)
