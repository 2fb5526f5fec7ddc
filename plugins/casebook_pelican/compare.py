"""Writes the data of the page that compares: `compare/manifest.json`, and a file for each case."""

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from casebook.export.comparison import comparison_files
from casebook_pelican.data_files import write_files


class CompareGenerator(Generator):  # type: ignore[misc]
    """Writes the files of the comparison."""

    def generate_output(self, writer: Writer) -> None:
        """Write the files."""
        write_files(Path(self.output_path) / "compare", comparison_files(self.context["LIBRARY"]))


def get_generators(pelican: Pelican) -> type[Generator]:
    """Offer the generator to Pelican."""
    return CompareGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
