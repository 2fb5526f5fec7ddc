"""When something was done, as far as a text says: plain text -> an EDTF date or period."""

import re

_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DATE = re.compile(
    rf"(?<![\d.])(?:(?P<year>[12]\d{{3}})年(?:(?P<of_year>{_MONTH})月(?!度))?|(?P<month>{_MONTH})月(?!度))"
    rf"(?:份|(?P<day>{_DAY})[日号])?(?P<open>起)?"
)
_SHORT_RANGE = re.compile(rf"({_MONTH}月)({_DAY})[日号]?\s?[、至到—–\-~～]{{1,2}}\s?(?={_DAY}[日号])")
# What a date stands after when it tells up to when something is counted, or stands in a title: 截至2021年6月.
_COUNTED_TO = re.compile(r"(?:截至|截止|(?<![日月年号])[到至]|《[^》]{0,30})$")
_REACH = 32  # characters before a date in which such a word or title begins
_UNSTATED = "XXXX"


def when(text: str) -> str:
    """The date or period (EDTF) that `text` gives; a month without a year has that of the date before it, or none.

    Of several dates the first and the last make a period, when they are in order. Empty where there is none.
    """
    plain = _SHORT_RANGE.sub(r"\1\2日至\1", text.translate(_FULL_WIDTH))
    found: list[str] = []
    year, is_open = _UNSTATED, False
    for match in _DATE.finditer(plain):
        if _COUNTED_TO.search(plain[max(0, match.start() - _REACH) : match.start()]):
            continue
        year = match["year"] or year
        parts = (match["of_year"] or match["month"], match["day"])
        found.append("-".join([year, *(f"{int(part):02d}" for part in parts if part)]))
        is_open = bool(match["open"])
    if not found:
        return ""
    first, last = found[0], found[-1]
    if len(found) == 1 and is_open and not first.startswith(_UNSTATED):
        return f"{first}/.."
    is_period = not first.startswith(_UNSTATED) and first < last and not last.startswith(f"{first}-")
    return f"{first}/{last}" if is_period else first
