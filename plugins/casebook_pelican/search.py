"""The files of search: `search/manifest.json`, and all that it names below `search/<build>/`."""

from collections.abc import Iterator

from pelican import Pelican, signals

from casebook.pinyin import read_kept
from casebook.search import search_files
from casebook.search.readings import read
from casebook_pelican.building import Build, Part, Product
from casebook_pelican.data_files import under


def files(build: Build, unit: int) -> Iterator[Product]:
    """The files."""
    return under(PART.below, search_files(build.library, read if build.settings["FRESH"] else read_kept))


PART = Part("search", files, "search")


def offer(pelican: Pelican) -> None:
    """Add the part to those of the site."""
    pelican.settings["PARTS"] += (PART,)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
