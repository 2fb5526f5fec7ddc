"""Writes the files by which the first page of a long list finds the page of an anchor."""

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from casebook.export.anchors import anchor_files
from casebook_pelican.data_files import write_files


class AnchorsGenerator(Generator):  # type: ignore[misc]
    """Writes the files, if there are any."""

    def generate_output(self, writer: Writer) -> None:
        """Write the files."""
        write_files(Path(self.output_path) / "caveats", anchor_files(self.context["LIBRARY"]))


def get_generators(pelican: Pelican) -> type[Generator]:
    """Offer the generator to Pelican."""
    return AnchorsGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
