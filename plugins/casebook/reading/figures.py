"""The figures of a text after the corrections of its author: changed, removed, added, with evidence."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from casebook.extract import NotFigure, numbers
from casebook.extract.numerals import NUMBER, START, number
from casebook.extract.units import families
from casebook.model.front import CaseFront, Described, MetricFront
from casebook.model.records import Evidence, Metric, Quantity
from casebook.reading.findings import Finding
from casebook.reading.nodes import Node
from casebook.reading.validation import field_name
from casebook.spans import touched

_NUMBER, _STARTS = re.compile(NUMBER), re.compile(START)
_POINTS = (".", ",")
_MARKS = re.compile(r"[,，、'’ \u00a0]")
# Families of which one may be written for another, and classes of numbers that may be a figure all the same.
_COUNTED = frozenset(("people", "times", "count", "events", "household", "building", ""))
_UNTOLD = ("unread", "generic_one", "rhetorical", "period", "relative_time", "personal")
_CORRECTIONS = ("indicator", "unit", "scope", "money", "as_of", "programme")


class Figures:
    """Applies an author's corrections to the metrics of one text; `findings` has the corrections that do not fit."""

    def __init__(self, text: str, metrics: Sequence[Metric], front: Described, node: Node) -> None:
        self._text = text
        self._front = front
        self._node = node
        self._metrics = list(metrics)  # in order, none within another
        self._refused = frozenset(refused.quote for refused in front.not_metrics)
        self._named: dict[int, tuple[int, int]] = {}  # start of a metric -> (length of the words that named it, entry)
        self.findings: list[Finding] = []

    def corrected(self) -> tuple[Metric, ...]:
        """The metrics after all corrections; of two for the same figure, the one with the longer quote wins."""
        for index, refused in enumerate(self._front.not_metrics):
            self._switch_off(index, refused.quote)
        for index, entry in enumerate(self._front.metrics):
            self._correct(index, entry)
        return tuple(self._metrics)

    def _switch_off(self, index: int, quote: str) -> None:
        spans = list(occurrences(self._text, quote))
        loc = ("not_metrics", index, "quote")
        if not spans:
            self._missing(loc, quote)
        elif not _STARTS.search(quote):
            self._find(loc, f"“{quote}” 里没有数字", "照抄含那个数字的话")
        for start, end in reversed(spans):
            inside = touched(self._metrics, start, end)
            del self._metrics[inside.start : inside.stop]

    def _correct(self, index: int, entry: MetricFront) -> None:
        loc = ("metrics", index, "quote")
        if entry.unit and entry.unit not in families():
            self._find(("metrics", index, "unit"), f"不认识的单位 “{entry.unit}”", "用 units.yaml 里的量词,例如 人次")
        if entry.quote in self._refused:
            self._find(loc, f"“{entry.quote}” 同时写在 not_metrics 里", "两处只留一处")
        spans = list(occurrences(self._text, entry.quote))
        if not spans:
            self._missing(loc, entry.quote)
        evidence = self._evidence(index, entry)
        several = [touched(self._metrics, start, end) for start, end in spans]
        for inside in several:
            if len(inside) == 1:
                self._update(inside[0], index, entry, evidence)
            elif len(inside) > 1:
                words = "、".join(self._metrics[place].text for place in inside)
                self._find(loc, f"“{entry.quote}” 里有几个数字({words})", "引文只含一个数字,一个数字写一项")
                return
        if spans and not any(several):
            self._add(index, entry, spans[0], evidence)

    def _update(self, place: int, index: int, entry: MetricFront, evidence: Evidence | None) -> None:
        metric, size = self._metrics[place], len(entry.quote)
        known, other = self._named.get(metric.start, (0, index))
        if other != index and known == size:
            found = f"“{entry.quote}” 与第 {other + 1} 项指同一个数字"
            self._find(("metrics", index, "quote"), found, "合并成一项,或把引文写长一些来区分")
        if known > size:
            return
        self._named[metric.start] = (size, index)
        changes: dict[str, Any] = {name: value for name in _CORRECTIONS if (value := getattr(entry, name))}
        if entry.value:
            changes |= {"value": Decimal(entry.value), "value_max": None}
        if evidence:
            changes["evidence"] = evidence
        self._metrics[place] = replace(metric, **changes)
        if evidence and not holds(evidence.quote, self._metrics[place]):
            shown = f"{self._metrics[place].value:f}"
            found = f"原话 “{evidence.quote}” 里没有 {shown}"
            self._find(("metrics", index, "evidence", "quote"), found, "照抄原文里含这个数字的话,或改正正文的数字")

    def _add(self, index: int, entry: MetricFront, span: tuple[int, int], evidence: Evidence | None) -> None:
        """Add a figure that was not read, from the values that the author gives."""
        if not (entry.indicator and entry.value and entry.unit):
            found = f"“{entry.quote}” 里没有读到数字"
            self._find(("metrics", index, "quote"), found, "改用含数字和单位的话,或在这一项写明 indicator、value、unit")
            return
        start, end = span
        metric = Metric(
            start=start,
            end=end,
            text=entry.quote,
            value=Decimal(entry.value),
            value_max=None,
            unit=entry.unit,
            qualifier="exact",
            indicator=entry.indicator,
            sentence=entry.quote,
        )
        place = touched(self._metrics, start, end).start
        self._metrics.insert(place, metric)
        self._update(place, index, entry, evidence)

    def _evidence(self, index: int, entry: MetricFront) -> Evidence | None:
        if entry.evidence is None:
            return None
        sources = self._front.sources if isinstance(self._front, CaseFront) else ()
        source = entry.evidence.source or (sources[0] if len(sources) == 1 else "")
        if not source:
            loc = ("metrics", index, "evidence")
            self._find(
                loc, "没有写 source,本页的来源不止一个" if sources else "没有写 source", "补上 source: 来源的 id"
            )
        return Evidence(source=source, locator=entry.evidence.locator, quote=entry.evidence.quote)

    def _missing(self, loc: tuple[str | int, ...], quote: str) -> None:
        self._find(loc, f"正文里没有 “{quote}”", "照抄正文里的话(不带星号和双方括号),标点和空格也要一样")

    def _find(self, loc: tuple[str | int, ...], found: str, instead: str) -> None:
        self.findings.append(Finding(self._node.line_of(loc), field_name(loc), found, instead))


