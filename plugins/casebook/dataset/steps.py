"""The tables of steps: what they say, who takes part, where methods are used, and where otherwise."""

from collections.abc import Callable, Iterator

from casebook.addresses import entry_url, step_anchor
from casebook.dataset.parts import Of, described, numbered, written
from casebook.dataset.tables import NOT_APPLICABLE, NOT_REPORTED, NOT_TOLD, Column, Reference, Table
from casebook.dataset.vocabulary import BY_TABLE
from casebook.library import Library
from casebook.model.front import Departure
from casebook.model.records import Case, Entry, Step
from casebook.once import once


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
        Column("text", "正文", lambda _, of: written(of.page, of.one), blank=NOT_TOLD),
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


def _pairs(facet: str, one: str, note: str) -> Table:
    """The table of which steps name which terms of a facet, `one` a row."""
    title = BY_TABLE[facet].title
    columns = (
        Column("step", "步骤", lambda _, of: _step_id(of.page, of.one[0])),
        Column(one, title, lambda _, of: of.one[1]),
    )
    references = (Reference("step", "steps"), Reference(one, facet))
    return Table(f"step_{facet}", f"步骤的{title}", note, ("step", one), _acting(facet), columns, references, facet)


STEP_ACTORS = _pairs("actors", "actor", "一行是一步里的一类{actors}。")
STEP_ORGANISATIONS = _pairs("organisations", "organisation", "一行是一步里的一家{organisations}。")


def _uses(library: Library) -> Iterator[Of]:
    return numbered(library.cases.values(), lambda case: library.uses_in(case.slug))


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
    def known(case: Case) -> list[Departure]:
        return [one for one in case.front.departures if one.step.partition("#")[0] in library.methods]

    return numbered(library.cases.values(), known)


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
