"""The one regular expression that reads every number of a text, built from the language tables."""

import re
from collections.abc import Iterable
from functools import cache

from casebook.extract.numerals import CHINESE, CHINESE_NUMBER, NUMBER, RUN, START
from casebook.extract.tables import NotFigure, QualifierWord, Unit, not_figures, qualifiers, units

_GAP = r"[^\S\n]{0,2}"
_TO = rf"{_GAP}(?:[-—–~～至到]|——){_GAP}"
_YEAR = rf"(?:{START}(?:[12]\d{{3}}|[一二][零〇一二三四五六七八九]{{3}}))"
_SHARE = "[一二两三四五六七八九]"
_PERIOD = "天|日|周|星期|月|季度|年"


def _any(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"


def _chars(sign: str, chars: str) -> str:
    """A look-around (`(?!`, `(?=`, `(?<!`) at one of `chars`; nothing when there are none."""
    return f"{sign}[{re.escape(chars)}])" if chars else ""


def _qualifier(word: QualifierWord) -> str:
    return _chars("(?<!", word.not_after) + word.word + _chars("(?!", word.not_before) + _chars("(?=", word.only_before)


def _unit(unit: Unit) -> str:
    return f"(?={unit.form})" if unit.noun else re.escape(unit.form) + _chars("(?!", unit.not_before)


@cache
def time_units() -> dict[str, str]:
    """Units of time as they stand after 半, 个半 or 个多: 月 is 个月, 小时 is 小时."""
    return {unit.form.removeprefix("个"): unit.unit for unit in units() if unit.family == "time"}


def _trap(entry: NotFigure) -> str:
    unit = _any(_unit(unit) for unit in units() if not unit.noun)
    macros = {"{n}": NUMBER, "{c}": CHINESE_NUMBER, "{u}": unit, "{y}": _YEAR}
    pattern = entry.pattern
    for macro, meaning in macros.items():
        pattern = pattern.replace(macro, meaning)
    return "".join(f"(?<!{re.escape(word)})" for word in entry.unless_after) + f"(?:{pattern})"


def _kinds() -> dict[str, str]:
    """How a figure may be written, tried in this order; the group names are read by quantities.py."""
    unit = _any(map(_unit, units()))
    time = _any(sorted(time_units(), key=len, reverse=True))
    more = rf"(?:{_GAP}[多余来])?"
    counted = rf"(?:(?P<half>个[半多])(?P<time>{time})|(?P<unit>{unit}))"
    return {
        "percent": rf"{START}百分(?:之(?P<percent_part>{NUMBER})|百)",
        "fraction": rf"(?P<whole>{NUMBER})分之(?P<part>{NUMBER})|{START}(?P<above>[1-9])/(?P<below>[1-9])(?![\d/])",
        "tenths": rf"{START}(?P<tens>{_SHARE}{{1,2}}|[1-9])成(?P<ones>{_SHARE})?(?![立员功为果本熟长都人就])",
        "majority": rf"{START}(?:半数|一半|过半)(?![{CHINESE}])",
        "halved": rf"{START}半个?(?P<halved_time>{time})",
        "ratio": rf"{START}(?P<left>\d{{1,4}})\s?[:：∶]\s?(?P<right>\d{{1,4}})(?![\d:：])",
        "counted": rf"(?:(?P<low>{NUMBER}){_GAP}(?P<low_unit>{unit})?{_TO})?(?P<currency>[¥￥]{_GAP})?"
        rf"(?P<number>{NUMBER}{more}){_GAP}{counted}(?P<and_half>半(?![数天年月日夜]))?",
        "paid": rf"[¥￥]{_GAP}(?P<amount>{NUMBER})",
        "bare": rf"(?P<sum>{NUMBER}(?<=[万亿]){more})(?=\s*(?:[,，。;；、)）]|$))",
    }


@cache
def scanner() -> re.Pattern[str]:
    """Matches, from left to right: what is no figure (`trap`), a figure (`figure`), any other run of numerals."""
    before = _any(map(_qualifier, qualifiers("before")))
    after = _any(map(_qualifier, qualifiers("after")))
    kinds = _any(f"(?P<{name}>{pattern})" for name, pattern in _kinds().items())
    between = rf"(?:(?![人户每{CHINESE}])[\u4e00-\u9fff]){{0,6}}"  # 每季度召开两场; not 每月人均两次
    often = rf"每个?(?P<period>{_PERIOD}){between}(?P<times>{NUMBER})[次场期节轮](?!以)"
    figure = rf"(?P<often>{often})|(?<![A-Za-z])(?:(?P<before>{before}){_GAP})?{kinds}(?P<after>{after})?"
    traps = _any(map(_trap, not_figures()))
    return re.compile(rf"(?P<trap>{traps})|(?P<figure>{figure})|{RUN}")
