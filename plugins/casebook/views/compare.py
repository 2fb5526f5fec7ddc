"""The view of the page that compares cases; a script fills it with the cases in its address."""

from collections.abc import Iterator

from casebook.addresses import ALL, COMPARE, compare_url
from casebook.library import Library, related
from casebook.views.addresses import entry_link, home_link
from casebook.views.cards import short_facts
from casebook.views.paging import Beginning, beginning, list_url
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage

EXAMPLES = 3  # pairs of cases that are offered to begin with


class CompareView(View):
    """The page that compares: the newest cases to choose from, and pairs of related cases as `examples`."""

    template: str = "compare.html"
    cases: Beginning[Link]
    examples: tuple[Link, ...]


def compare_description(library: Library) -> str:
    """What the page is."""
    return library.words.compare_description


def compare_view(library: Library) -> CompareView:
    """The page that compares."""
    return CompareView(
        url=COMPARE,
        title=library.words.compare_title,
        description=compare_description(library),
        crumbs=(home_link(library),),
        cases=beginning(library, library.newest, list_url(ALL, "cases")).map(
            lambda case: entry_link(case, " · ".join(short_facts(library, case)))
        ),
        examples=tuple(_examples(library)),
    )


def _examples(library: Library) -> Iterator[Link]:
    """The newest cases, each with its nearest one; no case twice."""
    seen: set[str] = set()
    for case in library.newest:
        pair = (case.slug, *(one.case for one in related(library, case.slug)[:1]))
        if len(pair) == 2 and seen.isdisjoint(pair) and len(seen) < 2 * EXAMPLES:
            seen.update(pair)
            yield Link(
                text=library.words.compare_and.join(library.cases[slug].front.title for slug in pair),
                url=compare_url(pair),
            )


PAGES = (
    SitePage(
        COMPARE,
        compare_view,
        title="compare_title",
        name="compare_label",
        footer=60,
        overview=6,
        searched="compare_searched",
        description=compare_description,
    ),
)
