"""The plain text of something given, in pieces that each know where they come from."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple


class Piece(NamedTuple):
    """Characters `start` to `end` of a plain text; they stand for what is given from `given_start` to `given_end`."""

    start: int
    end: int
    given_start: int
    given_end: int

    @property
    def is_verbatim(self) -> bool:
        """Whether each character stands for one that was given; otherwise all stand for all (`&amp;` for `&`)."""
        return self.end - self.start == self.given_end - self.given_start


@dataclass(frozen=True)
class Article:
    """What was given, the plain text to be read in it, and the pieces that lead from this to that."""

    given: str
    text: str
    pieces: tuple[Piece, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters `start` to `end` of the plain text, one or more, stand in what was given."""
        first, last = self._piece(start), self._piece(end - 1)
        return (
            first.given_start + (start - first.start if first.is_verbatim else 0),
            last.given_end - (last.end - end if last.is_verbatim else 0),
        )

    def _piece(self, offset: int) -> Piece:
        return self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1]


class Writer:
    """Puts an article together, from the first character to the last."""

    def __init__(self, given: str):
        self.given = given
        self.text: list[str] = []
        self.pieces: list[Piece] = []
        self.end = 0

    def keep(self, start: int, end: int) -> None:
        """Add what is given from `start` to `end`."""
        self.put(self.given[start:end], start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Add `text`, which stands for what is given from `start` to `end`."""
        if not text:
            return
        piece = Piece(self.end, self.end + len(text), start, end)
        last = self.pieces[-1] if self.pieces else None
        if last and last.given_end == start and last.is_verbatim and piece.is_verbatim:
            self.pieces[-1] = Piece(last.start, piece.end, last.given_start, end)  # a long text is few pieces
        else:
            self.pieces.append(piece)
        self.text.append(text)
        self.end = piece.end

    def article(self) -> Article:
        """All that was added."""
        return Article(self.given, "".join(self.text), tuple(self.pieces))
