"""The tables of pages: cases and methods, their parts and steps, their links and caveats."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from casebook.addresses import caveat_anchor, entry_url, step_anchor
from casebook.dataset.tables import NOT_APPLICABLE, NOT_KEPT, NOT_REPORTED, NOT_TOLD, Column, Reference, Table
from casebook.dates import Within, edges
from casebook.library import Library, changes_of
from casebook.model.front import Described
from casebook.model.records import Case, Entry, Method, Section, Step
from casebook.once import once


class Of(NamedTuple):
    """What a page has several of, and its number there, from 1."""

    page: Any
    number: int
    one: Any


def described(library: Library) -> Iterator[Case | Method]:
    """The pages that the data tells of: cases, then methods."""
    yield from library.cases.values()
    yield from library.methods.values()


def front(entry: Entry) -> Described:
    """The front matter of a case or method."""
    assert isinstance(entry.front, Described)
    return entry.front


def day(within: Within | None, which: str) -> str:
    """The first or the last day that an end of a period may mean; empty if it is not known."""
    return datetime.date.fromordinal(getattr(within, which)).isoformat() if within else ""


def last_change(library: Library, entry: Entry) -> str:
    """The day of the last change of a page (ISO); empty if its history is not kept."""
    found = changes_of(library, entry.slug)
    return found[0].day if found else ""


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
        last_change,
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
    for entry in described(library):
        tops = [section for section in entry.sections if section.level == min(s.level for s in entry.sections)]
        yield from (Of(entry, number, section) for number, section in enumerate(tops, 1))


def _text(entry: Entry, part: Section | Step) -> str:
    """The words below a heading."""
    return entry.text[part.start + len(part.title) : part.end].strip()


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
        Column("text", "正文", lambda _, of: _text(of.page, of.one), blank=NOT_APPLICABLE),
    ),
    (Reference("page", "pages"),),
)


def steps_of(library: Library) -> Iterator[Of]:
    """The steps of all pages."""
    for entry in described(library):
        yield from (Of(entry, step.number, step) for step in entry.steps)


STEPS = Table(
    "steps",
    "步骤",
    "一行一步：案例实际怎么走的，方法建议怎么走。",
    ("id",),
    steps_of,
    (
        Column("id", "编号", lambda _, of: _step_id(of.page, of.one), note="页的编号，加步骤的编号；公布以后不变。"),
        Column("page", "页", lambda _, of: of.page.slug),
        Column("number", "第几步", lambda _, of: of.number, type="integer"),
        Column("title", "标题", lambda _, of: of.one.title),
        Column("summary", "一句话", lambda _, of: of.one.summary, blank=NOT_TOLD),
        Column("text", "正文", lambda _, of: _text(of.page, of.one), blank=NOT_TOLD),
        Column("when", "什么时候", lambda _, of: of.one.when, note="EDTF 写法。", blank=NOT_REPORTED),
        Column("lasting", "多久", lambda _, of: of.one.lasting, note="来源的话。", blank=NOT_REPORTED),
        Column(
            "path",
            "网址",
            lambda _, of: f"{entry_url(of.page)}#{step_anchor(of.page, of.one.id)}" if of.one.id else "",
            blank=NOT_APPLICABLE,
        ),
    ),
    (Reference("page", "pages"),),
)


def step_id(library: Library, page: str, step: str) -> str:
    """The id of a step of a page by the author's anchor; empty if the page has none such."""
    return f"{page}#{step}" if step and f"{page}#{step}" in _step_ids(library) else ""


@once
def _step_ids(library: Library) -> frozenset[str]:
    return frozenset(_step_id(of.page, of.one) for of in steps_of(library))


def _step_id(entry: Entry, step: Step) -> str:
    """The id of a step: the page and the author's anchor, or, where there is none, its number."""
    return f"{entry.slug}#{step.id or step.number}"


