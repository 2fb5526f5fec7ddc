"""A Chinese typeface that is cut into files by what is used together, as registries have it for browsers."""

import json
import re
from functools import cache
from itertools import groupby
from pathlib import Path

from PIL import ImageFont

_RANGE = re.compile(r"U\+([0-9a-f]+)(?:-([0-9a-f]+))?", re.IGNORECASE)
_MISSING = "〓"  # what a printer sets for a character that he lacks


class Typeface:
    """The characters of a package of Fontsource in one weight; each is set from the file that has it."""

    def __init__(self, package: Path, weight: int) -> None:
        self._files = package / "files"
        self._name = f"{package.name}-{{}}-wght-normal.woff2"
        self._weight = weight
        self._parts = _parts(package)

    def runs(self, text: str, size: int) -> list[tuple[str, ImageFont.FreeTypeFont]]:
        """The pieces of a text, each with the font that sets it."""
        shown = "".join(one if ord(one) in self._parts else _MISSING for one in text)
        return [
            ("".join(run), self._font(part, size)) for part, run in groupby(shown, lambda one: self._parts[ord(one)])
        ]

    @cache  # noqa: B019 - one or two live as long as the build
    def _font(self, part: str, size: int) -> ImageFont.FreeTypeFont:
        font = ImageFont.truetype(self._files / self._name.format(part), size)
        font.set_variation_by_axes([self._weight])
        return font


def _parts(package: Path) -> dict[int, str]:
    """Character -> the part of the typeface that has it."""
    listed: dict[str, str] = json.loads((package / "unicode.json").read_text(encoding="utf-8"))
    return {
        code: part.strip("[]")
        for part, ranges in listed.items()
        for first, last in _RANGE.findall(ranges)
        for code in range(int(first, 16), int(last or first, 16) + 1)
    }
