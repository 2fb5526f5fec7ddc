"""Reads what a written number means with the words after it: its value, its unit, and how exact it is."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from casebook.extract.extents import short_end
from casebook.extract.numerals import HUNDRED, NUMBER, number, percent, plain, spread
from casebook.extract.rhythms import Rhythm, every, often
from casebook.extract.tables import Unit, missing_units, numerals
from casebook.extract.units import time_units, unit_at
from casebook.model.values import Qualifier

_NUMBER = re.compile(NUMBER)
_TO = re.compile(r"[^\S\n]{0,2}(?:——?|[-–~～至到])[^\S\n]{0,2}")
_TO_FIRST = frozenset(" \u00a0\u3000—-–~～至到")  # how _TO begins
_TENTHS = re.compile(r"成([一二三四五六七八九半])?([多余强])?(?![立员功为果本熟长都人份绩品交]|就(?![餐医诊读近业]))")
_SLASH = re.compile(r"/([1-9])(?![\d/])")
_COLON = re.compile(r"[^\S\n]?[:：∶][^\S\n]?(\d{1,4}(?:\.\d{1,2})?)(?![\d:：])")
_VERSUS = re.compile(rf"[^\S\n]?比[^\S\n]?({NUMBER})(?![个名人场次件条户元项倍岁])")
_NO_MORE = re.compile(numerals().no_more_before)
_ZEROS = re.compile(r"0\d")
_BARE_END = re.compile(r"\s*(?:[,，。;；、)）+＋\n]|$)")
_SECOND = re.compile(rf"[零又]?({NUMBER})[^\S\n]?(个月|月|分钟|分|秒)")
# How many of a smaller unit of time make up a larger: 三年零两个月 is 3.17 年.
_PARTS = {"年": {"个月": 12, "月": 12}, "小时": {"分钟": 60, "分": 60}, "分": {"秒": 60}, "分钟": {"秒": 60}}
CURRENCY = ("¥", "￥")
_CHANGE = ("从", "由", "从原来的", "由原来的")
_NEAR = 14  # characters before a number in which a word may give it the unit that it goes without
# measures whose tenths may go without a unit -> the unit and family of both
_TENTHS_OF = {"块": ("元", "money"), "元": ("元", "money"), "米": ("米", "length")}
_HALF = Decimal("0.5")
_BESIDE_HALF: dict[str, Qualifier] = {"过": "over", "近": "near"}  # 过半, 近半
_NOT_HALF = ("超", "不", "最", "附")  # 不过半日, 附近半是
_SIX_PLACES, _TWO_PLACES = Decimal("0.000001"), Decimal("0.01")
_MORE: dict[str, Qualifier] = {"多": "over", "余": "over", "来": "about", "+": "over", "＋": "over"}


class Meaning(NamedTuple):
    """The meaning of a number and the words after it.

    `end` is the end of those words; `begin` is set if words before the number belong to it (每月 in 每月一次).
    """

    value: Decimal
    unit: str
    family: str
    end: int
    value_max: Decimal | None = None
    qualifier: Qualifier = "exact"
    begin: int | None = None


def meaning(text: str, start: int, written: str) -> Meaning | None:
    """The meaning of the number `written` at `start`; None if the words after it make it no figure."""
    end = start + len(written)
    if text[start - 1 : start] == "每" and (rhythm := every(text, start)):
        return _rhythm(rhythm)
    if written[0] == "半" or written == "一半":
        return _half(text, start, end, written)
    if read := _WAYS.get(text[end : end + 1]):
        found = read(text, end, written)
        if found:
            return found
    match = _COLON.match(text, end) if written.isdigit() and len(written) < 5 else None
    if match and unit_at(text, match.end()) is None:  # 1:30人 is none
        return _ratio(written, match)
    return _counted(text, start, written)


def _rhythm(found: Rhythm) -> Meaning:
    return Meaning(found.times, found.unit, "frequency", found.end, begin=found.begin)


def _half(text: str, start: int, end: int, written: str) -> Meaning | None:
    """半小时, 半个月; 半数, 一半, 过半."""
    after = end + 1 if text.startswith("个", end) else end
    for form, unit in time_units().items():
        if text.startswith(form, after):
            return Meaning(_HALF, unit, "time", after + len(form))
    is_apart = text[start - 2 : start - 1] in _NOT_HALF
    beside = "exact" if is_apart else _BESIDE_HALF.get(text[start - 1 : start], "exact")
    if written == "半" and not text.startswith("数", end) and beside == "exact":
        return None
    end += text.startswith("数", end)
    return Meaning(Decimal(50), "%", "rate", end, None, beside, start - (beside != "exact"))


def _parts_of(text: str, end: int, written: str) -> Meaning | None:
    """三分之二 is 66.67 %, 百分之八十 80 %, 百分百 100 %; 百分之八十五到九十 is a range."""
    if written == "百" and text.startswith("分百", end):
        return Meaning(HUNDRED, "%", "rate", end + 2)
    match = _NUMBER.match(text, end + 2) if text.startswith("分之", end) else None
    if match is None:
        return None
    value = number(match[0]) if written == "百" else percent(match[0], written)
    if value is None:
        return None
    to = _TO.match(text, match.end()) if written == "百" else None
    upper = to and _NUMBER.match(text, to.end() + 3 * text.startswith("百分之", to.end()))
    if upper and (high := number(upper[0])) and high > value and not unit_at(text, upper.end()):
        return Meaning(value, "%", "rate", upper.end(), high, "range")
    return Meaning(value, "%", "rate", match.end())


def _tenths(text: str, end: int, written: str) -> Meaning | None:
    """八成 is 80 %, 九成五 95 %, 七八成 70 to 80 %."""
    match = _TENTHS.match(text, end)
    if match is None or len(written) > 2:
        return None
    if ends := spread(written):
        return Meaning(ends[0] * 10, "%", "rate", match.end(), ends[1] * 10, "range")
    value = number(written)
    if value is None or not 0 < value < 10:
        return None
    rest = Decimal(5) if match[1] == "半" else number(match[1] or "零")
    return Meaning(value * 10 + (rest or 0), "%", "rate", match.end(), None, "over" if match[2] else "exact")


def _slash(text: str, end: int, written: str) -> Meaning | None:
    """2/3 is 66.67 %; 3/4人 is none."""
    match = _SLASH.match(text, end) if len(written) == 1 else None
    share = percent(written, match[1]) if match and unit_at(text, match.end()) is None else None
    return Meaning(share, "%", "rate", match.end()) if match and share is not None else None


def _versus(text: str, end: int, written: str) -> Meaning | None:
    match = _VERSUS.match(text, end)
    return _ratio(written, match) if match else None


def _ratio(left: str, match: re.Match[str]) -> Meaning | None:
    above, below = number(left), number(match[1])
    if not above or not below:
        return None
    return Meaning(plain((above / below).quantize(_SIX_PLACES)), "比", "ratio", match.end())


# character after a number -> what may be read there
_WAYS: dict[str, Callable[[str, int, str], Meaning | None]] = {
    "分": _parts_of,
    "成": _tenths,
    "/": _slash,
    "比": _versus,
}


def is_broken(text: str, start: int, written: str) -> bool:
    """Whether a number with a unit has no value: 一百百人, 00012人."""
    end = start + len(written)
    return _worth(written) is None and "几" not in written and unit_at(text, _more(text, end, written)[1]) is not None


def _worth(written: str) -> Decimal | None:
    """The value of a number that counts; zeros at its beginning are those of an identifier or a slip."""
    return None if _ZEROS.match(written) else number(written)


def _counted(text: str, start: int, written: str) -> Meaning | None:
    """A number with a unit, the lower end of a range, or a number that gets its unit from the words before it."""
    ends = spread(written)
    value = ends[0] if ends else _worth(written)
    if value is None:
        return None
    qualifier, end = _more(text, start + len(written), written)
    found = unit_at(text, end)
    if ranged := _range(text, start, written, value, found[1] if found else end):
        return ranged
    if found is None:
        return _without_unit(text, start, end, written, value, qualifier)
    unit, end = found
    if rhythm := often(text, start, unit.unit, value, end):
        return _rhythm(rhythm)
    if longer := _with_rest(text, unit, value, end):
        return longer
    if ends:
        return Meaning(value, unit.unit, unit.family, end, ends[1], "range")
    name = "元" if text[start - 1 : start] in CURRENCY and unit.family in ("money", "count") else unit.unit
    return Meaning(value, name, unit.family, end, qualifier=qualifier)


def _more(text: str, end: int, written: str) -> tuple[Qualifier, int]:
    """The qualifier 多, 余, 来 or + in or after a number (两百多名, 100+人), and the end of the number with it."""
    inside = next((word for word in numerals().more if word in written), "")
    behind = text[end : end + 1]
    if behind in _MORE and unit_at(text, end + 1) and not (behind == "多" and _NO_MORE.match(text, end + 1)):
        return _MORE[behind], end + 1
    return _MORE.get(inside, "exact"), end


def _with_rest(text: str, unit: Unit, value: Decimal, end: int) -> Meaning | None:
    """A number with a fraction or a smaller unit after its unit: 一个半小时, 三个多月, 三年零两个月, 两年半."""
    behind = text[end : end + 1]
    if unit.form == "个" and behind in ("半", "多"):
        for form, name in time_units().items():
            if text.startswith(form, end + 1):
                after = end + 1 + len(form)
                if behind == "多":
                    return Meaning(value, name, "time", after, qualifier="over")
                return Meaning(value + _HALF, name, "time", after)
    parts = _PARTS.get(unit.unit if unit.family == "time" else unit.form, {})
    second = _SECOND.match(text, end) if parts else None
    if second and second[2] in parts and (rest := number(second[1])) is not None:
        whole = plain((value + rest / parts[second[2]]).quantize(_TWO_PLACES))
        return Meaning(whole, "分钟" if unit.form == "分" else unit.unit, "time", second.end())
    if unit.form in _TENTHS_OF and (tenths := short_end(text, end)):
        return Meaning(value + tenths / 10, *_TENTHS_OF[unit.form], end + 1)
    if behind == "半" and unit.family in ("time", "age") and text[end + 1 : end + 2] not in ("数", *"天年月日夜"):
        return Meaning(value + _HALF, unit.unit, unit.family, end + 1)
    return None


def _range(text: str, start: int, written: str, low: Decimal, end: int) -> Meaning | None:
    """A range with at least one unit; a scale written once applies to both ends: 5-10万元 is 50000 to 100000."""
    to = _TO.match(text, end) if text[end : end + 1] in _TO_FIRST else None
    match = to and _NUMBER.match(text, to.end())
    if to is None or match is None or (high := number(match[0])) is None:
        return None
    lower = unit_at(text, start + len(written))
    if lower and to[0].strip() in ("至", "到") and text[max(0, start - 4) : start].endswith(_CHANGE):
        return None  # 从3个到12个
    found = unit_at(text, match.end())
    if found is None:
        is_money = text[start - 1 : start] in CURRENCY and low < high
        return Meaning(low, "元", "money", match.end(), high, "range") if is_money else None
    unit, after = found
    if lower and lower[0].unit != unit.unit:
        return None
    if not lower and match[0][-1] in "万亿" and written[-1] not in numerals().scales:
        scaled = low * numerals().scales[match[0][-1]]
        low = scaled if scaled < high else low
    return Meaning(low, unit.unit, unit.family, after, high, "range") if low < high else None


def _without_unit(
    text: str, start: int, end: int, written: str, value: Decimal, qualifier: Qualifier
) -> Meaning | None:
    """A number without a unit, which ¥ or the words before may give it (资金50万); else None."""
    if text[start - 1 : start] in CURRENCY:
        return Meaning(value, "元", "money", end, qualifier=qualifier)
    plus = text[end : end + 1] in ("+", "＋")
    if not (plus or written[-1] in "万亿w" or written[-1] in _MORE) or not _BARE_END.match(text, end):
        return None
    near = text[max(0, start - _NEAR) : start]
    near = near[max(near.rfind(mark) for mark in ",，。;；\n") + 1 :]
    for words, unit, family in missing_units():
        if any(word in near for word in words):
            return Meaning(value, unit, family, end + plus, qualifier="over" if plus else qualifier)
    return None
