"""The files by which the first page of a long list finds the page of an anchor, if there are any."""

from collections.abc import Iterator

from pelican import Pelican, signals

from casebook.export.anchors import anchor_files
from casebook_pelican.building import Build, Part, Product
from casebook_pelican.data_files import under


def files(build: Build, unit: int) -> Iterator[Product]:
    """The files."""
    return under(PART.below, anchor_files(build.library))


PART = Part("anchors", files, "caveats")


def offer(pelican: Pelican) -> None:
    """Add the part to those of the site."""
    pelican.settings["PARTS"] += (PART,)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
