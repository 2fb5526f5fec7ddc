"""Finds units and measure words after a number."""

import re
from functools import cache

from casebook.extract.tables import Unit, units

_SPACES = (" ", "\u00a0", "\u3000")


@cache
def _by_first() -> dict[str, list[Unit]]:
    """First character -> written forms of units, the longest first."""
    found: dict[str, list[Unit]] = {}
    for unit in units():
        found.setdefault(unit.form[0], []).append(unit)
    return found


def unit_at(text: str, offset: int) -> tuple[Unit, int] | None:
    """The unit at `offset`, after at most two spaces, and where it ends; for a counted noun that is `offset`."""
    start = offset
    char = text[offset : offset + 1]
    while char in _SPACES and offset < start + 2:
        offset += 1
        char = text[offset : offset + 1]
    for unit in _by_first().get(char, ()):
        if text.startswith(unit.form, offset):
            end = offset + len(unit.form)
            if end == len(text) or text[end] not in unit.not_before or text.startswith(unit.yet_before, end):
                return (unit, start) if unit.noun else (unit, end)
    return None


@cache
def unit_pattern() -> str:
    """A pattern of all units, for the tables."""
    return f"(?:{'|'.join(_pattern(unit) for unit in units() if not unit.noun)})"


def _pattern(unit: Unit) -> str:
    if not unit.not_before:
        return re.escape(unit.form)
    yet = f"(?!{'|'.join(map(re.escape, unit.yet_before))})" if unit.yet_before else ""
    return f"{re.escape(unit.form)}(?!{yet}[{re.escape(unit.not_before)}])"


@cache
def time_units() -> dict[str, str]:
    """Unit after 半, 个半 or 个多 -> unit of time: 月 is 个月, 小时 is 小时."""
    return {unit.form.removeprefix("个"): unit.unit for unit in units() if unit.family == "time"}


# 次/月, 天/周: what rhythms.py writes
_RHYTHMS = [f"{what}/{period}" for what in ("次", "天", "小时") for period in ("日", "周", "月", "季度", "年", "学期")]


@cache
def families() -> dict[str, str]:
    """Unit as written in a Quantity -> its family."""
    return (
        {unit.unit: unit.family for unit in reversed(units())} | {"比": "ratio"} | dict.fromkeys(_RHYTHMS, "frequency")
    )


# A family whose units count the same thing; of any other family each unit is a kind of its own (小时, 天, 平方米).
_UNIT_KINDS = {
    "people": "人",
    "times": "人次",
    "events": "场次",
    "count": "个",
    "household": "户",
    "building": "栋",
    "rate": "%",
    "points": "分",
    "ratio": "比",
}


def unit_kind(unit: str) -> str:
    """The kind of a unit: 人 for 名 and 位, 场次 for 场; 人 and 人次 are different kinds."""
    return _UNIT_KINDS.get(families().get(unit, ""), "天" if unit == "日" else unit)
