"""The views of the English summaries."""

from collections.abc import Iterator
from itertools import groupby

from casebook.library import Library
from casebook.model.values import Struct
from casebook.views.addresses import entry_link, home_link
from casebook.views.paging import Paging, cut, numbered
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage

URL = "english/"
SUMMARIES = 24  # on a page


class EnglishEntry(Struct):
    """A case or method in English; `summary` may be empty."""

    title: str
    summary: str
    entry: Link


class EnglishView(View):
    """A page of the summaries of all cases and methods in English; the groups have their count in the whole list."""

    template: str = "english.html"
    groups: tuple[tuple[str, int, tuple[EnglishEntry, ...]], ...]
    paging: Paging


def english_view(library: Library) -> EnglishView:
    """The first page of all English summaries, in the order of their English titles, cases before methods."""
    return next(_pages(library))


def english_lists(library: Library) -> Iterator[EnglishView]:
    """The other pages of all English summaries."""
    yield from list(_pages(library))[1:]


def _pages(library: Library) -> Iterator[EnglishView]:
    words, kinds = library.words, {"Cases": len(library.cases), "Methods": len(library.methods)}
    counts = f"{len(library.cases)} cases and {len(library.methods)} methods"
    what = " ".join(filter(None, (counts, library.collection.site.from_en)))
    for number, (some, paging) in enumerate(cut(library, list(_entries(library)), URL, SUMMARIES), 1):
        is_first, title = number == 1, words.english_title
        yield EnglishView(
            url=numbered(URL, number),
            title=title if is_first else f"{title} ({number})",
            description=f"{what}, summed up in English. The pages themselves are in Chinese.",
            crumbs=(home_link(library),) if is_first else (home_link(library), Link(text=title, url=URL)),
            groups=tuple(
                (kind, kinds[kind], tuple(entry for _, entry in same))
                for kind, same in groupby(some, key=lambda pair: pair[0])
            ),
            paging=paging,
        )


def _entries(library: Library) -> Iterator[tuple[str, EnglishEntry]]:
    """(kind, entry) of all cases, then of all methods."""
    for kind, entries in (("Cases", library.cases), ("Methods", library.methods)):
        found = [
            EnglishEntry(
                title=one.front.title_en or one.front.title, summary=one.front.summary_en, entry=entry_link(one)
            )
            for one in entries.values()
        ]
        yield from ((kind, entry) for entry in sorted(found, key=lambda one: one.title.casefold()))


PAGES = (
    SitePage(
        URL,
        english_view,
        title="english_title",
        name="english_title",
        overview=5,
        lang="en",
        lists=english_lists,
    ),
)
