"""Writes what the page that compares needs: `compare/manifest.json`, and a file a case below `compare/<build>/`."""

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from casebook.export.comparison import comparison_files


class CompareGenerator(Generator):  # type: ignore[misc]
    """The files of the comparison; a browser fetches those of the chosen cases."""

    def generate_output(self, writer: Writer) -> None:
        """Write the files."""
        for name, text in comparison_files(self.context["LIBRARY"]).items():
            path = Path(self.output_path) / "compare" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def get_generators(pelican: Pelican) -> type[Generator]:
    """Offer the generator to Pelican."""
    return CompareGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
