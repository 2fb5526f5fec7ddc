"""Tells templates the addresses of scripts, style sheets and the icon, which are named after their content."""

import json
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

from pelican import Pelican, signals

from casebook.reading.icon import NAME as ICON

_NAMES = "build/.names.json"  # in the theme: the files beside it; Pelican copies no hidden files


def assets(settings: dict[str, Any]) -> dict[str, Callable[[str], Any]]:
    """`asset`: name (`site.css`) -> address below the root of the site; `imports`: name of a script -> its imports.

    What a page has of the theme it asks `asset` for, so that it changes with what it has of it, and with nothing else:
    the name of a script changes with those of its imports, which browsers fetch beside it, not after it.
    """
    folder = PurePosixPath(settings["THEME_STATIC_DIR"])
    named = json.loads(Path(settings["THEME"], _NAMES).read_text(encoding="utf-8"))
    files = {**{name: one["file"] for name, one in named.items()}, ICON: settings["ICON"].name}
    imports = {name: [str(folder / file) for file in one["imports"]] for name, one in named.items()}
    return {"asset": lambda name: str(folder / files[name]), "imports": lambda name: imports[name]}


def offer(pelican: Pelican) -> None:
    """Put both into the settings, for every generator."""
    pelican.settings["JINJA_GLOBALS"] |= assets(pelican.settings)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
