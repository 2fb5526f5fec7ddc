"""Tells when a figure measures what the one before it does: its new value, a part of it, another of a row."""

import re
from functools import cache

from casebook.extract.surroundings import TOPIC, Surroundings
from casebook.extract.tables import counting
from casebook.extract.units import families
from casebook.model.records import Metric, Quantity

_CHANGED_NEAR = 16
_BETWEEN_PARTS = ("、", "，", ",", "和")
_BETWEEN_ALIKE = ("、", "和", "或", "至", "/")  # 50小时、150小时
_ANYTHING = frozenset(("个", "家", "项", "件", "次"))  # units of a part that may be something else than its whole


def is_change(text: str, last: Metric, quantity: Quantity) -> bool:
    """Whether `quantity` is the new value of the figure before it: 从251项减少到62项."""
    if last.unit != quantity.unit or quantity.start - last.end > _CHANGED_NEAR:
        return False
    return bool(_changed().fullmatch(text, last.end, quantity.start))


@cache
def _changed() -> re.Pattern[str]:
    """The pattern of the words between the two figures of a change: 减少到, 一路增加至."""
    return re.compile(rf"[\u4e00-\u9fff]{{0,6}}?(?:{'|'.join(counting().changes)})(?:[到至为成]|到了|至了)")


def is_part(text: str, last: Metric, around: Surroundings, quantity: Quantity, *, in_parts: bool) -> bool:
    """Whether a figure is part of the one before it, and so measures the same: 志愿者120人,其中党员45人、群众75人.

    `in_parts`: the figure before is itself a part.
    """
    same = families().get(last.unit) == families().get(quantity.unit)
    goes_on = in_parts and last.unit == quantity.unit and text.startswith(_BETWEEN_PARTS, last.end)
    return same and (goes_on or text.startswith(counting().parts, around.clause))


def says_no_more(text: str, around: Surroundings, quantity: Quantity) -> bool:
    """Whether a part is of what the whole counted, whatever it names: 照料中心119处,其中城市社区7处."""
    family = families().get(quantity.unit)
    is_named_before = not around.noun or TOPIC in around.near
    is_sure = is_named_before and family != "money" and quantity.unit not in _ANYTHING
    return family == "people" or text[quantity.start - 1] == "的" or is_sure


def is_alike(text: str, last: Metric, quantity: Quantity) -> bool:
    """Whether a figure stands in a row with the one before it, without a word between them."""
    return last.unit == quantity.unit and text[last.end : quantity.start] in _BETWEEN_ALIKE
