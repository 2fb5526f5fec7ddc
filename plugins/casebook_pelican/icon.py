"""Writes the collection's own icon in the place of the theme's, where it has one."""

import shutil
from pathlib import Path

from pelican import Pelican, signals

from casebook.reading.icon import NAME as ICON


def write_icon(pelican: Pelican) -> None:
    """Copy the icon beside `site.yaml` over the theme's; last, since Pelican copies the theme at the end."""
    own = Path(pelican.settings["PATH"]) / ICON
    if own.is_file():
        shutil.copyfile(own, Path(pelican.settings["OUTPUT_PATH"], pelican.settings["THEME_STATIC_DIR"], ICON))


def register() -> None:
    """Connect to Pelican."""
    signals.finalized.connect(write_icon)
