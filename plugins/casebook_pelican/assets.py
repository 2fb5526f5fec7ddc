"""Tells the addresses of scripts, style sheets and the icon, which are named after their content."""

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from pelican import Pelican, signals

from casebook.reading.icon import NAME as ICON

_NAMES = "build/.names.json"  # in the theme: the files beside it; Pelican copies no hidden files


class Asset(NamedTuple):
    """The address of a file below the root of the site, and the addresses of what it imports."""

    address: str
    imports: tuple[str, ...] = ()


def assets(settings: Mapping[str, Any]) -> dict[str, Asset]:
    """Name (`site.css`) -> Asset.

    The address of a script changes with those of its imports, which browsers fetch beside it, not after it.
    """
    folder = PurePosixPath(settings["THEME_STATIC_DIR"])
    named = json.loads(Path(settings["THEME"], _NAMES).read_text(encoding="utf-8"))
    found = {
        name: Asset(str(folder / one["file"]), tuple(str(folder / file) for file in one["imports"]))
        for name, one in named.items()
    }
    return {**found, ICON: Asset(str(folder / settings["ICON"].name))}


def offer(pelican: Pelican) -> None:
    """Put them into the settings, for whoever renders pages."""
    pelican.settings["ASSETS"] = assets(pelican.settings)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
