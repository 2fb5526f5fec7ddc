"""What was meant by a date that is written otherwise than in our notation: `2022年5月至今` is `2022-05/..`."""

import re
import unicodedata
from calendar import monthrange

from casebook.wrong import Wrong

_UNKNOWN = re.compile(r"不详|未知|不明|不清楚|不知道|没有写|未写|无|待定|n/?a|none|-+|[?？]+", re.I)
_NOW = re.compile(r"(?:至|到)?(?:今|现在|目前|如今)|现在|目前|now|present|今天", re.I)
_BETWEEN = re.compile(r"\s*(?:—+|–+|~+|〜|至|到|−| - |-{2,})\s*")
_ABOUT = re.compile(r"^(?:大约|约|大概)\s*|\s*(?:左右|前后|上下|约|\(约\))$")
_GUESSED = re.compile(r"\s*(?:\(推定\)|\(推断\)|\?)$")
_DATE = re.compile(
    r"(?P<year>\d{4}|XXXX)\s*(?:[年./-]\s*(?:(?P<month>\d{1,2})\s*(?:[月./-]\s*(?:(?P<day>\d{1,2})\s*[日号]?)?)?)?)?"
)
_PACKED = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)?")
_SHORT_END = re.compile(r"(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?|(\d{1,2})\s*[日号]")
_WITHOUT_YEAR = re.compile(r"(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?")
_HALVES = {"上半年": "01/{0}-06", "下半年": "07/{0}-12"}
_DIGITS = "〇零一二三四五六七八九"
_CHINESE = re.compile(rf"[{_DIGITS}]{{4}}(?=年)|[{_DIGITS[2:]}十]{{1,3}}(?=[月日号])")
_LONGEST = 40  # characters of a date


def meant(text: str) -> str | None:
    """The date or period in our notation, which may not be in the calendar; None if that cannot be told."""
    bare = _plain(text)
    if not bare or _UNKNOWN.fullmatch(bare):
        return "unknown"
    if bare[-1] in "/-—~" or len(bare) > _LONGEST:
        return None  # has it ended, or not?
    if bare.endswith(("起", "以来", "开始")):
        start = _date(re.sub("(?:起|以来|开始)$", "", bare))
        return f"{start}/.." if start else None
    if half := next((half for half in _HALVES if re.fullmatch(rf"\d{{4}}年?{half}", bare)), None):
        return f"{bare[:4]}-{_HALVES[half].format(bare[:4])}"
    if short := _WITHOUT_YEAR.fullmatch(bare):
        return "-".join(["XXXX", *(f"{int(part):02}" for part in short.groups() if part)])
    return _date(bare) or _period(bare)


def fault(text: str) -> Wrong | None:
    """What is wrong with a month or day that no calendar has, in a date of our notation."""
    parts = re.fullmatch(r"(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?[~?%]?", text)
    if not parts:
        return None
    year, month, day = parts.groups()
    if not 1 <= int(month) <= 12:
        return Wrong(f"“{text}” 里没有 {int(month)} 月这个月", "月份写 01 到 12;不知道哪个月就只写年")
    last = monthrange(2000 if year == "XXXX" else int(year) or 2000, int(month))[1]
    if day and not 1 <= int(day) <= last:
        when = f"{year}年{int(month)}月" if int(month) == 2 and year != "XXXX" else f"{int(month)}月"
        only = f"{when}只有{last}天" if int(day) else "没有 0 日"
        return Wrong(f"“{text}” 历上没有:{only}", f"对照来源改日子;不知道哪一天就写 {year}-{month}")
    return None


def _plain(text: str) -> str:
    """The text with narrow signs and Arabic numerals."""
    narrow = unicodedata.normalize("NFKC", text).strip(" \"'“”‘’(),。;、")
    return _CHINESE.sub(_arabic, narrow)


def _arabic(numeral: re.Match[str]) -> str:
    """`二〇二二` as 2022, `十二` as 12, `二十` as 20."""
    tens, ten, ones = numeral[0].partition("十")
    digits = ["".join(str(max(_DIGITS.index(one) - 1, 0)) for one in part) for part in (tens, ones)]
    return f"{digits[0] or 1}{digits[1] or 0}" if ten else digits[0]


def _date(text: str) -> str | None:
    mark = ""
    if _ABOUT.search(text):
        mark, text = "~", _ABOUT.sub("", text)
    elif _GUESSED.search(text):
        mark, text = "?", _GUESSED.sub("", text)
    found = _DATE.fullmatch(text.strip()) or _PACKED.fullmatch(text.strip())
    if not found:
        return None
    year, month, day = found.group("year", "month", "day")
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)]) + mark


def _period(text: str) -> str | None:
    parts = [part for part in _BETWEEN.split(text) if part] if not _NOW.search(text) else [_NOW.sub("", text), "今"]
    if len(parts) == 1:
        cuts = ((text[: sign.start()], text[sign.end() :]) for sign in re.finditer("[/-]", text))
        parts = next(([*cut] for cut in cuts if _date(cut[0].strip()) and _date(cut[1].strip())), [])
    if len(parts) != 2:
        return None
    start = _date(re.sub(r"[^\d日月年号)]+$", "", parts[0].strip()) or parts[0])
    end = ".." if _NOW.fullmatch(parts[1].strip()) else _date(parts[1].strip()) or _short_end(start, parts[1].strip())
    return f"{start}/{end}" if start and end else None


def _short_end(start: str | None, text: str) -> str | None:
    """The end of a period that leaves out what its start has told: `2022年5月至7月`."""
    short = _SHORT_END.fullmatch(text)
    if not short or not start:
        return None
    month, day, only_day = short.groups()
    if only_day:
        return f"{start[:7]}-{int(only_day):02}" if len(start) >= len("2022-05") else None
    return f"{start[:4]}-{int(month):02}" + (f"-{int(day):02}" if day else "")
