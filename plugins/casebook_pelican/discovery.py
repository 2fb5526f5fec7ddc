"""Feeds, the map of the site, and the files by which programs find their way."""

from collections.abc import Iterator

from pelican import Pelican, signals

from casebook.export.discovery import MANIFEST, discovery_files, manifest
from casebook.export.feeds import FOLDER, feed_files
from casebook.export.sitemap import sitemap_files
from casebook_pelican.building import Build, Part, Product


def files(build: Build, unit: int) -> Iterator[Product]:
    """The files with whole addresses, where the site knows its own."""
    address = build.settings["SITE_ADDRESS"]
    if address:
        found = discovery_files(build.library, address) | sitemap_files(build.library, address)
        found |= {f"{FOLDER}/{name}": text for name, text in feed_files(build.library, address)}
        for path, text in found.items():
            yield Product(path, "", lambda text=text: text)  # type: ignore[misc]


def of_manifest(build: Build, unit: int) -> Iterator[Product]:
    """The manifest, which every site has."""
    yield Product(MANIFEST, "", lambda: manifest(build.library, build.settings["ASSETS"]["icon.svg"].address))


PARTS = (Part("discovery", files), Part("manifest", of_manifest, MANIFEST))


def offer(pelican: Pelican) -> None:
    """Add the parts to those of the site."""
    pelican.settings["PARTS"] += PARTS


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
