"""What the form loads to check a case: the archives of Python and the core, the desk of this collection, the divisions.

`form/manifest.json` names each by its content, with its size. The archives that are the same for every collection lie
in the folder `RUNTIME`, where `inv build` makes them.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from pelican import Pelican, signals

from casebook.builds import json_text
from casebook.desk import desk_of
from casebook.export.loaded import Archive, FormManifest
from casebook.gazetteer import NO_DIVISIONS, Gazetteer, columns
from casebook.packing import steadily_packed
from casebook.views.form import DATA
from casebook_pelican.building import Build, Part, Product


def files(build: Build, unit: int) -> Iterator[Product]:
    """The files."""
    library = build.library
    found = {path.stem: path.read_bytes() for path in sorted(Path(build.settings["RUNTIME"]).glob("*.bin"))}
    found["desk"] = _packed(steadily_packed(desk_of(replace(library, gazetteer=NO_DIVISIONS))))
    found["divisions"] = _divisions(library.gazetteer)
    rows: dict[str, Archive] = {}
    for name, data in found.items():
        digest = hashlib.sha256(data).hexdigest()
        rows[name] = Archive(path=f"{PART.below}/{digest[:10]}/{name}.bin", size=len(data))
        yield Product(rows[name].path, digest, partial(bytes, data))
    yield Product(f"{PART.below}/manifest.json", "", partial(json_text, FormManifest(archives=rows)))


def _divisions(gazetteer: Gazetteer) -> bytes:
    return _packed(json.dumps(columns(gazetteer), ensure_ascii=False, separators=(",", ":")).encode())


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


PART = Part("form", files, DATA.removesuffix("/"))


def offer(pelican: Pelican) -> None:
    """Add the part to those of the site."""
    pelican.settings["RUNTIME"] = str(Path(pelican.settings["RUNTIME"]).absolute())
    pelican.settings["PARTS"] += (PART,)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
