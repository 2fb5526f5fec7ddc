"""Writes the pictures that other services show in the place of links, and tells templates where they are.

They are drawn where the settings name a `TYPEFACE`, which the public site does, and kept from one build to the next.
"""

import hashlib
import shutil
import sys
from pathlib import Path

import msgspec
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from casebook.files import DIVISIONS
from casebook.library import Library
from casebook.views.pictures import Picture, pictures

NAME = "share.png"  # beside its page
_KEPT = DIVISIONS.with_name("pictures")
_TOKENS = Path(__file__).parents[2] / "theme" / "static" / "css" / "tokens.css"
_DRAWING = tuple(Path(__file__).with_name(f"{name}.py") for name in ("drawing", "typeface"))


class SharingGenerator(Generator):  # type: ignore[misc]
    """Writes a picture beside each page that has one."""

    def generate_output(self, writer: Writer) -> None:
        """Draw those that are not kept, and copy all to their places."""
        from casebook_pelican import drawing  # as PIL below, only where pictures are drawn

        name, package = self.context["LIBRARY"].collection.site.name, Path(self.settings["TYPEFACE"])
        draughtsman = drawing.Draughtsman(package, _TOKENS.read_text(encoding="utf-8"), name)
        _KEPT.mkdir(parents=True, exist_ok=True)
        for url, (digest, picture) in self.settings["DRAWN"].items():
            kept = _KEPT / f"{digest}.png"
            if not kept.is_file():
                part = kept.with_suffix(".part")
                part.write_bytes(draughtsman.png(picture))
                part.replace(kept)
            place = Path(self.output_path, url, NAME)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(kept, place)


def tell(pelican: Pelican) -> None:
    """Put `PICTURES`, address of a page -> address of its picture, into the settings; empty where none are drawn.

    The address has a digest, since services keep for long what they have once fetched.
    """
    settings = pelican.settings
    settings["DRAWN"] = _drawn(settings["LIBRARY"], Path(settings["TYPEFACE"])) if settings["TYPEFACE"] else {}
    settings["PICTURES"] = {url: f"{url}{NAME}?v={digest[:10]}" for url, (digest, _) in settings["DRAWN"].items()}


def _drawn(library: Library, package: Path) -> dict[str, tuple[str, Picture]]:
    """Address -> a digest of all that the picture comes from, and the picture; exit with 1 without the typeface."""
    if not package.is_dir():
        print(f"The typeface of the pictures is not in {package}: inv publish installs it.", file=sys.stderr)
        sys.exit(1)
    import PIL

    digest = hashlib.sha256(f"{PIL.__version__} {library.collection.site.name}".encode())
    for path in (*_DRAWING, _TOKENS, package / "package.json"):
        digest.update(path.read_bytes())
    common = digest.digest()
    return {
        url: (hashlib.sha256(common + msgspec.json.encode(picture)).hexdigest(), picture)
        for url, picture in pictures(library)
    }


def get_generators(pelican: Pelican) -> type[Generator] | None:
    """Offer the generator to Pelican, where pictures are drawn."""
    return SharingGenerator if pelican.settings["PICTURES"] else None


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(tell)
    signals.get_generators.connect(get_generators)
