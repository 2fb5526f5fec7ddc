"""Long lists: a page shows the first of their items, and pages of at most fifty, one after another, show all.

What a page weighs does not grow with the collection. The pages of a list stand below the page that it belongs to:
`themes/parking/cases/`, `themes/parking/cases/2/`. A list that is itself a page goes on at `caveats/2/`.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from casebook.library import Library
from casebook.model.values import Struct
from casebook.views.records import Link, View

MOST = 50  # items of a page of a list: some ten screens of a phone
CARDS = LINES = 24  # items of a list that stand on the page it belongs to, if it has pages of its own

T = TypeVar("T")
U = TypeVar("U")


class Paging(Struct):
    """Where a page stands in a list of `count` items: it has those from `first` to `last`.

    `pages` are links to the first and last page and those beside this one, which has no address, as a gap has none.
    """

    count: int
    first: int
    last: int
    before: Link | None
    after: Link | None
    pages: tuple[Link, ...]


class Row(Struct):
    """A page in a list: its kind if not all have one, short facts, why or with which words it is listed, more links."""

    link: Link
    kind: str = ""
    facts: tuple[str, ...] = ()
    text: str = ""
    links: tuple[Link, ...] = ()


class Beginning(Struct, Generic[T]):
    """The first items of a list, the count of all, and a link to the pages with all of them if there are more."""

    first: tuple[T, ...]
    count: int
    all: Link | None

    def map(self, make: Callable[[T], U]) -> "Beginning[U]":
        """The same with something made of each of the first items."""
        return Beginning(first=tuple(map(make, self.first)), count=self.count, all=self.all)


class ListPage(View):
    """A page of a long list of the page `of`."""

    of: Link
    paging: Paging


class ListView(ListPage):
    """A page of a long list whose items are rows; `note` says in which order it is."""

    template: str = "rows.html"
    note: str
    rows: tuple[Row, ...]


def is_long(count: int, shown: int = LINES) -> bool:
    """Whether a list is too long for the page that it belongs to: few more than `shown` are not worth another page."""
    return count > shown + shown // 2


def beginning(library: Library, items: Sequence[T], url: str, shown: int = LINES) -> Beginning[T]:
    """The beginning of a list whose own pages begin at `url`: the first `shown` items if it is long, else all."""
    count = len(items)
    if not is_long(count, shown):
        return Beginning(first=tuple(items), count=count, all=None)
    whole = Link(text=library.words("paging_all", count=count), url=url)
    return Beginning(first=tuple(items[:shown]), count=count, all=whole)


def list_url(page: str, name: str) -> str:
    """The address of the first page of a list of the page at `page`."""
    return f"{page}{name}/"


def numbered(url: str, number: int) -> str:
    """The address of a page of the list that begins at `url`."""
    return url if number == 1 else f"{url}{number}/"


def row_itself(row: Row) -> Row:
    """The row of what is a row."""
    return row


def link_row(link: Link) -> Row:
    """The row of a page of which nothing more is said."""
    return Row(link=link)


def cut(library: Library, items: Sequence[T], url: str, size: int = MOST) -> Iterator[tuple[tuple[T, ...], Paging]]:
    """The items of each page of the list that begins at `url`, and where the page stands; of no items, one page.

    The last page has up to a half more than `size`: few items are not worth another page.
    """
    pages = max(1, (len(items) + size - size // 2 - 1) // size)
    for number in range(1, pages + 1):
        start, end = (number - 1) * size, number * size if number < pages else len(items)
        yield tuple(items[start:end]), _paging(library, url, number, pages, (len(items), start + 1, end))


def _paging(library: Library, url: str, number: int, pages: int, stands: tuple[int, int, int]) -> Paging:
    words, (count, first, last) = library.words, stands
    near = sorted({1, number - 1, number, number + 1, pages} & set(range(1, pages + 1)))
    links: list[Link] = []
    for at, one in enumerate(near):
        if at and one > near[at - 1] + 1:
            links.append(Link(text="…", url=""))
        links.append(Link(text=str(one), url="" if one == number else numbered(url, one)))
    return Paging(
        count=count,
        first=first,
        last=last,
        before=Link(text=words.paging_before, url=numbered(url, number - 1)) if number > 1 else None,
        after=Link(text=words.paging_after, url=numbered(url, number + 1)) if number < pages else None,
        pages=tuple(links) if pages > 1 else (),
    )


def listed(
    library: Library,
    above: Sequence[Link],
    name: str,
    title: str,
    items: Sequence[T],
    row: Callable[[T], Row],
    shown: int = LINES,
    note: str = "",
) -> Iterator[ListView]:
    """The pages of a list of which the page that it belongs to shows so many: none if it is not long.

    `row` makes the row of an item.
    """
    if not is_long(len(items), shown):
        return
    for some, shared in list_pages(library, above, name, title, items):
        yield ListView(**shared, note=note, rows=tuple(map(row, some)))


def list_pages(
    library: Library, above: Sequence[Link], name: str, title: str, items: Sequence[T], size: int = MOST
) -> Iterator[tuple[tuple[T, ...], dict[str, Any]]]:
    """(items, fields of ListPage) of each page of a list.

    `above` are the links to the page that it belongs to, which comes last, and to the pages above that.
    """
    words, of = library.words, above[-1]
    url, whole = list_url(of.url, name), words("paging_title", list=title, page=of.text)
    for number, (some, paging) in enumerate(cut(library, items, url, size), 1):
        yield (
            some,
            {
                "url": numbered(url, number),
                "title": whole if number == 1 else words("paging_title_numbered", title=whole, number=number),
                "description": words("paging_stands", first=paging.first, last=paging.last, count=paging.count),
                "crumbs": tuple(above) if number == 1 else (*above, Link(text=title, url=url)),
                "of": of,
                "paging": paging,
            },
        )
