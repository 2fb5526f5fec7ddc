"""Writes the files of search: `search/manifest.json`, and all that it names below `search/<build>/`."""

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from casebook.search import search_files
from casebook_pelican.data_files import write_files


class SearchGenerator(Generator):  # type: ignore[misc]
    """Writes the files of search."""

    def generate_output(self, writer: Writer) -> None:
        """Write the files."""
        write_files(Path(self.output_path) / "search", search_files(self.context["LIBRARY"]))


def get_generators(pelican: Pelican) -> type[Generator]:
    """Offer the generator to Pelican."""
    return SearchGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
