"""Writes what search needs: `search/manifest.json`, and below `search/<build>/` all that it names."""

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from casebook.search import search_files


class SearchGenerator(Generator):  # type: ignore[misc]
    """The files of search; of pages only those are fetched that a search has found."""

    def generate_output(self, writer: Writer) -> None:
        """Write the files."""
        for name, text in search_files(self.context["LIBRARY"]).items():
            path = Path(self.output_path) / "search" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def get_generators(pelican: Pelican) -> type[Generator]:
    """Offer the generator to Pelican."""
    return SearchGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
