"""Figures and what they measure: plain text -> metrics."""

import re
from collections.abc import Mapping
from functools import cache

from casebook.extract.quantities import quantities
from casebook.extract.sentences import sentence_at, sentences
from casebook.extract.tables import IndicatorRule, indicator_rules, units
from casebook.model import Metric, Quantity

UNDECIDED = "other-count"
_BEFORE, _AFTER = 16, 14
# What is counted ends at the next mark or number: “22场,覆盖11个村居”.
# Of two things joined the first decides: “3次探讨会议和能力培育”.
_CLAUSE_END = re.compile(
    r"[,，、。；;：:！？!?（）()+＋\n\d]|[一二三四五六七八九十](?=[个名场项条])|(?<![祥融温])和(?![谐睦美平])|以及|(?<![普涉])及(?!时)"
)
# The second of two values says what the first does: 准确率从62%提升至91%.
_CHANGED = re.compile(r"(?:提升|提高|上升|增长|增加|扩大|下降|降低|减少|压缩|缩短|增|降|减|升)[到至为]")
_ITEM_END = re.compile(r"[,，、；;]")
_MARKS = '“”"‘’「」 \u00a0\u3000'


def metrics(text: str) -> tuple[Metric, ...]:
    """Every quantity of `text` with the indicator it is a value of, and its sentence."""
    spans = sentences(text)
    quoted = {span: text[slice(*span)] for span in spans}
    found: list[Metric] = []
    for quantity in quantities(text):
        span = sentence_at(spans, quantity.start)
        measured = _same(text, found, quantity) or indicator(quantity, *_context(text, span, found, quantity))
        found.append(Metric(**dict(quantity), indicator=measured, sentence=quoted.get(span, "")))
    return tuple(found)


def indicators() -> frozenset[str]:
    """The ids of all indicators that a metric can have."""
    return frozenset({UNDECIDED, *(rule.indicator for rule in indicator_rules()), *_hints().values()})


def _same(text: str, found: list[Metric], quantity: Quantity) -> str:
    """The indicator of the metric before, when `quantity` is what that one rose or fell to; else nothing."""
    if not found or found[-1].unit != quantity.unit or quantity.start - found[-1].end > _BEFORE:
        return ""
    return found[-1].indicator if _CHANGED.search(text, found[-1].end, quantity.start) else ""


def _context(text: str, span: tuple[int, int], found: list[Metric], quantity: Quantity) -> tuple[str, str]:
    """The words of the sentence before and after `quantity` that can say what it counts."""
    last = found[-1].end if found else 0
    start = max(span[0], quantity.start - _BEFORE, _noun_end(text, last, quantity.start))
    after = text[quantity.end : max(quantity.end, min(quantity.end + _AFTER, span[1]))]
    return text[start : quantity.start], _counted(after)


def indicator(quantity: Quantity, before: str, after: str) -> str:
    """The id of what `quantity` measures, by its unit and the words on both sides; `other-count` when undecided."""
    names = {quantity.unit, _families().get(quantity.unit, "")}
    holding = (rule for rule in indicator_rules() if rule.units & names and _holds(rule, before, after))
    return next((rule.indicator for rule in holding), None) or _hints().get(quantity.unit) or UNDECIDED


def _holds(rule: IndicatorRule, before: str, after: str) -> bool:
    return (
        (not rule.before or any(cue in before for cue in rule.before))
        and (not rule.after or any(cue in after for cue in rule.after))
        and not any(cue in before or cue in after for cue in rule.unless)
    )


def _noun_end(text: str, last: int, start: int) -> int:
    """Where the words of the figure before end: “3次探讨会议、3场…” must not make the second a meeting, too."""
    mark = _ITEM_END.search(text, last, start)
    return mark.end() if mark and last else last


def _counted(text: str) -> str:
    """The words right after a number that can say what it counts."""
    return _CLAUSE_END.split(text.translate(str.maketrans("", "", _MARKS)), maxsplit=1)[0]


@cache
def _families() -> Mapping[str, str]:
    return {unit.unit: unit.family for unit in reversed(units())} | {"比": "ratio"}


@cache
def _hints() -> Mapping[str, str]:
    return {unit.unit: unit.hint for unit in units() if unit.hint}
