"""The data of the page that compares: `compare/manifest.json`, and a file for each case."""

from collections.abc import Iterator

from pelican import Pelican, signals

from casebook.export.comparison import comparison_files
from casebook_pelican.building import Build, Part, Product
from casebook_pelican.data_files import under


def files(build: Build, unit: int) -> Iterator[Product]:
    """The files."""
    return under(PART.below, comparison_files(build.library))


PART = Part("compare", files, "compare")


def offer(pelican: Pelican) -> None:
    """Add the part to those of the site."""
    pelican.settings["PARTS"] += (PART,)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
