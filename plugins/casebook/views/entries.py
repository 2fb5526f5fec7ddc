"""Views of cases and pages."""

from functools import partial

from casebook.addresses import CONTRIBUTE, FORM, entry_url
from casebook.dates import date_zh, period_zh, years
from casebook.library import Library
from casebook.library.grouping import grouped
from casebook.model.records import Case, Entry, Page
from casebook.oral import all_oral, has_oral
from casebook.views.addresses import cases_link, entry_link, facet_name, home_link, term_link, year_link
from casebook.views.all_caveats import caveats_link
from casebook.views.bodies import BodyView, body
from casebook.views.cards import short_facts
from casebook.views.caveats import CaveatView, weighed
from casebook.views.changes import last_change, last_day
from casebook.views.connections import Connection, Neighbours, compared, connection, near, neighbours
from casebook.views.entry_lists import LEADING, LINKED, PARTS, children, leading
from casebook.views.linked import linked_case
from casebook.views.packs import packs_of
from casebook.views.paging import LINES, Beginning, beginning, list_url
from casebook.views.pointers import linked, named, pointers
from casebook.views.proofs import ProofsView, proofs
from casebook.views.records import Group, Link, View
from casebook.views.sources import SourceView, source_of, sources
from casebook.views.steps import case_step
from casebook.views.strip import StripView, strip


class EntryView(View):
    """The fields that cases, methods and pages share."""

    body: BodyView
    linked_from: Beginning[Connection]
    last_change: Link


class CaseView(EntryView):
    """A case; `cited` is the day (ISO) that a citation of it has."""

    template: str = "case.html"
    cited: str
    title_en: str
    summary_en: str
    aliases: tuple[str, ...]
    asked: tuple[str, ...]
    is_draft: bool
    facts: tuple[str, ...]
    period: str
    years: tuple[Link, ...]
    added: str
    places: tuple[Link, ...]
    tags: tuple[Group, ...]
    organisations: tuple[Group, ...]
    strip: StripView | None
    proofs: ProofsView
    caveats: tuple[CaveatView, ...]
    all_caveats: Link
    sources: tuple[SourceView, ...]
    oral: str
    grades: tuple[str, ...]
    parent: Link | None
    children: Beginning[Link]
    methods: tuple[Link, ...]
    near: tuple[Connection, ...]
    compared: Link | None
    packs: Beginning[Link]
    neighbours: Neighbours | None


class PageView(EntryView):
    """A page about the site; that on how to contribute leads to the `form`."""

    template: str = "page.html"
    form: Link | None


def case_view(library: Library, case: Case) -> CaseView:
    """The page of a case."""
    front = case.front
    uses, chips = library.uses_in(case.slug), linked(library, case)
    needless = {*chips, *named(library, case)}
    text = body(library, case, lambda step: case_step(library, uses, step), needless, pointers(case, chips))
    parent = library.cases.get(front.part_of or "")
    return CaseView(
        url=entry_url(case),
        title=front.title,
        description=front.summary,
        crumbs=(home_link(library), cases_link(library)),
        linked=linked_case(library, case),
        body=text,
        linked_from=linked_from(library, case, LEADING),
        last_change=last_change(library, case),
        cited=last_day(library, case),
        title_en=front.title_en,
        summary_en=front.summary_en,
        aliases=front.aliases,
        asked=front.asked,
        is_draft=front.status == "draft",
        facts=short_facts(library, case),
        period=period_zh(front.period),
        years=tuple(map(year_link, [*years(front.period)][:1])),
        added=date_zh(front.added),
        places=tuple(_place(library, place) for place in front.places),
        tags=tags_of(library, case),
        organisations=_organisations(library, case),
        strip=strip(library, case),
        proofs=proofs(library, case),
        caveats=weighed(library, case),
        all_caveats=caveats_link(library, case),
        sources=sources(library, case),
        oral=_oral(library, case),
        grades=_grades(library, case),
        parent=entry_link(parent) if parent else None,
        children=beginning(library, children(library, case), list_url(entry_url(case), PARTS)),
        methods=tuple(entry_link(library.methods[use.method]) for use in uses if not use.step),
        near=near(library, case),
        compared=compared(library, case),
        packs=packs_of(library, case),
        neighbours=neighbours(library, case),
    )


def linked_from(library: Library, entry: Entry, shown: int = LINES) -> Beginning[Connection]:
    """The beginning of the list of the pages that lead to an entry."""
    url = list_url(entry_url(entry), LINKED)
    return beginning(library, leading(library, entry), url, shown).map(partial(connection, library))


def _place(library: Library, place: str) -> Link:
    """A link to a place; its note has the places around it, the widest first."""
    here, *around = library.vocabulary.lineage(place)
    return term_link("places", here, note=" ".join(one.zh for one in reversed(around)))


def page_view(library: Library, page: Page) -> PageView:
    """A page about the site."""
    text = body(library, page)
    form = Link(text=library.words.form_title, url=FORM) if page.slug == CONTRIBUTE else None
    return PageView(
        form=form,
        url=entry_url(page),
        title=page.front.title,
        description=page.front.summary,
        crumbs=(home_link(library),),
        body=text,
        linked_from=linked_from(library, page),
        last_change=last_change(library, page),
    )


def tags_of(library: Library, entry: Entry) -> tuple[Group, ...]:
    """The declared terms of an entry, one group for each facet, without proper names, which are shown elsewhere."""
    declared = grouped((tag.facet, tag.term) for tag in entry.tags if tag.declared)
    return tuple(
        Group(
            id=facet.id,
            label=facet_name(library, facet.id),
            links=tuple(term_link(facet.id, library.vocabulary[facet.id, term]) for term in declared[facet.id]),
        )
        for facet in library.collection.facets("page")
        if facet.id in declared and not facet.is_proper
    )


def _organisations(library: Library, case: Case) -> tuple[Group, ...]:
    """The organisations of a case by role, in the order of the vocabulary of roles."""
    find, acting = library.vocabulary, grouped((one.role, one.organisation) for one in case.front.organisations)
    return tuple(
        Group(
            label=role.zh,
            links=tuple(term_link("organisations", find["organisations", one]) for one in acting[role.id]),
        )
        for role in find.terms("roles")
        if role.id in acting
    )


def _oral(library: Library, case: Case) -> str:
    """What is said first of a case that was only told, wholly or in part; empty of any other."""
    if not has_oral(library.vocabulary, case.front):
        return ""
    return library.words.oral_told if all_oral(library.vocabulary, case.front) else library.words.oral_some


def _grades(library: Library, case: Case) -> tuple[str, ...]:
    """The grades of the sources of a case, the best first."""
    found = {source_of(library, name).grade for name in case.front.sources}
    return tuple(grade.zh for grade in library.vocabulary.terms("grades") if grade.id in found)
