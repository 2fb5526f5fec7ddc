"""Every page: the views of the Library, each through its template."""

from collections.abc import Iterator
from functools import partial

from pelican import Pelican, signals

from casebook_pelican.building import Build, Part, Product

_SIZE = 16  # units that a worker gets at a time: few enough that none is idle at the end


def files(build: Build, unit: int) -> Iterator[Product]:
    """The pages of one unit."""
    for view in build.pages[unit]():
        yield Product(view.path, build.renderer.mark(view), partial(build.renderer.html, view))


def count(build: Build) -> int:
    """How many units of pages there are."""
    return len(build.pages)


PART = Part("pages", files, "", count, _SIZE)


def offer(pelican: Pelican) -> None:
    """Add the part to those of the site."""
    pelican.settings["PARTS"] += (PART,)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
