"""`_redirects`; hosts that do not read it have the pages at the old addresses."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from pelican import Pelican, signals

from casebook.export.redirects import redirects_file
from casebook_pelican.building import Build, Part, Product


def files(build: Build, unit: int) -> Iterator[Product]:
    """The files."""
    root = urlsplit(build.settings["SITE_ADDRESS"]).path.rstrip("/")
    yield Product(PART.below, "", lambda: redirects_file(build.library, root))


PART = Part("redirects", files, "_redirects")


def offer(pelican: Pelican) -> None:
    """Add the part to those of the site."""
    pelican.settings["PARTS"] += (PART,)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
