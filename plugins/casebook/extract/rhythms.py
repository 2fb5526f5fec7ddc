"""Reads how often something happens: 每月一次, 每季度召开两场, 每两个月一次, 每周5天."""

import re
from decimal import Decimal
from typing import NamedTuple

from casebook.extract.numerals import NUMBER, number, plain

_PERIOD = "天|晚|日|周|星期|月|季度|季|年|学期"
_WORDS = r"(?:(?![人户每])[\u4e00-\u9fff]){0,6}"  # 每季度召开两场; not 每月人均两次
_OFTEN = re.compile(rf"每(?P<every>[半一二两三四五六\d])?个?(?P<period>{_PERIOD})(?P<words>{_WORDS})$")
_PER_PERIOD = re.compile(rf"每(?P<period>{_PERIOD})$")
_EVERY = re.compile(
    rf"(?P<every>[半一二两三四五六\d])个?(?P<period>{_PERIOD}){_WORDS}?(?P<n>{NUMBER})(?P<unit>[次场期节轮回])"
)
OCCASIONS = frozenset("次场期节轮回")
PERIODS = {"星期": "周", "天": "日", "晚": "日", "季": "季度"}  # as they are written in a unit
_LASTING = ("天", "小时")
_WINDOW = 14  # characters before a number in which its 每 may stand
_MONTHLY = 31  # more often in a period is a volume (每年200场), not a rhythm
_HALF = Decimal("0.5")
_FOUR_PLACES = Decimal("0.0001")


class Rhythm(NamedTuple):
    """A number of `times` in a period, its unit (次/月), and the span of its words."""

    times: Decimal
    unit: str
    begin: int
    end: int


def often(text: str, start: int, unit: str, value: Decimal, end: int) -> Rhythm | None:
    """The rhythm of the number at `start` and a 每 before it; None if the number is a count."""
    left = max(0, start - _WINDOW)
    if value > _MONTHLY or text.rfind("每", left, start) < 0:
        return None
    if unit in _LASTING:
        per = _PER_PERIOD.search(text, left, start)
        return Rhythm(value, f"{unit}/{_name(per['period'])}", start, end) if per else None
    match = _OFTEN.search(text, left, start) if unit in OCCASIONS else None
    if match is None:
        return None
    # Words between part the number from its 每: then the figure is the number with its unit.
    begin = start if match["words"] else match.start()
    return Rhythm(_times(value, match["every"] or "一"), f"次/{_name(match['period'])}", begin, end)


def every(text: str, start: int) -> Rhythm | None:
    """The rhythm of 每 and the number at `start` after it: 每两个月一次 is 0.5 a month."""
    match = _EVERY.match(text, start)
    value = number(match["n"]) if match else None
    if match is None or value is None:
        return None
    return Rhythm(_times(value, match["every"]), f"次/{_name(match['period'])}", start - 1, match.end())


def is_rhythm(text: str, start: int) -> bool:
    """Whether 每 and a period stand before `start`, so that a single 一 counts (每周评一回)."""
    return bool(_OFTEN.search(text, max(0, start - _WINDOW), start))


def _times(value: Decimal, periods: str) -> Decimal:
    return plain((value / (_HALF if periods == "半" else number(periods) or Decimal(1))).quantize(_FOUR_PLACES))


def _name(period: str) -> str:
    return PERIODS.get(period, period)
