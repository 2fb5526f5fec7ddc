"""The tables of terms, one for each facet, and which page has which."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from casebook.addresses import term_url
from casebook.dataset.parts import described
from casebook.dataset.tables import NOT_APPLICABLE, NOT_KEPT, NOT_TOLD, Column, Reference, Table
from casebook.facets import MODELS, taking_part
from casebook.library import Library
from casebook.model.records import Entry
from casebook.model.terms import Concept, Term

_PAGED = frozenset(facet.id for facet in taking_part("page")) | {"indicators"}


def table_name(facet: str) -> str:
    """The name of the table of a facet."""
    return facet.replace("-", "_")


def _terms_of(facet: str) -> Callable[[Library], Iterable[Term]]:
    return lambda library: library.vocabulary.terms(facet) if library.has(facet) else ()


def _terms(facet: str, title: str, note: str, *columns: Column, references: tuple[Reference, ...] = ()) -> Table:
    """The table of a facet: what all terms have, and `columns` of its own."""
    path = Column("path", "网址", lambda _, term: term_url(facet, term.id), note="接在网站的地址后面。")
    common = (
        Column("id", "编号", lambda _, term: term.id, note="公布以后不变。"),
        Column("name", "名称", lambda _, term: term.zh),
        Column("name_en", "英文名称", lambda _, term: term.en, blank=NOT_KEPT),
        *columns,
        Column("note", "说明", lambda _, term: term.note, blank=NOT_TOLD),
        *((path,) if facet in _PAGED else ()),
    )
    return Table(table_name(facet), title, note, ("id",), _terms_of(facet), common, references, facet)


THEMES = _terms(
    "themes",
    "{themes}",
    "一行一个词：案例和方法谈的是什么事。",
    Column("problem", "人们怎么说", lambda _, theme: theme.problem, blank=NOT_TOLD),
)
FORMS = _terms("forms", "{forms}", "一行一个词：事情怎样组织起来。")
ACTORS = _terms("actors", "{actors}", "一行一类{actors}。")
BENEFICIARIES = _terms("beneficiaries", "{beneficiaries}", "一行一类{beneficiaries}：事情是为谁办的。")
SCALES = _terms("scales", "{scales}", "一行一种{scales}：事情铺到多大。")
ROLES = _terms("roles", "角色", "一行一种角色：谁在案例里做什么。")
GRADES = _terms(
    "grades",
    "可靠程度",
    "一行一级：来源可靠到什么程度。",
    Column("oral", "只是口述", lambda _, grade: grade.oral, type="boolean", note="没有公开材料可以对照。"),
)
SCOPES = _terms("scopes", "口径", "一行一种口径：数字是最终的、每年的、计划的……")
MONEY_KINDS = _terms("money-kinds", "钱的性质", "一行一种：募集、配比、预算……")
CAVEAT_KINDS = _terms("caveat-kinds", "存疑的类别", "一行一类：矛盾、推断、未报告……")
PLACES = _terms(
    "places",
    "{places}",
    "一行一个{places}，从省级到社区；级可以缺，东莞没有区县。",
    Column(
        "level", "级", lambda _, one: one.level, values=("province", "city", "district", "town", "community")
    ),
    Column("parent", "上一级", lambda _, one: one.parent or "", blank=NOT_APPLICABLE),
    references=(Reference("parent", "places"),),
)  # fmt: skip
ORGANISATIONS = _terms(
    "organisations",
    "{organisations}",
    "一行一家有名有姓的{organisations}。",
    Column("kind", "是哪一类", lambda _, one: one.kind or "", blank=NOT_TOLD),
    Column("place", "在哪里", lambda _, one: one.place or "", blank=NOT_TOLD),
    references=(Reference("kind", "actors"), Reference("place", "places")),
)
SOURCES = _terms(
    "sources",
    "{sources}",
    "一行一份材料，事实出自这里；名称是它的标题。",
    Column("publisher", "发布者", lambda _, source: source.publisher, note="unknown：材料没有写。"),
    Column("date", "发布日期", lambda _, source: source.date, note="EDTF 写法；unknown：材料没有写。"),
    Column("grade", "可靠程度", lambda _, source: source.grade),
    Column("url", "原文网址", lambda _, source: source.url, blank=NOT_KEPT),
    Column("archive", "存档网址", lambda _, source: source.archive, blank=NOT_KEPT),
    references=(Reference("grade", "grades"),),
)
INDICATORS = _terms(
    "indicators",
    "指标",
    "一行一个指标：数字数的是什么。",
    Column("unit", "通常的单位", lambda _, one: one.unit),
    Column(
        "kind",
        "哪一种",
        lambda _, one: one.kind,
        note="投入、产出、触及、成果、背景。",
        values=("input", "output", "reach", "outcome", "context"),
    ),
    Column("additive", "能否相加", lambda _, one: one.additive, type="boolean", note="不同案例的值加起来有没有意义。"),
    Column("comparable", "能否比较", lambda _, one: one.comparable, type="boolean"),
)
OF_FACETS = (
    THEMES, FORMS, ACTORS, BENEFICIARIES, SCALES, ROLES, GRADES, SCOPES, MONEY_KINDS, CAVEAT_KINDS, PLACES,
    ORGANISATIONS, SOURCES, INDICATORS,
)  # fmt: skip


class Named(NamedTuple):
    """A term of a facet, and what is told of it."""

    facet: str
    term: str
    one: Any


def _every(library: Library) -> Iterator[tuple[str, Term]]:
    for facet in MODELS:
        yield from ((facet, term) for term in _terms_of(facet)(library))


def _names(library: Library) -> Iterator[Named]:
    for facet, term in _every(library):
        yield from (Named(table_name(facet), term.id, name) for name in dict.fromkeys(term.aliases))


_FACET = Column("facet", "词表", lambda _, named: named.facet, note="词所在的表。")
_TERM = Column("term", "词的编号", lambda _, named: named.term)

TERM_NAMES = Table(
    "term_names",
    "别名",
    "一行是一个词的一个别名。",
    ("facet", "term", "name"),
    _names,
    (_FACET, _TERM, Column("name", "别名", lambda _, named: named.one)),
)


def _relations(library: Library) -> Iterator[Named]:
    for facet, term in _every(library):
        if isinstance(term, Concept):
            for kind in ("broader", "related"):
                yield from (Named(table_name(facet), term.id, (kind, other)) for other in getattr(term, kind))


TERM_RELATIONS = Table(
    "term_relations",
    "词之间的关系",
    "一行一个关系；相关的写在一边就够了。",
    ("facet", "term", "relation", "other"),
    _relations,
    (
        _FACET,
        _TERM,
        Column(
            "relation",
            "关系",
            lambda _, named: named.one[0],
            note="broader：后一个是上位词；related：相关。",
            values=("broader", "related"),
        ),
        Column("other", "另一个词", lambda _, named: named.one[1]),
    ),
)


class Tagged(NamedTuple):
    """A page and a term that it has; `role` is that of an organisation."""

    page: Entry
    term: str
    role: str = ""


def _tags(facet: str) -> Callable[[Library], Iterator[Tagged]]:
    def found(library: Library) -> Iterator[Tagged]:
        for entry in described(library):
            terms = dict.fromkeys(tag.term for tag in entry.tags if tag.facet == facet and tag.declared and tag.term)
            yield from (Tagged(entry, term) for term in terms)

    return found


def _pairs(facet: str, owner: str, one: str, note: str) -> Table:
    """The table of which pages have which terms of a facet; `owner` and `one` are what a row is of."""
    title = f"{'案例' if owner == 'case' else '页'}的{BY_TABLE[facet].title}"
    columns = (
        Column(owner, "案例" if owner == "case" else "页", lambda _, tagged: tagged.page.slug),
        Column(one, BY_TABLE[facet].title, lambda _, tagged: tagged.term),
    )
    references = (Reference(owner, f"{owner}s"), Reference(one, facet))
    return Table(f"{owner}_{facet}", title, note, (owner, one), _tags(facet), columns, references, facet)


BY_TABLE = {table.name: table for table in OF_FACETS}
PAGE_THEMES = _pairs("themes", "page", "theme", "一行是一个案例或方法的一个{themes}。")
CASE_FORMS = _pairs("forms", "case", "form", "一行是一个案例的一种{forms}。")
CASE_ACTORS = _pairs("actors", "case", "actor", "一行是一个案例的一类{actors}。")
CASE_BENEFICIARIES = _pairs("beneficiaries", "case", "beneficiary", "一行是一个案例的一类{beneficiaries}。")
CASE_SCALES = _pairs("scales", "case", "scale", "一行是一个案例的一种{scales}，由{places}推出。")
CASE_PLACES = _pairs("places", "case", "place", "一行是一个案例的一个{places}，写到最小的一级；上面各级见{places}表。")


def _sources(library: Library) -> Iterator[Tagged]:
    for case in library.cases.values():
        yield from (Tagged(case, source) for source in dict.fromkeys(case.front.sources))


def _bodies(library: Library) -> Iterator[Tagged]:
    for case in library.cases.values():
        acting = dict.fromkeys((one.organisation, one.role) for one in case.front.organisations)
        yield from (Tagged(case, organisation, role) for organisation, role in acting)


_CASE = Column("case", "案例", lambda _, tagged: tagged.page.slug)
CASE_SOURCES = Table(
    "case_sources",
    "案例的{sources}",
    "一行是一个案例用的一份材料。",
    ("case", "source"),
    _sources,
    (_CASE, Column("source", "{sources}", lambda _, tagged: tagged.term)),
    (Reference("case", "cases"), Reference("source", "sources")),
    "sources",
)
CASE_ORGANISATIONS = Table(
    "case_organisations",
    "案例的{organisations}",
    "一行是一家{organisations}在一个案例里的一个角色。",
    ("case", "organisation", "role"),
    _bodies,
    (
        _CASE,
        Column("organisation", "{organisations}", lambda _, tagged: tagged.term),
        Column("role", "角色", lambda _, tagged: tagged.role),
    ),
    (Reference("case", "cases"), Reference("organisation", "organisations"), Reference("role", "roles")),
    "organisations",
)
