"""The table of meanings: common words, how often they are written, and the Chinese words that mean nearly the same.

`inv meanings` makes data/meanings.bin; docs/meanings.md says of what, and what its bytes are.
"""

import json
import math
import sys
from array import array
from collections.abc import Container, Iterator, Sequence
from functools import cache
from importlib import resources
from itertools import groupby
from typing import NamedTuple

from casebook.model.values import Struct
from casebook.search.segments import segments, words_of

VERSION = 1
STEPS = 15  # of a similarity, which has half a byte
_HALVES = [(both & STEPS, both >> 4) for both in range(256)]


class Word(NamedTuple):
    """A word for the table: its share of all that are written, and (number, similarity) of the words near to it."""

    text: str
    share: float
    near: Sequence[tuple[int, float]]


class _Head(Struct):
    """The first line of the file: how many words there are, and how many are near to each."""

    version: int
    words: int
    near: int


class Meanings:
    """Words by number, from 0; those that can be near to others come first."""

    def __init__(self, data: bytes) -> None:
        first, _, rest = data.partition(b"\n")
        head = _Head(**json.loads(first))
        if head.version != VERSION:
            raise ValueError(f"a table of meanings of version {head.version}, not {VERSION}")
        *words, tail = rest.split(b"\n", head.words)
        self.words = [word.decode() for word in words]
        self.numbers = {word: number for number, word in enumerate(self.words)}
        self._cutting = words_of(self.words)
        self._count = head.near
        self._rare = tail[: head.words]
        near = head.words * head.near
        self._near = _numbers(tail[head.words : head.words + 2 * near])
        self._similar = tail[head.words + 2 * near :]

    def cut(self, text: str) -> list[str]:
        """The words of a text, as often as they stand in it; what is in no table is cut into what is, or characters."""
        return segments(text, self._cutting)

    def share(self, number: int) -> float:
        """Of all words that are written, the share of this one."""
        return float(10 ** (-self._rare[number] / 10))

    def near(self, wanted: Container[int]) -> Iterator[tuple[int, list[tuple[int, int]]]]:
        """Words in order, with (number, similarity in steps) of those near to each that are wanted, nearest first."""
        places = [place for place, number in enumerate(self._near) if number in wanted]
        for number, some in groupby(places, lambda place: place // self._count):
            yield number, [(self._near[place], _HALVES[self._similar[place // 2]][place % 2]) for place in some]


@cache
def meanings() -> Meanings:
    """The table, which is read once."""
    return Meanings(resources.files("casebook").joinpath("data/meanings.bin").read_bytes())


def packed(words: Sequence[Word]) -> bytes:
    """The file of a table. Each word has as many words near to it as the others, an even count."""
    count = len(words[0].near)
    near = array("H", (number for word in words for number, _ in word.near))
    steps = [round(similar * STEPS) for word in words for _, similar in word.near]
    head = json.dumps({"version": VERSION, "words": len(words), "near": count})
    return b"".join(
        (
            f"{head}\n".encode(),
            *(f"{word.text}\n".encode() for word in words),
            bytes(_rarity(word.share) for word in words),
            _little(near).tobytes(),
            bytes(low | high << 4 for low, high in zip(steps[::2], steps[1::2], strict=True)),
        )
    )


def _rarity(share: float) -> int:
    """Tenths of a power of ten: 30 of a word that is one in a thousand."""
    return round(-10 * math.log10(share))


def _numbers(data: bytes) -> "array[int]":
    found = array("H")
    found.frombytes(data)
    return _little(found)


def _little(numbers: "array[int]") -> "array[int]":
    """Numbers of two bytes between this machine's order and the file's, the lower byte first."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