def _acting(facet: str) -> Callable[[Library], Iterator[Of]]:
    """What gives the terms of a facet that steps name."""

    def found(library: Library) -> Iterator[Of]:
        for of in steps_of(library):
            terms = dict.fromkeys(tag.term for tag in of.one.actors if tag.facet == facet and tag.term)
            yield from (Of(of.page, of.number, (of.one, term)) for term in terms)

    return found


_OF_STEP = Column("step", "步骤", lambda _, of: _step_id(of.page, of.one[0]))
STEP_ACTORS = Table(
    "step_actors",
    "步骤的{actors}",
    "一行是一步里的一类{actors}。",
    ("step", "actor"),
    _acting("actors"),
    (_OF_STEP, Column("actor", "{actors}", lambda _, of: of.one[1])),
    (Reference("step", "steps"), Reference("actor", "actors")),
    "actors",
)
STEP_ORGANISATIONS = Table(
    "step_organisations",
    "步骤的{organisations}",
    "一行是一步里的一家{organisations}。",
    ("step", "organisation"),
    _acting("organisations"),
    (_OF_STEP, Column("organisation", "{organisations}", lambda _, of: of.one[1])),
    (Reference("step", "steps"), Reference("organisation", "organisations")),
    "organisations",
)


def _uses(library: Library) -> Iterator[Of]:
    for case in library.cases.values():
        yield from (Of(case, number, use) for number, use in enumerate(library.uses_in(case.slug), 1))


STEP_EVIDENCE = Table(
    "step_evidence",
    "步骤的证据",
    "一行是一个案例在它的某一步用了一个方法（的某一步）。",
    ("case", "number"),
    _uses,
    (
        Column("case", "案例", lambda _, of: of.page.slug),
        Column("number", "第几条", lambda _, of: of.number, type="integer"),
        Column(
            "step",
            "案例的哪一步",
            lambda _, of: _step_id(of.page, of.one.step) if of.one.step else "",
            note="没有落到哪一步的，是整个案例用了这个方法。",
            blank=NOT_APPLICABLE,
        ),
        Column("method", "方法", lambda _, of: of.one.method),
        Column(
            "method_step",
            "方法的哪一步",
            lambda library, of: step_id(library, of.one.method, of.one.method_step),
            blank=NOT_TOLD,
        ),
        Column("sentence", "案例里的话", lambda _, of: of.one.sentence, blank=NOT_TOLD),
    ),
    (
        Reference("case", "cases"),
        Reference("method", "methods"),
        Reference("step", "steps"),
        Reference("method_step", "steps"),
    ),
)


def _departures(library: Library) -> Iterator[Of]:
    for case in library.cases.values():
        known = [one for one in case.front.departures if one.step.partition("#")[0] in library.methods]
        yield from (Of(case, number, one) for number, one in enumerate(known, 1))


DEPARTURES = Table(
    "departures",
    "与方法不同之处",
    "一行是一个案例略去或改动的一步。",
    ("case", "number"),
    _departures,
    (
        Column("case", "案例", lambda _, of: of.page.slug),
        Column("number", "第几条", lambda _, of: of.number, type="integer"),
        Column("method", "方法", lambda _, of: of.one.step.partition("#")[0]),
        Column(
            "method_step",
            "方法的哪一步",
            lambda library, of: step_id(library, *of.one.step.split("#")),
            blank=NOT_TOLD,
        ),
        Column("how", "怎样不同", lambda _, of: of.one.how, values=("omitted", "changed")),
        Column("text", "说明", lambda _, of: of.one.text),
    ),
    (Reference("case", "cases"), Reference("method", "methods"), Reference("method_step", "steps")),
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
    for entry in described(library):
        there = [link for link in entry.links if isinstance(library.entry(link.target), Case | Method)]
        yield from (Of(entry, number, link) for number, link in enumerate(there, 1))


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
    for case in library.cases.values():
        yield from (Of(case, number, one) for number, one in enumerate(case.front.caveats, 1))


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
