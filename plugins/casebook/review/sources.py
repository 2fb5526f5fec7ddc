"""The text of a source as a reviewer gives it: its paragraphs, where words stand in it, and what was copied from it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from casebook.alike import fold
from casebook.drafting.page import Page
from casebook.extract.units import families

COPIED = 11  # characters in a row, without marks, from which on words were taken and not only facts
OWN = 8  # of these, outside dates, numbers and names: what is fewer was not taken, for facts have no other words
_NUMERALS = "〇一二两三四五六七八九十百千万亿零几半"
_MARKS = re.compile(r"[^\w]+|_")
_QUOTED = re.compile(r"“[^”\n]*”|《[^》\n]*》|「[^」\n]*」|‘[^’\n]*’")
_CALENDAR = ("年", "月份", "月", "日", "号", "时", "点", "分", "季度")
_APART = "\x00"  # stands where something was taken out: what is left on either side is not in a row


@dataclass(frozen=True)
class SourceText:
    """A source as `draft` reads it, whose paragraphs are counted alike, and the name of its file."""

    name: str
    page: Page

    @property
    def text(self) -> str:
        """The text of the article, without what its page puts around it."""
        return self.page.text

    @cached_property
    def _paragraphs(self) -> tuple[str, ...]:
        ends = (*self.page.starts, len(self.text))[1:]
        return tuple(bare(self.text[start:end]) for start, end in zip(self.page.starts, ends, strict=True))

    @cached_property
    def _grams(self) -> frozenset[str]:
        text = bare(_QUOTED.sub(_APART, self.text), apart=True)
        return frozenset(text[at : at + COPIED] for at in range(len(text) - COPIED + 1))

    def places(self, quote: str) -> tuple[int, ...]:
        """The numbers of the paragraphs that have these words, whatever the marks; none if they stand nowhere."""
        words = bare(quote)
        return tuple(number for number, one in enumerate(self._paragraphs, 1) if words and words in one)

    def copied(self, text: str, names: Iterable[str]) -> Iterator[str]:
        """The runs of characters of `text` that were copied, without marks; quotations and `names` may be."""
        known = sorted(filter(None, names), key=len, reverse=True)
        named = re.compile("|".join(map(re.escape, known))) if known else None
        facts = _facts(known)
        for line in text.splitlines():
            left = _QUOTED.sub(_APART, line)
            runs = self._runs(named.sub(_APART, left) if named else left)
            yield from (run for run in runs if len(facts.sub("", run)) >= OWN)

    def _runs(self, line: str) -> Iterator[str]:
        words, at = bare(line, apart=True), 0
        while at + COPIED <= len(words):
            last = at
            while words[last : last + COPIED] in self._grams:
                last += 1
            if last > at:
                last += COPIED - 1
                yield words[at:last]
            at = max(last, at + 1)


def _facts(names: Iterable[str]) -> re.Pattern[str]:
    """Dates, numbers with their units, and names, also without the word for their kind: 盛世桃源 of 盛世桃源小区."""
    words = (bare(name) for name in names)
    forms = {word[:length] for word in words for length in (len(word), len(word) - 1, len(word) - 2)}
    told = "|".join(map(re.escape, sorted((one for one in forms if len(one) > 2), key=len, reverse=True)))
    units = "|".join(map(re.escape, sorted((*families(), *_CALENDAR), key=len, reverse=True)))
    number = rf"\d+(?:{units})?|(?!一(?:{units}))[{_NUMERALS}]+(?:{units})"  # 一家 counts nothing
    return re.compile(f"{told}|{number}" if told else number)


def bare(text: str, *, apart: bool = False) -> str:
    """`text` without marks and blanks, in one form of each character; with `apart`, what was taken out leaves a gap."""
    parts = fold(text).split(_APART) if apart else [fold(text)]
    return _APART.join(_MARKS.sub("", part) for part in parts)
