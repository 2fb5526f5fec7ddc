"""The figures of a text as its author wants them: corrected, switched off, and with their evidence."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from casebook.extract import quantities
from casebook.extract.numerals import NUMBER, number
from casebook.model import CaseFront, Described, Evidence, Metric, MetricFront
from casebook.reading.findings import Finding
from casebook.reading.nodes import Node
from casebook.reading.validation import field_name

_NUMBER = re.compile(NUMBER)
_CORRECTIONS = ("indicator", "unit", "scope", "money", "as_of", "programme")


class Figures:
    """The metrics of one text while its author's words are laid over them; `findings` tells what does not fit."""

    def __init__(self, text: str, metrics: Sequence[Metric], front: Described, node: Node) -> None:
        self._text = text
        self._front = front
        self._node = node
        self._metrics = list(metrics)
        self._named: dict[int, tuple[int, int]] = {}  # start of a metric -> (length of the words that named it, entry)
        self.findings: list[Finding] = []

    def corrected(self) -> tuple[Metric, ...]:
        """The metrics after all entries; where two entries name one figure, the one with more words holds."""
        for index, refused in enumerate(self._front.not_metrics):
            self._switch_off(index, refused.quote)
        for index, entry in enumerate(self._front.metrics):
            self._correct(index, entry)
        return tuple(sorted(self._metrics, key=lambda metric: metric.start))

    def _switch_off(self, index: int, quote: str) -> None:
        spans = list(occurrences(self._text, quote))
        if not spans:
            self._missing(("not_metrics", index, "quote"), quote)
        self._metrics = [m for m in self._metrics if not any(a < m.end and m.start < b for a, b in spans)]

    def _correct(self, index: int, entry: MetricFront) -> None:
        loc = ("metrics", index, "quote")
        spans = list(occurrences(self._text, entry.quote))
        if not spans:
            self._missing(loc, entry.quote)
        evidence = self._evidence(index, entry)
        for start, end in spans:
            inside = [place for place, m in enumerate(self._metrics) if start < m.end and m.start < end]
            if len(inside) == 1:
                self._update(inside[0], index, entry, evidence)
            elif len(inside) > 1:
                words = "、".join(self._metrics[place].text for place in inside)
                self._find(loc, f"“{entry.quote}” 里有几个数字({words})", "引文只含一个数字,一个数字写一项")
                return
        if spans and not any(a < m.end and m.start < b for a, b in spans for m in self._metrics):
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
        changes: dict[str, object] = {name: value for name in _CORRECTIONS if (value := getattr(entry, name))}
        if entry.value:
            changes |= {"value": Decimal(entry.value), "value_max": None}
        if evidence:
            changes["evidence"] = evidence
        self._metrics[place] = metric.model_copy(update=changes)
        if evidence and not holds(evidence.quote, self._metrics[place]):
            shown = f"{self._metrics[place].value:f}"
            found = f"原话 “{evidence.quote}” 里没有 {shown}"
            self._find(("metrics", index, "evidence", "quote"), found, "照抄原文里含这个数字的话,或改正正文的数字")

    def _add(self, index: int, entry: MetricFront, span: tuple[int, int], evidence: Evidence | None) -> None:
        """A figure that was not read: its author tells what it is."""
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
            unit=entry.unit,
            indicator=entry.indicator,
            sentence=entry.quote,
        )
        self._metrics.append(metric)
        self._update(len(self._metrics) - 1, index, entry, evidence)

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
    """Where `quote` stands in `text`; a number at either end of it is not cut out of a longer one."""
    at = text.find(quote)
    while at >= 0:
        end = at + len(quote)
        if not (_is_digit(text[at - 1 : at]) and _is_digit(quote[0])) and not (
            _is_digit(quote[-1]) and _is_digit(text[end : end + 1])
        ):
            yield at, end
        at = text.find(quote, end)


def _is_digit(char: str) -> bool:
    return char.isdigit()


def holds(quote: str, metric: Metric) -> bool:
    """Whether a source's words hold the value of `metric`, in whatever numerals; its unit may differ (2161 人)."""
    read = [(quantity.value, quantity.value_max) for quantity in quantities(quote)]
    written = [(number(match[0]), None) for match in _NUMBER.finditer(quote)]
    return any(value == (metric.value, metric.value_max) for value in (*read, *written))
