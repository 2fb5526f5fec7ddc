"""The view of a method."""

from collections.abc import Mapping

from casebook.addresses import entry_url
from casebook.library import Library
from casebook.model.records import Case, Method, Step
from casebook.model.values import Struct
from casebook.views.addresses import entry_link, home_link, methods_link, papers_link
from casebook.views.bodies import body
from casebook.views.cards import short_facts
from casebook.views.changes import last_change, last_day
from casebook.views.dated import kept_editions
from casebook.views.entries import EntryView, linked_from, tags_of
from casebook.views.entry_lists import CASES, LEADING, RELATED, USING, using
from casebook.views.evidence import counting, shown_below, step_cases
from casebook.views.linked import linked_method
from casebook.views.method_parts import MethodParts, method_parts
from casebook.views.packs import packs_of
from casebook.views.paging import Beginning, beginning, list_url
from casebook.views.proofs import ProofsView, proofs
from casebook.views.records import Group, Link
from casebook.views.relations import RelationsView, relations_view
from casebook.views.spread import SpreadView, spread_finding, spread_view
from casebook.views.step_lists import all_of_step


class MethodCase(Struct):
    """A case that uses a method, with the titles of the steps of the method that it tells."""

    case: Link
    steps: tuple[str, ...]


class MethodView(EntryView):
    """A method, with the cases that use it; `cited` is the day (ISO) that a citation of it has."""

    template: str = "method.html"
    cited: str
    title_en: str
    summary_en: str
    aliases: tuple[str, ...]
    asked: tuple[str, ...]
    is_draft: bool
    tags: tuple[Group, ...]
    proofs: ProofsView
    relations: RelationsView | None
    cases: Beginning[MethodCase]
    counting: str
    spread: Beginning[SpreadView]
    spread_finding: str
    facts: tuple[str, ...]
    papers: Link
    packs: Beginning[Link]
    parts: MethodParts
    editions: Link | None


def method_view(library: Library, method: Method) -> MethodView:
    """The page of a method, with the cases that use it and how its steps went there."""
    url, uses = entry_url(method), library.uses_of(method.slug)

    def cases(step: Step) -> Mapping[str, object]:
        return {"cases": step_cases(library, method, step, all_of_step(library, method, step))}

    text, found = body(library, method, cases, shown_below(method, uses)), spread_view(library, method)
    return MethodView(
        url=url,
        title=method.front.title,
        description=method.front.summary,
        crumbs=(home_link(library), methods_link(library)),
        linked=linked_method(library, method),
        body=text,
        linked_from=linked_from(library, method, LEADING),
        last_change=last_change(library, method),
        cited=last_day(library, method),
        title_en=method.front.title_en,
        summary_en=method.front.summary_en,
        aliases=method.front.aliases,
        asked=method.front.asked,
        is_draft=method.front.status == "draft",
        tags=tags_of(library, method),
        proofs=proofs(library, method, {one.indicator.url for one in found.first}),
        relations=relations_view(library, ("methods", method.slug), url, RELATED),
        cases=beginning(library, using(library, method), list_url(url, CASES), USING).map(
            lambda case: _method_case(library, method, case)
        ),
        counting=counting(library, method),
        spread=found,
        spread_finding=spread_finding(library, method, found.first),
        facts=short_facts(library, method),
        papers=papers_link(library, method),
        packs=packs_of(library, method),
        parts=method_parts(library, text.sections),
        editions=kept_editions(library, method),
    )


def _method_case(library: Library, method: Method, case: Case) -> MethodCase:
    told = {use.method_step for use in library.uses_in(case.slug) if use.method == method.slug}
    return MethodCase(case=entry_link(case), steps=tuple(step.title for step in method.steps if step.id in told))
