"""Feeds, the map of the site, and the files by which programs find their way."""

from collections.abc import Iterator

from pelican import Pelican, signals

from casebook.export.discovery import discovery_files
from casebook.export.feeds import FOLDER, feed_files
from casebook.export.sitemap import sitemap_files
from casebook_pelican.building import Build, Part, Product


def files(build: Build, unit: int) -> Iterator[Product]:
    """The files; those with whole addresses only where the site knows its own."""
    address = build.settings["SITE_ADDRESS"]
    found = discovery_files(build.library, address, build.settings["ASSETS"]["icon.svg"].address)
    if address:
        found |= sitemap_files(build.library, address)
        found |= {f"{FOLDER}/{name}": text for name, text in feed_files(build.library, address)}
    for path, text in found.items():
        yield Product(path, "", lambda text=text: text)  # type: ignore[misc]


PART = Part("discovery", files)


def offer(pelican: Pelican) -> None:
    """Add the part to those of the site."""
    pelican.settings["PARTS"] += (PART,)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
