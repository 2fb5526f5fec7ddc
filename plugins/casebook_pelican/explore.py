"""Writes the data by which the page of all cases filters and sorts: `explore/manifest.json`, and columns.

The macros of the templates draw cards, rows and maps, so that a filtered list looks like the page.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from casebook.builds import build_files, json_text
from casebook.export.columns import DrawnMap, column_files, columns_manifest
from casebook.model.values import Record
from casebook.views.addresses import CASES
from casebook.views.cards import card
from casebook.views.explore import COUNTRY, FILE, case_maps, case_row
from casebook_pelican.data_files import write_files


class ExploreGenerator(Generator):  # type: ignore[misc]
    """Writes the columns, the maps, and the cards and rows in small files."""

    def generate_output(self, writer: Writer) -> None:
        """Write the files."""
        library = self.context["LIBRARY"]
        draw_card = self._macro("macros/card.html", "card")
        draw_row = self._macro("macros/explore.html", "row")
        draw_map = self._macro("macros/tiles.html", "tile_map")
        files = column_files(library)
        files |= _in_files("cards", [draw_card(card(library, case)) for case in library.newest])
        files |= _in_files("rows", [draw_row(case_row(library, case)) for case in library.newest])
        maps = case_maps(library)
        files["maps.json"] = json_text([place for place in maps if place != COUNTRY])
        for place, one in maps.items():
            files[f"maps/{place}.json"] = json_text(DrawnMap(html=draw_map(one), note=one.note).model_dump())
        write_files(
            Path(self.output_path) / "explore",
            build_files(files, lambda build: columns_manifest(library, files, build).model_dump()),
        )

    def _macro(self, template: str, name: str) -> Callable[[Record], str]:
        """A macro, with links as seen from the page of all cases."""
        root = "/".join([".."] * CASES.count("/"))
        macro = getattr(self.env.get_template(template).make_module({"SITEURL": root}), name)
        return lambda view: str(macro(view))


def _in_files(folder: str, drawn: Sequence[str]) -> dict[str, str]:
    """Path -> content, so many items in each file."""
    starts = range(0, len(drawn), FILE)
    return {f"{folder}/{start // FILE}.json": json_text(drawn[start : start + FILE]) for start in starts}


def get_generators(pelican: Pelican) -> type[Generator]:
    """Offer the generator to Pelican."""
    return ExploreGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
