"""Written numbers: Arabic, full-width, Chinese and mixed, as patterns and as values."""

import re
from decimal import Decimal

from casebook.extract.tables import numerals

_TABLE = numerals()
_DIGITS, _SCALES, _MORE = ("".join(chars) for chars in (_TABLE.digits, _TABLE.scales, _TABLE.more))

CHINESE = f"{_DIGITS}{_SCALES}"
# No number starts in the middle of a run: this keeps 100 KB of digits linear.
START = rf"(?<![\d{CHINESE}])"
# Sixteen characters hold every figure of a case; a longer run is an identifier and no number.
# 5千克 is five kilograms, 千米 a unit: their 千 is no scale. 百分 belongs to 百分之, 百分点.
_SCALE = rf"(?:\s?[{_MORE}]?[{_SCALES}]{{1,2}}(?<!千(?=[克米瓦]))(?<!百(?=分)))"
_ARABIC = rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,4}}(?!\d)|\d{{1,15}}(?!\d))(?:[.．]\d{{1,6}}(?!\d))?{_SCALE}?"
_HAN = rf"[{CHINESE}]{{1,16}}+(?:[{_MORE}][{_SCALES}]{{1,2}})?"
NUMBER = rf"(?:{START}(?:{_ARABIC}|{_HAN}))"
CHINESE_NUMBER = rf"(?:{START}{_HAN})"
# Whatever is left of a run that turned out to be no figure: eaten whole, so that no part of it is read.
RUN = rf"[\d{CHINESE}]++(?:[.,．]\d++)*+"

HUNDRED = Decimal(100)
_TOKEN = re.compile(rf"\d+(?:\.\d+)?|[{CHINESE}]")


def number(text: str) -> Decimal | None:
    """The value of a written number (１２, 1.2万, 三百七十多万, 两万五); None when there is none in it."""
    tokens = _TOKEN.findall(text.replace(",", "").replace("．", "."))
    if not tokens:
        return None
    if len(tokens) > 1 and all(token in _TABLE.digits for token in tokens):
        return Decimal("".join(str(_TABLE.digits[token]) for token in tokens))
    return plain(_composed(tokens))


def _composed(tokens: list[str]) -> Decimal:
    """The value of digits and scales in turn; 万 and 亿 close a section that the smaller scales are added up in."""
    total = section = Decimal(0)
    digit: Decimal | None = None
    for token in tokens:
        scale = _TABLE.scales.get(token)
        if scale is None:
            digit = _TABLE.digits[token] if token in _TABLE.digits else Decimal(token)
        elif scale < 10000:
            section += (Decimal(1) if digit is None else digit) * scale
            digit = None
        else:
            inner = section + (digit or 0)
            total = total + inner * scale if inner else (total or Decimal(1)) * scale
            section, digit = Decimal(0), None
    if len(tokens) > 1 and tokens[-1] in _TABLE.digits and tokens[-2] in _TABLE.scales and tokens[-2] != "十":
        digit = _TABLE.digits[tokens[-1]] * _TABLE.scales[tokens[-2]] / 10  # 两万五 leaves its last scale out
    return total + section + (digit or 0)


def spread(text: str) -> tuple[Decimal, Decimal] | None:
    """Both ends of a number of two neighbouring digits (两三 is 2 and 3, 三四十 is 30 and 40); else None."""
    digits = [_TABLE.digits.get(char) for char in text[:2]]
    if len(digits) < 2 or digits[0] is None or digits[1] is None or digits[1] - digits[0] != 1 or not digits[0]:
        return None
    if any(char not in _TABLE.scales for char in text[2:]):
        return None
    low, high = number(text[0] + text[2:]), number(text[1:])
    return (low, high) if low is not None and high is not None else None


def percent(part: str, whole: str) -> Decimal | None:
    """`part` of `whole` in percent to two decimals (二, 三 is 66.67); None when that is no fraction."""
    above, below = number(part), number(whole)
    if above is None or not below or above > below:
        return None
    return plain((above * HUNDRED / below).quantize(Decimal("0.01")))


def plain(value: Decimal) -> Decimal:
    """`value` without zeros behind the point and without an exponent, so that 1.2万 is written 12000."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()
