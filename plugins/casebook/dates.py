"""Dates as precise as the source gives them (EDTF), and how they read in Chinese.

`2021-05`, `2018~` (about), `2018?` (inferred), `XXXX-05-29` (year not stated), `unknown`; periods are two of
them joined by `/`, with `..` for an open end. Tests hold what is read here to the package `edtf`, which takes a tenth
of a second to begin, knows many more forms, and takes `2022/2021` for a period.
"""

import datetime
import re
from calendar import monthrange
from functools import cache
from typing import NamedTuple

from casebook.spoken_dates import fault, meant
from casebook.wrong import Wrong

UNKNOWN = "unknown"
OPEN = ".."
LONGEST = 100  # years; a longer period is a slip of the pen, and every year has a page
_PARTS = re.compile(
    r"(?P<year>[1-9]\d{3}|[1-9]\d\dX|XXXX(?=-))(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)"
)
_FORMS = (
    "写成 2021-05-29、2021-05、2021、2021~(约)、2021?(推定)、XXXX-05-29(年份不详);来源没有写日期就写 unknown;"
    "时间段写 2021-05/2022-03,没有结束写 2021-05/.."
)
_LEAP, _LAST = 2000, 31
_MARKS = {"": "", "~": "（约）", "?": "（推定）", "%": "（约，推定）"}


@cache
def _bounds(text: str) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """The first and the last day that `text` may mean, as (year, month, day); ValueError if it is no date."""
    parts = _PARTS.fullmatch(text)
    if not parts or not _is_there(*parts.group("year", "month", "day", "mark")):
        raise ValueError(text)
    year, month, day = parts.group("year", "month", "day")
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return _clipped(first, int(month or 1), int(day or 1)), _clipped(last, int(month or 12), int(day or _LAST))


def _is_there(year: str, month: str | None, day: str | None, mark: str) -> bool:
    """Whether the month has the day, in a leap year if the year is not known; no mark is about a part of `199X-05`."""
    if "X" in year and month and mark:
        return False
    return not (month and day) or 1 <= int(day) <= monthrange(_LEAP if "X" in year else int(year), int(month))[1]


def _clipped(year: int, month: int, day: int) -> tuple[int, int, int]:
    """A day of the calendar: what began on a 29 February of the nineties may have begun on 28 February 1990."""
    return year, month, min(day, monthrange(year or _LEAP, month)[1])


def is_date(text: str) -> bool:
    """Whether `text` is a date in our notation that the calendar has (2022-02-30 is not)."""
    try:
        _bounds(text)
    except ValueError:
        return False
    return True


def checked_date(text: str) -> str:
    """Return `text` if it is a date or `unknown`; else raise Wrong."""
    if text != UNKNOWN and not is_date(text):
        raise _misread(text)
    return text


def _misread(text: str) -> Wrong:
    """What is wrong with a text that is no date or period in our notation."""
    if wrong := fault(text):
        return wrong
    guess = meant(text)
    if guess and all(half in (UNKNOWN, OPEN) or is_date(half) for half in guess.split("/")):
        return Wrong(f"“{text}” 不是这里的写法", f"写成 {guess}")
    halves = [wrong for half in (guess or "").split("/") if (wrong := fault(half))]
    return halves[0] if halves else Wrong(f"“{text}” 不是日期", _FORMS)


def checked_day(text: str) -> str:
    """Return `text` if it is one day of the calendar (2026-11-22); else raise Wrong."""
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            raise ValueError(text)
        datetime.date.fromisoformat(text)
    except ValueError:
        whole = meant(text) or ""
        wrong = fault(text) or fault(whole)
        found = wrong.found if wrong else f"“{text}” 不是完整的日期"
        is_whole = not wrong and re.fullmatch(r"\d{4}-\d\d-\d\d", whole)
        raise Wrong(found, f"写成 {whole if is_whole else '2026-11-22 这样的年-月-日'}") from None
    return text


