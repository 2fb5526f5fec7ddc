"""The yardstick: one regular expression of a number and a unit, what one would write first for this task."""

import re
from functools import cache
from typing import Any

from casebook.extract.numerals import number
from casebook.extract.tables import units

_QUALIFIER = "约|近|超过|超|逾|不少于|不低于|至少|不超过|最多|不到|不足|上"
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?|[零〇一二两三四五六七八九十百千半几]+"
_MORE = "[多余]"


def expression(*, qualifier: bool = True) -> re.Pattern[str]:
    """A qualifier perhaps, Arabic or Chinese digits, 万 亿 多 余 perhaps, then any written form of any unit we know.

    It looks at nothing around the figure. Without the `qualifier` in front it is some times faster, since it can then
    skim the text for digits.
    """
    forms = sorted({unit.form for unit in units()}, key=lambda form: (-len(form), form))
    before = rf"(?:(?:{_QUALIFIER})\s?)?" if qualifier else ""
    return re.compile(
        rf"{before}(?P<number>{_NUMBER})(?P<scale>[万亿多余]{{0,3}})\s?(?P<unit>{'|'.join(map(re.escape, forms))})"
    )


@cache
def _names() -> dict[str, str]:
    """Each written form of a unit with the name under which it is reported, as in our own figures (％ is %)."""
    return {unit.form: unit.unit for unit in reversed(units())}


@cache
def money_units() -> frozenset[str]:
    """The names of the units of money."""
    return frozenset(unit.unit for unit in units() if unit.family == "money")


def figures(text: str, pattern: re.Pattern[str]) -> list[dict[str, Any]]:
    """The matches of `pattern` as predictions; our own numeral reader gives them their values, which favours them."""
    found: list[dict[str, Any]] = []
    for match in pattern.finditer(text):
        value = number(match["number"] + re.sub(_MORE, "", match["scale"]))
        found.append(
            {
                "span": list(match.span()),
                "value": None if value is None else float(value),
                "value_max": None,
                "unit": _names()[match["unit"]],
            }
        )
    return found
