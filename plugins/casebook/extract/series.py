"""Finds what the figures of a series share: 2名民警、8名退役军人和2名专干组成 says of all three what they did."""

import re

from casebook.extract.lexicon import Lexemes
from casebook.extract.surroundings import BESIDE, between

_MOST = 6  # figures of a series
_NUMBER = "[\\d一二两三四五六七八九十百千万余多]{1,8}"
_NEXT = re.compile(
    rf"[^\d，,。；;：:！？!?\n一二两三四五六七八九十百千]{{1,14}}(?:、|和|与|及|以及)(?:约|近)?{_NUMBER}[名位个家支户]"
)
_STOP = re.compile(r"[，,。；;：:！？!?\n]")


def shared_behind(text: str, words: Lexemes, end: int) -> frozenset[str]:
    """The words behind the last figure of the series of one that ends at `end`; none when it stands alone."""
    at = end
    for _ in range(_MOST):
        found = _NEXT.match(text, at)
        if found is None:
            break
        at = found.end()
    if at == end:
        return frozenset()
    stop = _STOP.search(text, at, at + BESIDE)
    return between(words, at, stop.start() if stop else at + BESIDE)
