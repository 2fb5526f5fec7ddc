"""Draws a picture of words for services that show one in the place of a link.

Some show it whole, 1200 by 630; others, as WeChat, cut a square out of its middle: all words stand in this square.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw

from casebook.views.pictures import Picture
from casebook_pelican.typeface import Typeface

WIDTH, HEIGHT = 1200, 630
COLOURS = 32  # of the file: a few grounds, and the edges of the characters between them
_ROOM = 580  # for a line, within the square
_SIZES = ((84, 2), (72, 3), (60, 3), (52, 4), (40, 5))  # of a title, with how many lines it may have in each
_SMALL, _FIGURE = 30, 76
_LEADING = 1.3
_GAP = 22  # above the title, and above the figure
_BAND = 18
_FOOT = 48  # from the lower edge to the middle of the last line
_COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6})")


class _Line(NamedTuple):
    words: str
    size: int
    colour: str
    gap: int = 0  # above it


class Draughtsman:
    """Draws in one typeface and the colours of the site (`tokens`: their sheet); `name` is that of the site."""

    def __init__(self, package: Path, tokens: str, name: str) -> None:
        self._face = Typeface(package, weight=700)
        self._colours = dict(_COLOUR.findall(tokens.partition("@media")[0]))
        self._name = name

    def png(self, picture: Picture) -> bytes:
        """The picture as a file."""
        image = Image.new("RGB", (WIDTH, HEIGHT), self._colours["paper"])
        draw = ImageDraw.Draw(image)
        draw.rectangle((0, 0, WIDTH, _BAND), fill=self._colours["seal"])
        self._set(draw, list(self._lines(picture)), (HEIGHT - _FOOT) / 2)
        if "".join(picture.title) != self._name:
            self._set(draw, [_Line(self._name, _SMALL, self._colours["quiet"])], HEIGHT - _FOOT)
        file = BytesIO()
        image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
        return file.getvalue()

    def _lines(self, picture: Picture) -> Iterator[_Line]:
        """All lines but the name of the site."""
        quiet = self._colours["quiet"]
        yield _Line(picture.above, self._fitting(picture.above, _SMALL), quiet)
        size, title = self._title(picture.title)
        for at, line in enumerate(title):
            yield _Line(line, size, self._colours["ink"], gap=0 if at else _GAP)
        if picture.value:
            yield _Line(picture.label, self._fitting(picture.label, _SMALL), quiet, gap=_GAP)
            yield _Line(picture.value, self._fitting(picture.value, _FIGURE), self._colours["seal"])

    def _title(self, phrases: Sequence[str]) -> tuple[int, list[str]]:
        """The size and the lines of a title: as large as it can be in few lines."""
        for size, most in _SIZES:
            lines = self._broken(phrases, size, _ROOM)
            if len(lines) <= most and all(self._width(line, size) <= _ROOM for line in lines):
                break
        else:
            size = min(self._fitting(line, size) for line in lines)
        broken = [self._broken(phrases, size, room) for room in range(_ROOM, size, -size // 2)]
        even = [lines for lines in broken if len(lines) == len(broken[0])][-1]  # none is left with a word or two
        return size, even[:most]

    def _broken(self, phrases: Sequence[str], size: int, room: int) -> list[str]:
        """The lines of a title, none wider than `room` but for a phrase that is."""
        lines = [""]
        for phrase in phrases:
            if lines[-1] and self._width(lines[-1] + phrase, size) > room:
                lines.append("")
            lines[-1] += phrase
        return lines

    def _fitting(self, words: str, size: int) -> int:
        """The size in which words fit a line, `size` at most."""
        return min(size, int(size * _ROOM / max(self._width(words, size), 1)))

    def _width(self, words: str, size: int) -> float:
        return sum(font.getlength(run) for run, font in self._face.runs(words, size))

    def _set(self, draw: ImageDraw.ImageDraw, lines: Sequence[_Line], middle: float) -> None:
        """Set lines one below the other, centred."""
        top = middle - sum(line.size * _LEADING + line.gap for line in lines) / 2
        for line in lines:
            top += line.gap + line.size * _LEADING
            left = (WIDTH - self._width(line.words, line.size)) / 2
            for run, font in self._face.runs(line.words, line.size):
                draw.text((left, top - line.size * _LEADING / 2), run, font=font, fill=line.colour, anchor="lm")
                left += font.getlength(run)
