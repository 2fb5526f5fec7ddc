"""The files of search: `search/manifest.json`, and all that it names below `search/`, a folder for each kind."""

from collections.abc import Iterator
from functools import partial

from pelican import Pelican, signals

from casebook.builds import Marked
from casebook.pinyin import read_kept
from casebook.search import search_files
from casebook.search.readings import read
from casebook.search.shards import shards
from casebook_pelican.building import Build, Part, Product
from casebook_pelican.last_index import LastIndex


def files(build: Build, unit: int) -> Iterator[Product]:
    """The files; of an index of which few pages have changed, those of the last site as far as they are the same."""
    is_beside = build.folder and not build.is_in_place  # else nothing of the last site can be linked to
    index = LastIndex(build.last_site, build.last) if is_beside else shards
    found = search_files(build.library, read if build.settings["FRESH"] else read_kept, index)
    for name, one in found.items():
        yield Product(f"{PART.below}/{name}", one.mark, partial(_text, one))


def _text(one: Marked) -> str:
    assert one.text is not None, "what the last site has is not made"
    return one.text


PART = Part("search", files, "search")


def offer(pelican: Pelican) -> None:
    """Add the part to those of the site."""
    pelican.settings["PARTS"] += (PART,)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
