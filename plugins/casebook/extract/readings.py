"""What one match of the scanner means: its value, its unit, and how exact it is by itself."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from casebook.extract.numerals import HUNDRED, number, percent, plain, spread
from casebook.extract.patterns import time_units
from casebook.extract.tables import Unit, missing_units, numerals, qualifiers, units
from casebook.model import Qualifier

_HALF = Decimal("0.5")
_FOUR_PLACES = Decimal("0.0001")
# A word that gives a number its unit may stand some words before it: 阅读量累计超过10万
_WORD_BEFORE = 12
_NEAR = re.compile(r"[^\d,，。;；\n]*$")


@dataclass(frozen=True)
class Reading:
    """What the number and unit of one match mean."""

    value: Decimal
    unit: str
    family: str
    value_max: Decimal | None = None
    qualifier: Qualifier = "exact"


def reading(match: re.Match[str]) -> Reading | None:
    """The meaning of a match by the way it is written; None when it turns out to be no figure."""
    return next(read(match) for kind, read in _READERS.items() if match[kind] is not None)


def _often(match: re.Match[str]) -> Reading | None:
    value = number(match["times"])
    period = match["period"].replace("星期", "周").replace("天", "日")
    said = (word.qualifier for word in qualifiers("before") if word.word in match["often"])
    return None if value is None else Reading(value, f"次/{period}", "frequency", qualifier=next(said, "exact"))


def _percent(match: re.Match[str]) -> Reading | None:
    value = number(match["percent_part"]) if match["percent_part"] else HUNDRED
    return None if value is None else Reading(value, "%", "rate")


def _fraction(match: re.Match[str]) -> Reading | None:
    value = percent(match["part"] or match["above"], match["whole"] or match["below"])
    return None if value is None else Reading(value, "%", "rate")


def _tenths(match: re.Match[str]) -> Reading | None:
    if ends := spread(match["tens"]):
        return Reading(ends[0] * 10, "%", "rate", ends[1] * 10, "range")
    value = number(match["tens"] + (match["ones"] or ""))
    if value is None:
        return None
    return Reading(value if match["ones"] else value * 10, "%", "rate")


def _majority(match: re.Match[str]) -> Reading:
    return Reading(Decimal(50), "%", "rate", qualifier="over" if match["majority"] == "过半" else "exact")


def _halved(match: re.Match[str]) -> Reading:
    return Reading(_HALF, time_units()[match["halved_time"]], "time")


def _ratio(match: re.Match[str]) -> Reading | None:
    left, right = number(match["left"]), number(match["right"])
    return Reading(plain((left / right).quantize(_FOUR_PLACES)), "比", "ratio") if left and right else None


def _counted(match: re.Match[str]) -> Reading | None:
    unit, family = _unit(match)
    words = match["number"]
    value = number(words)
    if value is None or _no_count(match, words):
        return None
    if match["low"]:
        return _range(match, value, unit, family)
    if ends := spread(words):
        return Reading(ends[0], unit, family, ends[1], "range")
    over = match["half"] == "个多" or any(more in words for more in numerals().more)
    half = _HALF if match["half"] == "个半" or match["and_half"] else Decimal(0)
    return Reading(value + half, unit, family, qualifier="over" if over else "exact")


def _unit(match: re.Match[str]) -> tuple[str, str]:
    """Unit and family of a counted figure."""
    if match["time"]:
        return time_units()[match["time"]], "time"
    found = _units().get(match["unit"]) or _noun_at(match.string, match.end("unit"))
    return ("元" if match["currency"] else found.unit), found.family


@cache
def _units() -> dict[str, Unit]:
    return {unit.form: unit for unit in units() if not unit.noun}


def _noun_at(text: str, offset: int) -> Unit:
    """The counted noun that stands where a measure word would: 12社区."""
    return next(unit for unit in units() if unit.noun and text.startswith(unit.form, offset))


def _no_count(match: re.Match[str], words: str) -> bool:
    """A scale alone is a number only beside a qualifier: 近百人, 百余名; not 百人, 千户, which are names."""
    return all(char in numerals().scales and char != "十" for char in words) and not match["before"]


def _range(match: re.Match[str], high: Decimal, unit: str, family: str) -> Reading | None:
    """Two ends; a scale written once holds for both: 5-10万元 is 50000 to 100000."""
    low = number(match["low"])
    last = match["number"][-1]
    if low is None:
        return None
    if not match["low_unit"] and last in "万亿" and match["low"][-1] not in numerals().scales:
        scaled = low * numerals().scales[last]
        low = scaled if scaled < high else low
    return Reading(low, unit, family, high, "range") if low < high else Reading(high, unit, family)


def _paid(match: re.Match[str]) -> Reading | None:
    value = number(match["amount"])
    return None if value is None else Reading(value, "元", "money")


def _bare(match: re.Match[str]) -> Reading | None:
    """A number without a unit: the words before may give it one (资金50万), else it is no figure."""
    value = number(match["sum"])
    before = match.string[max(0, match.start() - _WORD_BEFORE) : match.start()]
    near = _NEAR.search(before)
    if value is None or near is None:
        return None
    given = (row for row in missing_units() if any(word in near[0] for word in row[0]))
    return next((Reading(value, unit, family) for _, unit, family in given), None)


# way of writing (a group of patterns.py) -> what reads it
_READERS: dict[str, Callable[[re.Match[str]], Reading | None]] = {
    "often": _often,
    "percent": _percent,
    "fraction": _fraction,
    "tenths": _tenths,
    "majority": _majority,
    "halved": _halved,
    "ratio": _ratio,
    "counted": _counted,
    "paid": _paid,
    "bare": _bare,
}
