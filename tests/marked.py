"""Annotated texts: ⟦text|value|value_max|unit|qualifier|indicator⟧ is a figure, ⟪text|why⟫ a number that is none.

The marks follow the annotation guide of this field's gold standard; indicator ids are written with `_` in them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from casebook.model.records import Metric

_MARK = re.compile(
    r"⟦(?P<text>[^|⟧]+)\|(?P<value>[^|]*)\|(?P<value_max>[^|]*)\|(?P<unit>[^|]+)\|(?P<qualifier>[^|]+)"
    r"\|(?P<indicator>[^|⟧]+)⟧|⟪(?P<trap>[^|⟫]+)\|(?P<why>[^⟫]+)⟫"
)
# Units that count alike; a span may be read with either.
_SAME = {
    "名": "人", "位": "人", "口": "人", "口人": "人", "号人": "人", "个人": "人", "大": "个", "场次": "场", "月": "个月",
    "大类": "类", "平米": "平方米", "㎡": "平方米", "块": "元", "块钱": "元", "天": "日", "个学时": "学时", "个星期": "星期",
}  # fmt: skip


@dataclass(frozen=True)
class Gold:
    """A figure as annotated."""

    start: int
    end: int
    text: str
    value: Decimal
    value_max: Decimal | None
    unit: str
    qualifier: str
    indicator: str


@dataclass(frozen=True)
class Trap:
    """A number that is no figure, and why."""

    start: int
    end: int
    text: str
    why: str


def parse(marked: str) -> tuple[str, list[Gold], list[Trap]]:
    """The text without its marks, and what they say, with spans in it."""
    text, figures, traps, at = "", [], [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at, start = match.end(), len(text)
        inner = match["text"] or match["trap"]
        text += inner
        if match["trap"]:
            traps.append(Trap(start, len(text), inner, match["why"]))
        else:
            top = Decimal(match["value_max"]) if match["value_max"] else None
            value, indicator = Decimal(match["value"]), match["indicator"].replace("_", "-")
            figures.append(Gold(start, len(text), inner, value, top, match["unit"], match["qualifier"], indicator))
    return text + marked[at:], figures, traps


def unit(name: str) -> str:
    """The name under which units that count alike are compared."""
    return _SAME.get(name, name)


def same_value(gold: Gold, metric: Metric) -> bool:
    """Whether value and upper end agree to half a percent."""
    return _close(gold.value, metric.value) and _close(gold.value_max, metric.value_max)


def _close(one: Decimal | None, other: Decimal | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= abs(one) * Decimal("0.005")


@dataclass
class Score:
    """Counts over texts: figures annotated, read and found, and what is right of those found; traps, and those hit."""

    gold: int = 0
    read: int = 0
    found: int = 0
    exact: int = 0
    indicator: int = 0
    traps: int = 0
    hit: int = 0

    def add(self, marked: str, metrics: tuple[Metric, ...]) -> None:
        """Count one text; a figure is found where spans overlap by half of what they cover together."""
        _, figures, traps = parse(marked)
        pairs = list(_pairs(figures, metrics))
        taken = {id(metric) for _, metric in pairs}
        free = [metric for metric in metrics if id(metric) not in taken]
        self.gold += len(figures)
        self.read += len(metrics)
        self.found += len(pairs)
        self.exact += sum(same_value(gold, m) and unit(gold.unit) == unit(m.unit) for gold, m in pairs)
        self.indicator += sum(gold.indicator == m.indicator for gold, m in pairs)
        self.traps += len(traps)
        self.hit += sum(any(_overlap(trap, m) * 2 >= min(_size(trap), _size(m)) for m in free) for trap in traps)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.found / (self.gold + self.read)

    def __str__(self) -> str:
        return (
            f"{self.gold} figures: F1 {self.f1:.3f}, value and unit {self.exact / self.found:.3f}, "
            f"indicator {self.indicator / self.found:.3f}; {self.traps} traps, {self.hit / self.traps:.3f} hit"
        )


def _pairs(figures: list[Gold], metrics: tuple[Metric, ...]) -> Iterator[tuple[Gold, Metric]]:
    scored = [(_overlap(g, m) / (_size(g) + _size(m) - _overlap(g, m)), -i, -j)
              for i, g in enumerate(figures) for j, m in enumerate(metrics)]  # fmt: skip
    used: set[tuple[str, int]] = set()
    for share, i, j in sorted(scored, reverse=True):
        if share >= 0.5 and not {("gold", i), ("read", j)} & used:
            used |= {("gold", i), ("read", j)}
            yield figures[-i], metrics[-j]


def _overlap(one: Gold | Trap | Metric, other: Gold | Trap | Metric) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _size(one: Gold | Trap | Metric) -> int:
    return one.end - one.start
