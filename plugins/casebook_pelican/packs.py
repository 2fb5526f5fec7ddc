"""A course pack as a ZIP that is read from a folder, without a network, with the pages of its cases and methods."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pelican import Pelican, signals

from casebook.addresses import PACKS, entry_url
from casebook.dataset.archive import zipped
from casebook.model.packs import CoursePack
from casebook.store import digest
from casebook.views import View, below, outline
from casebook.views.packs import pack_url, pages_of
from casebook_pelican.building import Build, Part, Product
from casebook_pelican.offline import offline

_PAPERS = ("method_card.html", "handout.html", "pocket.html")


def files(build: Build, unit: int) -> Iterator[Product]:
    """The ZIP of one pack."""
    pack = build.library.collection.packs[unit]
    views = _views(build, pack)
    mark = digest(*(build.renderer.mark(view).encode() for view in views)).hex()
    yield Product(f"{pack_url(pack)}{pack.slug}.zip", mark, partial(_archive, build, pack, views))


def count(build: Build) -> int:
    """How many packs there are."""
    return len(build.library.collection.packs)


def _views(build: Build, pack: CoursePack) -> list[View]:
    """The page of a pack, then those of its cases and methods, and the papers of these."""
    library = build.library
    entries = [entry for slug in pages_of(library, pack) if (entry := library.entry(slug))]
    wanted = [pack_url(pack), *map(entry_url, entries)]
    pages, more = dict(outline(library)), dict(below(library))
    lists = (view for url in wanted[1:] for view in more[url]())
    return [*(pages[url]() for url in wanted), *(view for view in lists if view.template in _PAPERS)]


def _archive(build: Build, pack: CoursePack, views: list[View]) -> bytes:
    paths = {view.url: "index.html" if view is views[0] else view.path for view in views}
    paths[""] = "index.html"  # from the name of the site, the way back to the pack
    address, found, assets = build.settings["SITE_ADDRESS"], dict[str, bytes](), set[str]()
    for view in views:
        page = offline(build.renderer.html(view), view.path, paths, address)
        assets |= page.assets
        found[paths[view.url]] = page.html.encode()
    for path in sorted(assets):
        found[path] = _asset(build, path)
    return zipped({f"{pack.slug}/{path}": data for path, data in found.items()})


def _asset(build: Build, path: str) -> bytes:
    """A style sheet or the icon, which are written last of all."""
    icon, name = build.settings["ICON"], path.partition("/")[2]
    return icon.content if name == icon.name else Path(build.settings["THEME"], "build", name).read_bytes()


PART = Part("packs", files, PACKS.rstrip("/"), count)


def offer(pelican: Pelican) -> None:
    """Add the part to those of the site."""
    pelican.settings["PARTS"] += (PART,)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
