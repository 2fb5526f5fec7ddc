"""Reads what a sentence says of a figure beside its value: scope, date, kind of money."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from msgspec.structs import replace

from casebook.dates import checked_date
from casebook.extract.plans import is_planned
from casebook.extract.units import families
from casebook.model.cues import Cues, MoneyCue, ScopeCue
from casebook.model.records import Metric

_BESIDE = 12  # characters before a figure in which 每年, 人均 ... speak of it
_PER = "/"
_CLAUSE = re.compile(r"[,，。;；、:：\n]")
_AS_OF = re.compile(
    r"(?:截至|截止到?|算到|[到至])\s?(?P<year>(?:19|20)\d{2})年(?:(?P<month>1[0-2]|[1-9])月(?:(?P<day>[12]?\d|3[01])日)?)?"
    r"(?=[底末]?[，,、]|[底末]?(?:止|结束|时|为止|已))"
)


def scoped(text: str, metrics: Iterable[Metric], cues: Cues) -> Iterator[Metric]:
    """`metrics` with the scope, date and kind of money that their sentences state."""
    dated = next((cue.scope for cue in cues.scopes if cue.dated), "")
    planned = next((cue.scope for cue in cues.scopes if cue.planned), "")
    for metric in metrics:
        start = text.rfind(metric.sentence, 0, metric.start + len(metric.sentence))
        before = text[max(0, start) : metric.start]
        clause = _CLAUSE.split(before)[-1]
        as_of = _as_of(before)
        if planned and is_planned(text, metric, before):
            scope = planned
        else:
            is_apart = _PER not in metric.unit  # 次/月 says by itself of what it is
            beside = clause[-_BESIDE:] if is_apart else ""
            scope = _scope(cues.scopes, beside, before) or (dated if as_of and "截" in before else "")
        is_money = families().get(metric.unit) == "money"
        money = _money(cues.money, clause, text[metric.end : metric.end + _BESIDE]) if is_money else ""
        is_said = scope or as_of or money
        yield replace(metric, scope=scope, as_of=as_of, money=money) if is_said else metric


def _scope(cues: tuple[ScopeCue, ...], beside: str, before: str) -> str:
    for cue in cues:
        if any(word in beside for word in cue.beside) or any(word in before for word in cue.sentence):
            return cue.scope
    return ""


def _money(cues: tuple[MoneyCue, ...], clause: str, after: str) -> str:
    near = _CLAUSE.split(after)[0]
    for words in (clause, near):
        for cue in cues:
            if any(word in words for word in cue.words) and not any(word in words for word in cue.unless):
                return cue.money
    return ""


def _as_of(before: str) -> str:
    """The last date up to which a sentence counts, as EDTF: 2022-02 for 截至2022年2月."""
    found = list(_AS_OF.finditer(before))
    if not found:
        return ""
    parts = [f"{int(part):02d}" for part in found[-1].group("year", "month", "day") if part]
    with suppress(ValueError):
        return checked_date("-".join(parts))
    return "-".join(parts[:2])  # 2月30日
