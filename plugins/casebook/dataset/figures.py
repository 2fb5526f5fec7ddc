"""The table of figures: each number of a case with what it counts, its sentence and its evidence."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from casebook.addresses import entry_url, figure_anchor, figure_place
from casebook.dataset.parts import described
from casebook.dataset.tables import NOT_APPLICABLE, NOT_REPORTED, NOT_TOLD, Column, Reference, Table
from casebook.library import Library
from casebook.library.series import own_metrics, ratios
from casebook.model.records import Case, Entry, Evidence, Metric

_QUALIFIERS = ("exact", "about", "near", "over", "under", "at_least", "at_most", "range")


class Figure(NamedTuple):
    """A figure of a page: its id, its number there, from 1, and whether it counts for its case."""

    id: str
    page: Entry
    number: int
    metric: Metric
    is_counted: bool


def figures(library: Library) -> Iterator[Figure]:
    """All figures of cases and methods."""
    for entry in described(library):
        counted = set(map(id, own_metrics(library, entry.slug))) if isinstance(entry, Case) else set[int]()
        seen = Counter[str]()
        for number, metric in enumerate(entry.metrics, 1):
            name = _id(entry, metric)
            seen[name] += 1  # the same words twice in one sentence
            again = f"-{seen[name]}" if seen[name] > 1 else ""
            yield Figure(f"{name}{again}", entry, number, metric, id(metric) in counted)


def _id(entry: Entry, metric: Metric) -> str:
    return f"{entry.slug}#{figure_anchor(metric)}"


METRICS = Table(
    "metrics",
    "数字",
    "一行是页里的一个数字：数的是什么，原句，出处。没有报告的指标没有行，不是零。",
    ("id",),
    figures,
    (
        Column("id", "编号", lambda _, of: of.id, note="页的编号，加数字在页里的锚点；句子改了会变。"),
        Column("page", "页", lambda _, of: of.page.slug),
        Column("number", "第几个", lambda _, of: of.number, type="integer", note="在页里的次序；页改了会变。"),
        Column("indicator", "指标", lambda _, of: of.metric.indicator),
        Column("value", "数值", lambda _, of: of.metric.value, type="number", note="一个范围的下限。"),
        Column("value_max", "上限", lambda _, of: of.metric.value_max, type="number", blank=NOT_APPLICABLE),
        Column(
            "before", "之前的数值", lambda _, of: of.metric.before, type="number", note="从 251 项减到 62 项：251。",
            blank=NOT_APPLICABLE,
        ),
        Column("unit", "单位", lambda _, of: of.metric.unit, blank=NOT_APPLICABLE),
        Column(
            "qualifier",
            "约数",
            lambda _, of: of.metric.qualifier,
            note="exact 正好，about 约，near 近，over 余，under 不到，at_least 不少于，at_most 不超过，range 范围。",
            values=_QUALIFIERS,
        ),
        Column("scope", "口径", lambda _, of: of.metric.scope, note="最终、阶段、每年、预计……", blank=NOT_REPORTED),
        Column("money", "钱的性质", lambda _, of: of.metric.money, blank=f"{NOT_APPLICABLE}，或{NOT_REPORTED}"),
        Column("as_of", "截至", lambda _, of: of.metric.as_of, note="EDTF 写法。", blank=NOT_REPORTED),
        Column(
            "programme",
            "属于哪个案例",
            lambda library, of: library.programme(of.page, of.metric),
            note="这个数字说的是另一个案例时，写它。",
            blank=NOT_APPLICABLE,
        ),
        Column(
            "counted",
            "算作本案例的结果",
            lambda _, of: of.is_counted,
            type="boolean",
            note="计划、重复、变化之前、别的案例、只有口述的数不算；方法页上的数都不算。",
        ),
        Column("words", "写法", lambda _, of: of.metric.text),
        Column("sentence", "本页的句子", lambda _, of: of.metric.sentence),
        Column("source", "出处", lambda _, of: _evidence(of).source, blank=NOT_TOLD),
        Column("locator", "在出处哪里", lambda _, of: _evidence(of).locator, blank=NOT_TOLD),
        Column("quote", "出处的原话", lambda _, of: _evidence(of).quote, blank=NOT_TOLD),
        Column("path", "网址", lambda _, of: f"{entry_url(of.page)}#{figure_place(of.page, of.metric)}"),
    ),
    (
        Reference("page", "pages"),
        Reference("indicator", "indicators"),
        Reference("programme", "cases"),
        Reference("source", "sources"),
        Reference("scope", "scopes"),
        Reference("money", "money_kinds"),
    ),
)  # fmt: skip


class _None(NamedTuple):
    source: str = ""
    locator: str = ""
    quote: str = ""


def _evidence(of: Figure) -> Evidence | _None:
    return of.metric.evidence or _None()


RATIOS = Table(
    "ratios",
    "算出来的比值",
    "一行是由一个案例的两个数字算出来的一个比值；来源没有这样写。",
    ("case", "ratio"),
    lambda library: ratios(library),
    (
        Column("case", "案例", lambda _, ratio: ratio.case),
        Column("ratio", "比值", lambda _, ratio: ratio.row.id),
        Column("name", "名称", lambda _, ratio: ratio.row.zh),
        Column("name_en", "英文名称", lambda _, ratio: ratio.row.en),
        Column("value", "数值", lambda _, ratio: ratio.value, type="number"),
        Column("over_metric", "被除的数字", lambda library, ratio: _id(library.cases[ratio.case], ratio.over)),
        Column("under_metric", "除以的数字", lambda library, ratio: _id(library.cases[ratio.case], ratio.under)),
    ),
    (Reference("case", "cases"), Reference("over_metric", "metrics"), Reference("under_metric", "metrics")),
)
