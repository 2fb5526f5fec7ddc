"""Places in a source as they are written here: `第37段`, `第2页`."""

import re
import unicodedata

PATTERN = re.compile(r"第[1-9]\d{0,3}[段页]", re.ASCII)
_SPOKEN = re.compile(
    r"第?\s*(\d{1,4}|[一二三四五六七八九十百零]{1,7})\s*(?:个?自然)?(段落?|节|页)|(p{1,2})\.?\s*(\d{1,4})", re.I
)
_UNITS = {"段": "段", "段落": "段", "页": "页", "p": "页", "pp": "页"}
_DIGITS = "零一二三四五六七八九"


def meant(text: str) -> str | None:
    """A place that is written otherwise, as it is written here (`第三十七自然段`); None if that cannot be told."""
    found = _SPOKEN.fullmatch(unicodedata.normalize("NFKC", text).strip())
    unit = _UNITS.get((found[2] or found[3]).lower()) if found else None
    if found is None or unit is None:
        return None
    number = found[1] or found[4]
    place = f"第{int(number) if number.isascii() else _arabic(number)}{unit}"
    return place if PATTERN.fullmatch(place) else None


def _arabic(numeral: str) -> int:
    """`三十七` as 37, `一百零二` as 102."""
    hundreds, hundred, rest = numeral.rpartition("百")
    tens, ten, ones = rest.lstrip("零").rpartition("十")
    parts = [
        _digit(hundreds or "一") if hundred else 0,
        _digit(tens or "一") if ten else 0,
        _digit(ones) if ones else 0,
    ]
    return parts[0] * 100 + parts[1] * 10 + parts[2]


def _digit(numeral: str) -> int:
    return _DIGITS.index(numeral) if len(numeral) == 1 else 10_000  # more digits than one are no numeral here