def occurrences(text: str, quote: str) -> Iterator[tuple[int, int]]:
    """The spans of `quote` in `text`, except those that begin or end inside a longer number."""
    at = text.find(quote)
    while at >= 0:
        end = at + len(quote)
        if not _is_cut(text, at) and not _is_cut(text, end):
            yield at, end
        at = text.find(quote, end)


def _is_cut(text: str, at: int) -> bool:
    """Whether `at` is inside a number, as before 十名 in 三十名, 5万元 in 1.5万元, 500元 in 1,500元."""
    before, after = text[at - 1 : at], text[at : at + 1]
    if before in _POINTS:
        before = text[at - 2 : at - 1] if at > 1 else ""
        return before.isdigit() and after.isdigit()
    if after in _POINTS:
        return before.isdigit() and text[at + 1 : at + 2].isdigit()
    return bool(_STARTS.match(before) and _STARTS.match(after))


def holds(quote: str, metric: Metric) -> bool:
    """Whether the words of a source contain the value of `metric`, in any numerals and in a unit of the same kind.

    Units of persons, attendances and things count as one kind (2161 人); money, time, rates and dates each as another.
    """
    return any(_is_value(quote, found, metric) for found in numbers(quote))


def _is_value(quote: str, found: Quantity | NotFigure, metric: Metric) -> bool:
    if isinstance(found, Quantity):
        kinds = {families().get(unit, "") for unit in (found.unit, metric.unit)}
        same = len(kinds) == 1 or kinds <= _COUNTED
        return same and (found.value, found.value_max) == (metric.value, metric.value_max)
    if found.is_torn:  # a source may write as it likes, and the author has told what it means
        return number(_MARKS.sub("", quote[found.start : found.end])) == metric.value
    match = _NUMBER.search(quote, found.start, found.end)
    return found.why in _UNTOLD and match is not None and number(match[0]) == metric.value
