"""The plain text of a given article, in segments that know where they come from."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from casebook.reading.bounds import LONGEST_ARTICLE


class TooLongError(ValueError):
    """Raised when a text has more than LONGEST_ARTICLE characters."""


class Segment(NamedTuple):
    """Characters `start` to `end` of the plain text, made from `given_start` to `given_end` of what was given."""

    start: int
    end: int
    given_start: int
    given_end: int

    @property
    def is_verbatim(self) -> bool:
        """Whether the characters map one to one; else the segment maps as a whole (`&` to `&amp;`)."""
        return self.end - self.start == self.given_end - self.given_start


@dataclass(frozen=True)
class Article:
    """What was given, its plain text, and the segments that lead from the text back to what was given.

    If the text was made from that of an article `before`, the segments lead back to that.
    """

    given: str
    text: str
    segments: tuple[Segment, ...]
    before: "Article | None" = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in what was given of `start` to `end` of the plain text, at least one character."""
        first, last = self._segment(start), self._segment(end - 1)
        at = first.given_start + (start - first.start if first.is_verbatim else 0)
        to = last.given_end - (last.end - end if last.is_verbatim else 0)
        return self.before.span(at, to) if self.before else (at, to)

    def _segment(self, offset: int) -> Segment:
        return self.segments[bisect_right(self.segments, offset, key=lambda segment: segment.start) - 1]


class Writer:
    """Builds an article from its first character to its last."""

    def __init__(self, given: str):
        self.given = given
        self.text: list[str] = []
        self.segments: list[Segment] = []
        self.end = 0

    def keep(self, start: int, end: int) -> None:
        """Add the given characters from `start` to `end` as they are."""
        self.put(self.given[start:end], start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Add `text` in place of the given characters from `start` to `end`; TooLongError if that is too much."""
        if not text:
            return
        segment = Segment(self.end, self.end + len(text), start, end)
        last = self.segments[-1] if self.segments else None
        if last and last.given_end == start and last.is_verbatim and segment.is_verbatim:
            self.segments[-1] = Segment(last.start, segment.end, last.given_start, end)  # a long text is few segments
        else:
            self.segments.append(segment)
        self.text.append(text)
        self.end = segment.end
        if self.end > LONGEST_ARTICLE:
            raise TooLongError

    def article(self) -> Article:
        """The Article of all that was added."""
        return Article(self.given, "".join(self.text), tuple(self.segments))
