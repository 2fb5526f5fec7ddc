"""Reads when something was done: plain text -> an EDTF date or period."""

import re

from casebook.dates import is_date
from casebook.extract.numerals import YEAR

_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_HAN_YEAR = re.compile(rf"{YEAR}(?=年)")
_HAN_DIGITS = str.maketrans("零〇○OoＯ一二三四五六七八九", "000000123456789")
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_BROKEN = "[\\dOo零〇一二三四五六七八九]"  # the end of a year that is not read: 21年5月, 2O21年5月
_DATE = re.compile(
    rf"(?<![\d.])(?:(?P<year>[12]\d{{3}})年(?:(?P<of_year>{_MONTH})月(?!度))?|(?<!{_BROKEN}{_BROKEN}年)(?P<month>{_MONTH})月(?!度))"
    rf"(?:份|(?P<day>{_DAY})[日号])?(?P<open>起)?"
)
_SHORT_RANGE = re.compile(rf"({_MONTH}月)({_DAY})[日号]?\s?[、至到—–\-~～]{{1,2}}\s?(?={_DAY}[日号])")
_YEARS = re.compile(r"((?<!\d)[12]\d{3})\s?[-–—~至到]\s?(?=[12]\d{3}年)")
# What a date stands after that tells a plan, up to when something is counted, or a title: 截至2021年6月.
_NOT_WHEN = re.compile(r"(?:截至|截止|(?:计划|预计|拟|将|力争)[于在]?|(?<![日月年号])[到至]|《[^》]{0,30})$")
_REACH = 32  # characters before a date in which such a word or title begins
_UNSTATED = "XXXX"


def when(text: str) -> str:
    """The date or period (EDTF) in `text`, or empty; a month without a year takes the year of the date before it.

    Of several dates the first and the last make a period, if they are in order.
    """
    if "年" not in text and "月" not in text:
        return ""
    plain = _SHORT_RANGE.sub(r"\1\2日至\1", _YEARS.sub(r"\1年至", _in_digits(text)))
    found: list[str] = []
    year, is_open, passed_over = _UNSTATED, False, 0
    for match in _DATE.finditer(plain):
        before = plain[max(passed_over, match.start() - _REACH) : match.start()]
        if _NOT_WHEN.search(before) or (passed_over and before in ("至", "到", "-", "—")):
            passed_over = match.end()
            continue
        year = match["year"] or year
        parts = (match["of_year"] or match["month"], match["day"])
        date = "-".join([year, *(f"{int(part):02d}" for part in parts if part)])
        if is_date(date):
            found.append(date)
            is_open = bool(match["open"])
    if len(found) > 1 and found[1].startswith(f"{found[0]}-") and len(found[0]) == len(_UNSTATED):
        del found[0]  # 2021年,8月开会
    if not found:
        return ""
    first, last = found[0], found[-1]
    if len(found) == 1 and is_open and not first.startswith(_UNSTATED):
        return f"{first}/.."
    is_period = not first.startswith(_UNSTATED) and first < last and not last.startswith(f"{first}-")
    return f"{first}/{last}" if is_period else first


def _in_digits(text: str) -> str:
    """`text` with its digits and years in plain digits, as long as before: 二O二一年 is 2021年."""
    return _HAN_YEAR.sub(lambda year: year[0].translate(_HAN_DIGITS), text.translate(_FULL_WIDTH))