def checked_period(text: str) -> str:
    """Return `text` if it is a date, `unknown`, or `start/end` in order; else raise Wrong."""
    start, slash, end = text.partition("/")
    if not slash:
        return checked_date(text)
    if start == end == OPEN:
        raise Wrong(f"“{text}” 没有开始也没有结束", "不知道就写 unknown")
    if UNKNOWN in (start, end):
        raise Wrong(f"“{text}” 有一头不知道", "不知道的一头写 ..;两头都不知道就只写 unknown")
    if not all(half == OPEN or is_date(half) for half in (start, end)):
        raise next(filter(None, map(fault, (start, end))), None) or _misread(text)
    if OPEN not in (start, end) and _bounds(end)[1] < _bounds(start)[0]:
        raise Wrong(f"结束 “{end}” 早于开始 “{start}”", f"写成 开始/结束,例如 {end}/{start}")
    if len(years(text)) > LONGEST:
        raise Wrong(f"“{text}” 有 {len(years(text))} 年", f"看看年份有没有写错;不超过 {LONGEST} 年")
    return text


def years(text: str) -> dict[int, str]:
    """Year -> mark (`?`, `~`, `%`, or none), for each year that a date or period covers.

    `2022/2023-03-02?` covers 2022, and 2023 by inference. A period with an open end covers only the year of its other
    end; `unknown`, `XXXX-05-29` and `199X` cover none.
    """
    known = [(int(year), mark) for year, mark in map(_year, text.split("/")) if year]
    if len(known) < 2:
        return dict(known)
    (start, before), (end, after) = known
    if start == end:
        return {start: before and after}
    return {**dict.fromkeys(range(start, end + 1), before or after), start: before, end: after}


class Within(NamedTuple):
    """The first and the last day on which something may have happened, as ordinals of `datetime`.

    `is_about` marks a rough or inferred date.
    """

    first: int
    last: int
    is_about: bool


def edges(text: str) -> tuple[Within | None, Within | None]:
    """When a date or period begins and when it ends; None for an unknown end.

    `2021-05/2022` begins in May 2021 and ends some time in 2022; `2021` begins and ends some time in 2021; `2018/..`
    begins in 2018; both ends of `unknown` and `XXXX-05-29` are None.
    """
    start, slash, end = text.partition("/")
    return _within(start), _within(end if slash else start)


def _within(text: str) -> Within | None:
    if text in (UNKNOWN, OPEN) or text.startswith("XXXX"):
        return None
    first, last = _bounds(text)
    return Within(datetime.date(*first).toordinal(), datetime.date(*last).toordinal(), text[-1] in _MARKS)


def begins_after(text: str, day: datetime.date) -> bool:
    """Whether a date is later than `day`, whichever of its days is meant; never, if its year is not known."""
    within = _within(text)
    return within is not None and within.first > day.toordinal()


def since(text: str) -> int | None:
    """The first year of a period without an end (`2018/..`); None for any other date or period."""
    year, _ = _year(text.partition("/")[0])
    return int(year) if year and text.endswith(f"/{OPEN}") else None


def _year(text: str) -> tuple[str, str]:
    """The year of a date and its mark; both empty if the date has no year."""
    parts = _PARTS.fullmatch(text)
    return (parts["year"], parts["mark"]) if parts and "X" not in parts["year"] else ("", "")


def sort_key(text: str) -> tuple[int, int, int]:
    """The first day that a date or period may mean, as a key for sorting; `unknown` comes first."""
    start = text.partition("/")[0]
    return (0, 0, 0) if start in (UNKNOWN, OPEN) else _bounds(start)[0]


def date_zh(text: str) -> str:
    """A date in Chinese: `2021-05` is 2021年5月, `XXXX-05-29` is 5月29日（年份不详）."""
    if text == UNKNOWN:
        return "日期不详"
    parts = _PARTS.fullmatch(text)
    assert parts, text
    year, month, day, mark = parts.group("year", "month", "day", "mark")
    dated = (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")
    if "X" in year:
        return f"{dated}（年份不详）" if year == "XXXX" else f"{year[:3]}0年代{dated}{_MARKS[mark]}"
    return f"{year}年{dated}{_MARKS[mark]}"


def period_zh(text: str) -> str:
    """A period in Chinese: `2021-05/2022-03` is 2021年5月至2022年3月, `2018-06/..` is 2018年6月起."""
    start, slash, end = text.partition("/")
    if not slash:
        return "时间不详" if text == UNKNOWN else date_zh(text)
    if end == OPEN:
        return f"{date_zh(start)}起"
    if start == OPEN:
        return f"至{date_zh(end)}"
    return f"{date_zh(start)}至{date_zh(end)}"
