"""The data by which the page of all cases filters and sorts: `explore/manifest.json`, and columns.

The macros of the templates draw cards, rows and maps, each in a file of its own, so that a filtered list looks like the
page.
"""

from collections.abc import Iterator

from pelican import Pelican, signals

from casebook.addresses import CASES
from casebook.builds import build_files, json_text
from casebook.export.columns import DrawnMap, column_files, columns_manifest, map_files
from casebook.views.cards import card
from casebook.views.explore import case_maps, case_row
from casebook_pelican.building import Build, Part, Product
from casebook_pelican.data_files import under


def files(build: Build, unit: int) -> Iterator[Product]:
    """The columns, the maps, and the cards and rows in small files."""
    library, macro = build.library, build.renderer.macro
    draw_card, draw_row = macro("macros/card.html", "card", CASES), macro("macros/explore.html", "row", CASES)
    draw_map = macro("macros/tiles.html", "tile_map", CASES)
    texts = column_files(library)
    for number, case in enumerate(library.newest):
        texts[f"cards/{number}.json"] = json_text(draw_card(card(library, case)))
        texts[f"rows/{number}.json"] = json_text(draw_row(case_row(library, case)))
    maps = case_maps(library)
    texts |= map_files(library, maps)
    for place, one in maps.items():
        texts[f"maps/{place}.json"] = json_text(DrawnMap(html=draw_map(one), note=one.note).model_dump())
    return under(PART.below, build_files(texts, lambda name: columns_manifest(library, texts, name).model_dump()))


PART = Part("explore", files, "explore")


def offer(pelican: Pelican) -> None:
    """Add the part to those of the site."""
    pelican.settings["PARTS"] += (PART,)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
