"""What is listed on the pages of cases, methods and pages, and the pages of these lists."""

from collections.abc import Iterator
from functools import partial

from casebook.facets import METHODS
from casebook.library import Backlink, Library, backlinks, most_telling, relations, target_of
from casebook.model.records import Case, Entry, Method, Page
from casebook.views.addresses import cases_link, entry_link, home_link, methods_link
from casebook.views.cards import short_facts
from casebook.views.changes import entry_changes
from casebook.views.connections import connection_row
from casebook.views.method_card import method_card
from casebook.views.paging import Row, link_row, listed
from casebook.views.records import Link, View
from casebook.views.relations import relation_lists
from casebook.views.sheets import sheets
from casebook.views.spread import spread_lists
from casebook.views.step_lists import step_lists
from casebook.views.steps import step_link

CASES, PARTS, LINKED = "cases", "parts", "linked"  # the names of the lists in addresses
USING, RELATED = 8, 4  # cases and related pages, on the page of a method
LEADING = 4  # pages that lead to a case or method, on its page


def case_lists(library: Library, case: Case) -> Iterator[View]:
    """The pages of what the page of a case has no room for."""
    words, above = library.words, (home_link(library), cases_link(library), entry_link(case))
    yield from listed(library, above, PARTS, words.case_parts, children(library, case), link_row)
    row, linked = partial(connection_row, library), leading(library, case)
    yield from listed(library, above, LINKED, words.connections_title, linked, row, LEADING)
    yield entry_changes(library, case, above)


def method_lists(library: Library, method: Method) -> Iterator[View]:
    """The pages of what the page of a method has no room for."""
    words, above = library.words, (home_link(library), methods_link(library), entry_link(method))

    def row(case: Case) -> Row:
        return Row(link=entry_link(case), facts=short_facts(library, case), links=steps_of(library, method, case))

    yield from listed(
        library, above, CASES, words.method_cases, using(library, method), row, USING, words.paging_telling
    )
    yield from step_lists(library, method, above)
    yield from spread_lists(library, method, above)
    yield from relation_lists(library, (METHODS, method.slug), above, RELATED)
    row_of, linked = partial(connection_row, library), leading(library, method)
    yield from listed(library, above, LINKED, words.connections_more_title, linked, row_of, LEADING)
    yield entry_changes(library, method, above)
    yield method_card(library, method, above, using(library, method))
    yield from sheets(library, method, above)


def page_lists(library: Library, page: Page) -> Iterator[View]:
    """The pages of what a page about the site has no room for."""
    above, row = (home_link(library), entry_link(page)), partial(connection_row, library)
    yield from listed(library, above, LINKED, library.words.connections_title, leading(library, page), row)
    yield entry_changes(library, page, above)


def children(library: Library, case: Case) -> list[Link]:
    """The parts of a case that its text does not lead to."""
    told = {link.target for link in case.links}
    return [entry_link(child) for child in library.children(case.slug) if child.slug not in told]


def using(library: Library, method: Method) -> list[Case]:
    """The cases that use a method, the most telling first."""
    return most_telling(library, (library.cases[slug] for slug in {use.case for use in library.uses_of(method.slug)}))


def leading(library: Library, entry: Entry) -> list[Backlink]:
    """The pages that lead to an entry, but for those that its own page shows in another place."""
    shown = set(_around(library, entry))
    return [one for one in backlinks(library, target_of(entry)) if one.entry.slug not in shown]


def _around(library: Library, entry: Entry) -> Iterator[str]:
    """The slugs of the entries that the page of an entry shows anyway."""
    if isinstance(entry, Method):
        yield from _around_method(library, entry)
    if isinstance(entry, Case):
        yield from _around_case(library, entry)


def _around_method(library: Library, method: Method) -> Iterator[str]:
    """The cases that use a method, and the methods related to it."""
    yield from (use.case for use in library.uses_of(method.slug))
    found = relations(library, (METHODS, method.slug))
    yield from (name for facet, name in (*found.broader, *found.narrower, *found.related) if facet == METHODS)


def _around_case(library: Library, case: Case) -> Iterator[str]:
    """The methods that a case uses, its parts, and the case that it is part of."""
    yield from (use.method for use in library.uses_in(case.slug))
    yield from (child.slug for child in library.children(case.slug))
    if case.front.part_of:
        yield case.front.part_of


def steps_of(library: Library, method: Method, case: Case) -> tuple[Link, ...]:
    """Links to the steps of a case that use the method; the note is the step of the method, if known."""
    names = {step.id: step.title for step in method.steps}
    return tuple(
        step_link(case, use.step).but(note=names.get(use.method_step, ""))
        for use in library.uses_in(case.slug)
        if use.method == method.slug and use.step
    )
