"""The pictures that other services show in the place of links, beside the pages; templates are told where they are.

They are drawn where the settings name a `TYPEFACE`, which the public site does, and kept from one build to the next.
"""

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from pelican import Pelican, signals

from casebook.library import Library
from casebook.store import KEPT
from casebook.views.pictures import Picture, pictures
from casebook_pelican.building import Build, Part, Product

if TYPE_CHECKING:
    from casebook_pelican.drawing import Draughtsman

NAME = "share.png"  # beside its page
_PICTURES = KEPT / "pictures"
_SIZE = 16  # pictures that a worker draws at a time: each takes some hundredths of a second
_TOKENS = Path(__file__).parents[2] / "theme" / "static" / "css" / "tokens.css"
_DRAWING = tuple(Path(__file__).with_name(f"{name}.py") for name in ("drawing", "typeface"))


def files(build: Build, unit: int) -> Iterator[Product]:
    """The picture of one page."""
    url, digest, picture = build.settings["DRAWN"][unit]
    draughtsman = partial(_draughtsman, build.settings["TYPEFACE"], build.library.collection.site.name)
    yield Product(f"{url}{NAME}", digest, lambda: _kept(digest) or _keep(digest, draughtsman().png(picture)))


def _kept(digest: str) -> bytes:
    """What was drawn in a build before, of one edition of the site or another; empty if it was not."""
    path = _PICTURES / f"{digest}.png"
    return path.read_bytes() if path.is_file() else b""


def _keep(digest: str, data: bytes) -> bytes:
    _PICTURES.mkdir(parents=True, exist_ok=True)
    part = _PICTURES / f"{digest}.{os.getpid()}"
    part.write_bytes(data)
    part.replace(_PICTURES / f"{digest}.png")
    return data


@cache
def _draughtsman(package: str, name: str) -> "Draughtsman":
    from casebook_pelican import drawing  # only where pictures are drawn, as PIL below

    return drawing.Draughtsman(Path(package), _TOKENS.read_text(encoding="utf-8"), name)


def count(build: Build) -> int:
    """How many pages have a picture."""
    return len(build.settings["DRAWN"])


PART = Part("pictures", files, "", count, _SIZE)


def offer(pelican: Pelican) -> None:
    """Add the part to those of the site; put `DRAWN` and `PICTURES` into the settings, empty where none are drawn.

    `DRAWN`: of each picture the address of its page, a digest of all that it comes from, and what is drawn. `PICTURES`:
    address of a page -> address of its picture, which has a digest, since services keep for long what they have once
    fetched.
    """
    settings = pelican.settings
    drawn = [*_drawn(settings["LIBRARY"], Path(settings["TYPEFACE"]))] if settings["TYPEFACE"] else []
    settings["DRAWN"] = drawn
    settings["PICTURES"] = _addresses(drawn)
    settings["PARTS"] += (PART,)


def _addresses(drawn: list[tuple[str, str, Picture]]) -> Mapping[str, str]:
    return {url: f"{url}{NAME}?v={digest[:10]}" for url, digest, _ in drawn}


def _drawn(library: Library, package: Path) -> Iterator[tuple[str, str, Picture]]:
    """What is drawn; exit with 1 without the typeface."""
    if not package.is_dir():
        print(f"The typeface of the pictures is not in {package}: inv publish installs it.", file=sys.stderr)
        sys.exit(1)
    import PIL

    digest = hashlib.sha256(f"{PIL.__version__} {library.collection.site.name}".encode())
    for path in (*_DRAWING, _TOKENS, package / "package.json"):
        digest.update(path.read_bytes())
    common = digest.digest()
    for url, picture in pictures(library):
        yield url, hashlib.sha256(common + msgspec.json.encode(picture)).hexdigest(), picture


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
