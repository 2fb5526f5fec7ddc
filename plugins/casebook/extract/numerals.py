"""Reads written numbers: Arabic, full-width, Chinese and mixed."""

import re
from decimal import Decimal

from casebook.extract.tables import numerals

_TABLE = numerals()
_DIGITS, _SCALES, _MORE = ("".join(chars) for chars in (_TABLE.digits, _TABLE.scales, _TABLE.more))

CHINESE = f"{_DIGITS}{_SCALES}"
# 5千克 is five kilograms, 千米 a unit: their 千 is no scale. 百分 belongs to 百分之, 百分点.
_SCALE = rf"(?:\s?[{_MORE}]?[{_SCALES}]{{1,2}}(?<!千(?=[克米瓦]))(?<!百(?=分)))"
# Thousands are parted by commas, or by spaces where a unit follows: 1,200份, 3 260 人次.
_BY_COMMA = r"\d{1,3}(?:,\d{3})++(?!\d)"
_BY_SPACE = r"\d{1,3}(?:[ \u00a0]\d{3}){1,4}+(?!\d)(?=[ \u00a0]?[人个名元次户份])"
_WHOLE = rf"(?:{_BY_COMMA}|{_BY_SPACE}|\d++)"
_ARABIC = rf"(?:\d++亿(?=\d++万))?(?:\d++万(?=\d++千))?{_WHOLE}(?:[.．]\d++)?+{_SCALE}?"
_HAN = rf"[{CHINESE}几]++(?:点[{_DIGITS}]++[万亿]?)?(?:[{_MORE}][{_SCALES}]{{1,2}})?"
NUMBER = rf"(?:{_ARABIC}|一半|半|{_HAN})"
# Where a number begins; a set of characters, by which a text is skimmed faster than by any alternation.
START = rf"[\d{CHINESE}半几]"
LONGEST = 24  # characters; a longer run is an identifier and no number

HUNDRED = Decimal(100)
_TOO_LARGE = Decimal(10) ** 16  # what is counted in a neighbourhood is less; and such values have room for decimals
_IGNORED = str.maketrans("．", ".", ", \u00a0")
_NEIGHBOURS = re.compile(rf"(.*?)([{_DIGITS}])([{_DIGITS}])([{_SCALES}]*)")
_TOKEN = re.compile(rf"\d+(?:\.\d+)?|[{CHINESE}]")


def number(text: str) -> Decimal | None:
    """The value of a written number (１２, 1.2万, 三百七十多万, 两万五); None if it has none, or is too large."""
    if len(text) > LONGEST:
        return None
    if text.isascii() and text.isdigit():
        value = Decimal(text)
    else:
        found = _value(text)
        if found is None:
            return None
        value = found
    return value if value < _TOO_LARGE else None


def _value(text: str) -> Decimal | None:
    if "点" in text:  # 七十二点五
        scale = _TABLE.scales.get(text[-1], Decimal(1))
        whole, _, part = (text[:-1] if text[-1] in _TABLE.scales else text).partition("点")
        return plain(Decimal(f"{number(whole) or 0}.{''.join(str(_TABLE.digits[char]) for char in part)}") * scale)
    tokens = _TOKEN.findall(text.translate(_IGNORED))
    if not tokens or "几" in text:
        return None
    if len(tokens) > 1 and all(token in _TABLE.digits for token in tokens):
        if len(tokens) == 2:
            return None  # 三五天 is no 35 days
        return Decimal("".join(str(_TABLE.digits[token]) for token in tokens))
    return plain(_composed(tokens))


def _composed(tokens: list[str]) -> Decimal:
    """The value of digits and scales in turn; 万 and 亿 multiply the sum of what stands before them."""
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
    """The two ends of a number with two neighbouring digits (两三: 2 and 3, 一百二三十: 120 and 130); else None."""
    match = _NEIGHBOURS.fullmatch(text)
    if match is None or (match[1] and match[1][-1] not in _TABLE.scales):
        return None
    one, other = _TABLE.digits[match[2]], _TABLE.digits[match[3]]
    if other - one != 1 or not one:
        return None
    low, high = (number(match[1] + digit + match[4]) for digit in match.group(2, 3))
    return (low, high) if low is not None and high is not None else None


def percent(part: str, whole: str) -> Decimal | None:
    """`part` of `whole` in percent with two decimals (二 of 三 is 66.67); None if that is no fraction."""
    above, below = number(part), number(whole)
    if above is None or not below or above > below:
        return None
    return plain((above * HUNDRED / below).quantize(Decimal("0.01")))


def plain(value: Decimal) -> Decimal:
    """`value` without trailing zeros and without an exponent: 12000 for 1.2万."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()
