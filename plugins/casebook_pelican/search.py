"""Writes what search needs: the index in small files, each page as the results show it, and what else to search for.

All but the manifest lies in a folder named after its content: a page that was opened before the site was published anew
asks for files that are no more, and then for the manifest again; it never mixes two builds.
"""

import hashlib
import json
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from casebook.search import BOOSTS, documents, shards, variants_data


class SearchGenerator(Generator):  # type: ignore[misc]
    """`search/manifest.json`, `search/<build>/terms/<n>.json`, `search/<build>/pages/<n>.json`,
    `search/<build>/variants.json`."""

    def generate_output(self, writer: Writer) -> None:
        """Write the files; of pages only those are fetched that a search has found."""
        found = list(documents(self.context["LIBRARY"]))
        files = {f"terms/{number}.json": text for number, text in enumerate(shards(found))}
        manifest = {"shards": len(files), "fields": list(BOOSTS), "documents": len(found)}
        files["variants.json"] = _json(variants_data(self.context["LIBRARY"], found))
        files |= {f"pages/{number}.json": _json(document.page) for number, document in enumerate(found)}
        build = hashlib.sha256("\n".join(f"{name} {text}" for name, text in files.items()).encode()).hexdigest()[:10]
        folder = Path(self.output_path) / "search"
        _write(folder / "manifest.json", _json({"build": build, **manifest}))
        for name, text in files.items():
            _write(folder / build / name, text)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def get_generators(pelican: Pelican) -> type[Generator]:
    """Offer the generator to Pelican."""
    return SearchGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
