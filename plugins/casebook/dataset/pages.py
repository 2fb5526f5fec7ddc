"""The tables of pages: cases and methods, their sections, links and caveats."""

import datetime
from collections.abc import Iterator

from casebook.addresses import caveat_anchor, entry_url
from casebook.dataset.parts import Of, described, numbered, written
from casebook.dataset.steps import step_id
from casebook.dataset.tables import NOT_APPLICABLE, NOT_KEPT, NOT_REPORTED, Column, Reference, Table
from casebook.dates import Within, edges
from casebook.library import Library, changed_on
from casebook.model.records import Case, Entry, Method, Section, WrittenLink


def day(within: Within | None, which: str) -> str:
    """The first or the last day that an end of a period may mean; empty if it is not known."""
    return datetime.date.fromordinal(getattr(within, which)).isoformat() if within else ""


_SHARED = (
    Column("id", "编号", lambda _, entry: entry.slug, note="文件名，也是网址的一段；公布以后不变。"),
    Column("title", "标题", lambda _, entry: entry.front.title),
    Column("title_en", "英文标题", lambda _, entry: entry.front.title_en, blank=NOT_KEPT),
    Column("summary", "摘要", lambda _, entry: entry.front.summary),
    Column("summary_en", "英文摘要", lambda _, entry: entry.front.summary_en, blank=NOT_KEPT),
    Column("path", "网址", lambda _, entry: entry_url(entry), note="接在网站的地址后面。"),
    Column("added", "收入日期", lambda _, entry: entry.front.added, type="date"),
    Column(
        "changed",
        "最后改动",
        lambda library, entry: changed_on(library, entry.slug),
        type="date",
        note="内容最后一次改动的日子；只改了排版的不算。",
        blank=NOT_KEPT,
    ),
)

CASES = Table(
    "cases",
    "案例",
    "一行一个案例。",
    ("id",),
    lambda library: library.cases.values(),
    (
        *_SHARED,
        Column(
            "period",
            "起止时间",
            lambda _, case: case.front.period,
            note="EDTF 写法：2021-05/2022-03 是从哪月到哪月，/.. 还没有结束，~ 是约，? 是推定，unknown 是来源没有写。",
        ),
        Column(
            "begins",
            "最早开始",
            lambda _, case: day(edges(case.front.period)[0], "first"),
            type="date",
            note="起止时间可能的第一天，方便排序。",
            blank=NOT_REPORTED,
        ),
        Column(
            "ends",
            "最晚结束",
            lambda _, case: day(edges(case.front.period)[1], "last"),
            type="date",
            note="起止时间可能的最后一天。",
            blank=f"{NOT_REPORTED}，或还没有结束",
        ),
        Column(
            "part_of", "所属案例", lambda library, case: parent(library, case), note="它的数字可能已含在上级里。",
            blank=NOT_APPLICABLE,
        ),
        Column(
            "order",
            "步骤的次序",
            lambda _, case: case.steps[0].basis if case.steps else "",
            note="stated：来源写明先后；narrative：只是依次讲到。",
            blank=NOT_REPORTED,
            values=("stated", "narrative"),
        ),
    ),
    (Reference("part_of", "cases"),),
)  # fmt: skip


def parent(library: Library, case: Case) -> str:
    """The case that this one is part of, if the site has it."""
    return case.front.part_of if case.front.part_of in library.cases else ""  # type: ignore[return-value]


METHODS = Table("methods", "方法", "一行一个方法。", ("id",), lambda library: library.methods.values(), _SHARED)

PAGES = Table(
    "pages",
    "案例和方法",
    "一行一页：其他表里的 page 指向这里，不用分是案例还是方法。",
    ("id",),
    described,
    (
        Column("id", "编号", lambda _, entry: entry.slug),
        Column("kind", "种类", lambda _, entry: entry.kind, values=("case", "method")),
        Column("title", "标题", lambda _, entry: entry.front.title),
        Column("path", "网址", lambda _, entry: entry_url(entry)),
    ),
)


def _sections(library: Library) -> Iterator[Of]:
    def tops(entry: Entry) -> list[Section]:
        return [section for section in entry.sections if section.level == min(s.level for s in entry.sections)]

    return numbered(described(library), tops)


SECTIONS = Table(
    "sections",
    "正文各部分",
    "一行一个大标题，下面的正文是没有格式的文字。",
    ("page", "number"),
    _sections,
    (
        Column("page", "页", lambda _, of: of.page.slug),
        Column("number", "第几部分", lambda _, of: of.number, type="integer"),
        Column(
            "part",
            "哪一部分",
            lambda _, of: of.one.kind,
            note="problem 问题，how 怎么做，results 结果……",
            blank=NOT_APPLICABLE,
        ),
        Column("heading", "标题", lambda _, of: of.one.title),
        Column("text", "正文", lambda _, of: written(of.page, of.one), blank=NOT_APPLICABLE),
    ),
    (Reference("page", "pages"),),
)


def _relations(library: Library) -> Iterator[Of]:
    for method in library.methods.values():
        for kind in ("broader", "related"):
            others = [other for other in getattr(method.front, kind) if other in library.methods]
            yield from (Of(method, 0, (kind, other)) for other in others)


METHOD_RELATIONS = Table(
    "method_relations",
    "方法之间的关系",
    "一行一个关系；相关的写在一边就够了。",
    ("method", "relation", "other"),
    _relations,
    (
        Column("method", "方法", lambda _, of: of.page.slug),
        Column(
            "relation",
            "关系",
            lambda _, of: of.one[0],
            note="broader：后一个是上位方法；related：相关。",
            values=("broader", "related"),
        ),
        Column("other", "另一个方法", lambda _, of: of.one[1]),
    ),
    (Reference("method", "methods"), Reference("other", "methods")),
)


def _links(library: Library) -> Iterator[Of]:
    def there(entry: Entry) -> list[WrittenLink]:
        return [link for link in entry.links if isinstance(library.entry(link.target), Case | Method)]

    return numbered(described(library), there)


LINKS = Table(
    "links",
    "链接",
    "一行是正文里一个写明的链接，从一页到另一页（的某一步）。",
    ("page", "number"),
    _links,
    (
        Column("page", "页", lambda _, of: of.page.slug),
        Column("number", "第几个", lambda _, of: of.number, type="integer"),
        Column("target", "到哪一页", lambda _, of: of.one.target),
        Column(
            "target_step",
            "到哪一步",
            lambda library, of: step_id(library, of.one.target, of.one.step),
            blank=NOT_APPLICABLE,
        ),
        Column("text", "链接的文字", lambda _, of: of.one.text, blank=NOT_APPLICABLE),
    ),
    (Reference("page", "pages"), Reference("target", "pages"), Reference("target_step", "steps")),
)


def _caveats(library: Library) -> Iterator[Of]:
    return numbered(library.cases.values(), lambda case: case.front.caveats)


CAVEATS = Table(
    "caveats",
    "存疑与未报告",
    "一行是用一个案例之前要知道的一件事。",
    ("case", "number"),
    _caveats,
    (
        Column("case", "案例", lambda _, of: of.page.slug),
        Column("number", "第几条", lambda _, of: of.number, type="integer"),
        Column("kind", "类别", lambda _, of: of.one.kind, note="未报告的在这里是一行，不是零。"),
        Column("text", "说明", lambda _, of: of.one.text),
        Column("path", "网址", lambda _, of: f"{entry_url(of.page)}#{caveat_anchor(of.page, of.one.text)}"),
    ),
    (Reference("case", "cases"), Reference("kind", "caveat_kinds")),
)
