"""Strings that might take a regular expression, a slice or a number more than linear time, timed at n and 2n."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from benchmarks.timing import best

_LONG, _SHORT = 100_000, 25_000  # bytes of UTF-8 at n
LIMIT = 2.5  # of 2n to n: 2 is linear, 4 quadratic
_MOST = 5.0  # seconds; a ratio above the limit is measured again, unless that takes longer than this


@dataclass(frozen=True)
class Hostile:
    """A string: `piece` over and over, `size` bytes of it, between `head` and `tail`."""

    piece: str
    head: str = ""
    tail: str = ""
    size: int = _SHORT

    def text(self, times: int) -> str:
        """The string at `times` n."""
        return self.head + self.piece * (times * self.size // len(self.piece.encode())) + self.tail

    @property
    def name(self) -> str:
        """What it looks like at n."""
        count = self.size // len(self.piece.encode())
        parts = (self.head and repr(self.head), f"{self.piece!r} × {count:,}", self.tail and repr(self.tail))
        return " + ".join(part for part in parts if part)


_WELL_KNOWN = ("1", "“(", "每月", "《", "近", "12个、", "从", "第一", "1-", "1,", "三分之", "1: ")
STRINGS = (
    Hostile("一", size=30_000),  # ten thousand characters
    *(Hostile(piece, size=_LONG) for piece in _WELL_KNOWN),
    # Names that have no end, or begin at once after another.
    *(Hostile(piece) for piece in ("社区", "协会", "在丁社区", "丁基金会", "里水镇", "和平区、", "南海")),
    # A sentence that does not end: what holds its text for each of its figures holds it thousands of times.
    Hostile("12个、", head="好。", size=_LONG),
    # Thousands that are parted by spaces, with no unit at the end: looked for again from each of them.
    Hostile("111 "),
    Hostile("111,"),
    Hostile("1，111 "),
    # Numbers beyond what a decimal can hold.
    Hostile("亿", head="百分之", size=400_000),
    Hostile("万", head="1到", tail="个"),
    Hostile("9", head="每1天", tail="次"),
    Hostile("9", head="3年", tail="个月"),
    Hostile("9", head="1-", tail="万元"),
    # Marks that open and never close, and lines that might be headings.
    Hostile("“一"),
    Hostile("（1"),
    Hostile("“甲乙、"),
    Hostile("流程:甲乙、丙丁—"),
    Hostile("首先甲,然后"),
    Hostile("一、甲\n"),
    Hostile("1、\n"),
    Hostile("①甲\n第一步甲\n"),
    Hostile("相关阅读\n"),
    # White space and codes around numbers.
    Hostile(" ", head="1", tail="个"),
    Hostile("1\u00a0\u3000"),
    Hostile("+1\n"),
    Hostile("http://a.b/1@"),
    # Ranges, changes, parts, rhythms and rows of names that each look back or ahead.
    Hostile("1到1至"),
    Hostile("从1个增加到"),
    Hostile("其中1个和"),
    Hostile("每1天1次"),
    Hostile("三年零两个月"),
    Hostile("生态、三大类"),
    Hostile("2021年1月1日至"),
    Hostile("最高资助1万多"),
    Hostile("社区志愿服务队"),
)


@dataclass(frozen=True)
class Row:
    """What one string took: CPU seconds at n and 2n, or the error that it ended in."""

    name: str
    once: float = 0.0
    twice: float = 0.0
    per_character: float = 0.0
    error: str = ""

    @property
    def ratio(self) -> float:
        """The time at 2n to that at n."""
        return self.twice / self.once if self.once else 0.0

    @property
    def is_bad(self) -> bool:
        """Whether it raised, or took more than linear time."""
        return bool(self.error) or self.ratio > LIMIT


def rows(read: Callable[[str], object], strings: Iterable[Hostile] = STRINGS) -> Iterator[Row]:
    """A row for each of `strings`, as soon as it is measured."""
    for string in strings:
        try:
            yield _row(read, string)
        except Exception as error:  # whatever it is, it belongs into the table
            yield Row(string.name, error=f"{type(error).__name__}: {error}"[:60])


def _row(read: Callable[[str], object], string: Hostile) -> Row:
    once, twice = string.text(1), string.text(2)
    work = {"once": lambda: read(once), "twice": lambda: read(twice)}
    found = best(work, 2)
    if found["twice"] > LIMIT * found["once"] and found["twice"] < _MOST:
        again = best(work, 5)  # the best of all rounds: a machine that is busy for a moment is no quadratic
        found = {name: min(seconds, again[name]) for name, seconds in found.items()}
    return Row(string.name, found["once"], found["twice"], found["twice"] / len(twice))
