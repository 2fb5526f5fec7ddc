"""Writes `_redirects`; hosts that do not read it have the pages at the old addresses."""

from pathlib import Path
from urllib.parse import urlsplit

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from casebook.export.redirects import redirects_file


class RedirectsGenerator(Generator):  # type: ignore[misc]
    """Writes the one file."""

    def generate_output(self, writer: Writer) -> None:
        """Write the file, also when nothing has moved yet."""
        root = urlsplit(self.settings["SITE_ADDRESS"]).path.rstrip("/")
        path = Path(self.output_path) / "_redirects"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(redirects_file(self.context["LIBRARY"], root), encoding="utf-8")


def get_generators(pelican: Pelican) -> type[Generator]:
    """Offer the generator to Pelican."""
    return RedirectsGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
