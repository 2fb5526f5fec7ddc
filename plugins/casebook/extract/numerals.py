"""Reads written numbers: Arabic, full-width, Chinese (traditional and formal ones too) and mixed."""

import re
from decimal import Decimal

from casebook.extract.tables import numerals
from casebook.extract.worth import worth

_TABLE = numerals()
_DIGITS, SCALES, _MORE, FORMAL = (
    "".join(chars) for chars in (_TABLE.digits, [*_TABLE.scales, "萬", "億"], _TABLE.more, _TABLE.formal)
)
NO_FORMAL_AFTER = _TABLE.no_formal_after

CHINESE = "".join(dict.fromkeys((*_DIGITS, *SCALES, *_TABLE.written))).replace("○", "")
# 5千克 is five kilograms, 千米 a unit: their 千 is no scale. 百分 belongs to 百分之, 百分点.
_NO_UNIT = "(?<!千(?=[克米瓦]))(?<!百(?=分))"
# 2.3w人, 3K次: a letter is a scale where what is counted follows, w at the end of a clause, too; 4K and 3W灯 are names
_COUNTED = "人元次户份名"
_LETTER = (
    rf"(?:[wW](?=[+＋]?\s?[{_MORE}]?[{_COUNTED}个步字块场册平条阅粉])|w(?=[+＋]?(?:[,，。;；、）)\s]|\Z))"
    rf"|[kK](?=[+＋]?\s?[{_MORE}]?[{_COUNTED}]))"
)
_SCALE = rf"(?:\s?[{_MORE}]?[{SCALES}]{{1,2}}{_NO_UNIT}|{_LETTER})"
# Thousands are parted by commas, or by spaces where a unit follows: 1,200份, 3 260 人次; １，２００ in full width.
_BY_COMMA = r"\d{1,3}(?:,\d{3})++(?!\d)"
_BY_WIDE_COMMA = r"[０-９]{1,3}(?:，[０-９]{3})++(?!\d)"
_SPACES = " \u00a0\u2009\u202f"
_BY_SPACE = rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}}){{1,4}}+(?!\d)(?=[{_SPACES}]?[{_COUNTED}个月平亩米吨斤册场件张篇条])"
_WHOLE = rf"(?:{_BY_COMMA}|{_BY_WIDE_COMMA}|{_BY_SPACE}|\d++)"
# What goes on right behind a scale is the same number: 3万4000, 1万2, 五百5, 1亿2千万.
_ON = rf"(?:(?<=[{SCALES}])(?:[\d{CHINESE}]{_NO_UNIT})++)?+"
_ARABIC = rf"{_WHOLE}(?:[.．]\d++)?+{_SCALE}?{_ON}"
_HAN = rf"[{CHINESE}几○]++(?:点[{_DIGITS}]++(?!十)[万亿]?)?(?:[{_MORE}][{SCALES}]{{1,2}})?{_ON}"
_BANKED = rf"[{FORMAL}{CHINESE}]"
_OF_BANKS = rf"(?<![{NO_FORMAL_AFTER}])(?:[{FORMAL}](?=[{FORMAL}]|[{SCALES}]){_BANKED}++|[{FORMAL}](?=[元圆圓]))"
YEAR = rf"[一二][零〇○OoＯ0{_DIGITS}]{{3}}"  # 二O二一年 as it is often typed
NUMBER = rf"(?:{YEAR}(?=\s?年)|{_ARABIC}|一半|半|{_HAN}|{_OF_BANKS})"
# The same in short, for the tables of traps, which ask whether there is a number and not how it goes on.
_ANY_ARABIC = rf"\d++(?:[.,．]\d++)*+(?:\s?[{_MORE}]?[{SCALES}]{{1,2}}{_NO_UNIT})?"
ANY = rf"(?:{_ANY_ARABIC}|一半|半|[{CHINESE}几]++(?:点[{_DIGITS}]++)?)"
# Where a number begins; a set of characters, by which a text is skimmed faster than by any alternation.
START = rf"[\d{CHINESE}半几]"
LONGEST = 24  # characters; a longer run is an identifier and no number

HUNDRED = Decimal(100)
_TOO_LARGE = Decimal(10) ** 16  # what is counted in a neighbourhood is less; and such values have room for decimals
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(f",，{_SPACES}{_MORE}", ""),
        **_TABLE.written,
        **_TABLE.formal,
        **_TABLE.letters,
        "．": ".",
    }
)
_NEIGHBOURS = re.compile(rf"(.*?)([{_DIGITS}])([{_DIGITS}])([{SCALES}]*)")
_POINT = re.compile(rf"(?P<whole>[{_DIGITS}{SCALES}]+)点(?P<part>[{_DIGITS}]+)(?P<scale>[万亿]?)")


def number(text: str) -> Decimal | None:
    """The value of a written number (１２, 1.2万, 三百七十多万, 两万五); None if it has none, or is too large."""
    if len(text) > LONGEST:
        return None
    value = Decimal(text) if text.isascii() and text.isdigit() else _value(text.translate(_PLAIN))
    return plain(value) if value is not None and value < _TOO_LARGE else None


def _value(text: str) -> Decimal | None:
    match = _POINT.fullmatch(text)  # 七十二点五
    if match is None:
        return worth(text)
    whole = worth(match["whole"])
    part = "".join(str(_TABLE.digits[char]) for char in match["part"])
    return None if whole is None else Decimal(f"{whole:f}.{part}") * _TABLE.scales.get(match["scale"], 1)


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
