"""Writes what search needs: the index, a row and the text of each page, and what else to search for."""

import json
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from casebook.search import documents, index, variants_data


class SearchGenerator(Generator):  # type: ignore[misc]
    """`search/index.json`, `search/pages.json`, `search/texts/<ref>.json`, `search/variants.json`."""

    def generate_output(self, writer: Writer) -> None:
        """Write the files; pages.json and the texts are only fetched when a search has found something."""
        found = list(documents(self.context["LIBRARY"]))
        folder = Path(self.output_path) / "search"
        _write(folder / "index.json", index(found))
        _write(folder / "pages.json", {d.ref: {"title": d.title, "kind": d.kind, "facts": d.facts} for d in found})
        _write(folder / "variants.json", variants_data(self.context["LIBRARY"], found))
        for document in found:
            _write(folder / "texts" / f"{document.ref.rstrip('/')}.json", document.text)


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def get_generators(pelican: Pelican) -> type[Generator]:
    """Offer the generator to Pelican."""
    return SearchGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
