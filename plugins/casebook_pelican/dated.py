"""The dated editions of methods: their files, byte for byte as they were cut, below the pages of their methods."""

from collections.abc import Iterator

from pelican import Pelican, signals

from casebook.addresses import METHODS, edition_url
from casebook_pelican.building import Build, Part, Product


def files(build: Build, unit: int) -> Iterator[Product]:
    """All files of all editions."""
    for one in (one for some in build.library.dated.values() for one in some):
        for name, data in one.files.items():
            yield Product(f"{edition_url(one.slug, one.month)}{name}", "", lambda data=data: data)  # type: ignore[misc]


PART = Part("dated", files, METHODS.rstrip("/"))


def offer(pelican: Pelican) -> None:
    """Add the part to those of the site."""
    pelican.settings["PARTS"] += (PART,)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
