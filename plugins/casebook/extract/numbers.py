"""The kinds of written numbers, for which the rows of traps are: a year, one of two digits, a vague one."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from casebook.extract.numerals import CHINESE, YEAR

YEAR_WRITTEN = rf"(?:(?:19|20)\d{{2}}(?!\d)|{YEAR})"


def _small(number: str) -> bool:
    return len(number) <= 3 and not any(char in number for char in "百千万亿半多余几") and number != "零"


_KINDS: Mapping[str, Callable[[str], object]] = {
    "han": lambda number: number[0] in CHINESE,
    "digits": lambda number: number[0].isdigit(),
    "year": re.compile(YEAR_WRITTEN).fullmatch,
    "small": _small,
    "one": lambda number: number == "一",
    "vague": lambda number: "几" in number,
    "few": lambda number: len(number) == 1 and number in CHINESE and number != "零",
    "digit": lambda number: len(number) == 1 and number.isdigit(),
    "long": lambda number: number.isdigit() and len(number) >= 5,
    "half": lambda number: number == "一半",
    "halfone": lambda number: number == "半",
    "two": lambda number: number.isdigit() and len(number) == 2,
    "pair": lambda number: number == "一两",
    "rough": re.compile("三五[十百千万]*|[百千]八[十百]|百十|亿万|万千").fullmatch,
    "scaled": lambda number: number[-1] in "百千万亿",
    "any": lambda number: True,
}


@lru_cache(maxsize=1024)
def kinds_of(number: str) -> frozenset[str]:
    """The kinds of a number; a text has the same few numbers again and again."""
    return frozenset(kind for kind, holds in _KINDS.items() if holds(number))
