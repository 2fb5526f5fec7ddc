"""Views of the dated editions of methods: the list of all of a method, and what has changed since the newest.

The editions themselves are files that stay as they are: no view makes them (`frozen.py` makes what a cut writes).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from casebook.addresses import CHANGES, METHODS, edition_url, editions_url, entry_url, former_url
from casebook.dates import date_zh
from casebook.history.comparison import changes, counts
from casebook.history.showing import shown
from casebook.history.telling import Telling, telling
from casebook.library import Library
from casebook.model.dated import DatedEdition
from casebook.model.history import Change
from casebook.model.records import Method
from casebook.model.values import Struct
from casebook.once import once
from casebook.reading.dated import SOURCE
from casebook.views.addresses import entry_link, home_link, methods_link
from casebook.views.changes import ChangeView, change_view, counts_said
from casebook.views.paging import Paging, cut, numbered
from casebook.views.records import Link, View

NEWEST = 3  # editions that the page of a method that is gone names
TOLD = 60  # changes since an edition that are told one by one


class EditionRow(Struct):
    """An edition in a list: its address and title, and the day (ISO) on which it was cut, as citations have them."""

    canonical: str
    title: str
    cited: str
    day: str


class EditionsView(View):
    """The dated editions of a method, the newest first; `of` has no address where the method is gone.

    `steps` lead from the anchors of a method that is gone to its newest edition.
    """

    template: str = "editions.html"
    of: Link
    rows: tuple[EditionRow, ...]
    since: Link | None
    steps: tuple[tuple[str, Link], ...]
    paging: Paging | None


class SinceView(View):
    """What has changed in a method since its newest edition; `more` are not told."""

    template: str = "since_edition.html"
    of: Link
    edition: Link
    changes: tuple[ChangeView, ...]
    more: int


def kept_editions(library: Library, method: Method) -> Link | None:
    """What the page of a method says of its editions, leading to all of them; None without any."""
    editions = dated_lists(library).get(method.slug)
    if not editions:
        return None
    count, since = len(editions), _since(library, method).text
    return Link(text=library.words("dated_kept", count=count, since=since), url=editions_url(method.slug))


def edition_title(library: Library, title: str, month: str) -> str:
    """The title of an edition: that which the method had, and the month."""
    return library.words("dated_title", page=title, month=date_zh(month))


def _row(library: Library, one: DatedEdition) -> EditionRow:
    return EditionRow(
        canonical=edition_url(one.slug, one.month),
        title=edition_title(library, one.title, one.month),
        cited=one.day,
        day=date_zh(one.day),
    )


@once
def dated_lists(library: Library) -> Mapping[str, tuple[DatedEdition, ...]]:
    """Slug -> the editions that are listed there, the newest first: a method has those of its former names, too."""
    listed = defaultdict[str, list[DatedEdition]](list)
    for slug, editions in library.dated.items():
        method = _method(library, slug)
        for name in {slug, method.slug if method else slug}:
            listed[name] += editions
    newest = partial(sorted, key=lambda one: (one.month, one.day), reverse=True)
    return {slug: tuple(newest(editions)) for slug, editions in sorted(listed.items())}


def _method(library: Library, slug: str) -> Method | None:
    """The method that has this slug, or had it."""
    return library.methods.get(slug) or _former(library).get(f"{METHODS}{slug}/")


@once
def _former(library: Library) -> Mapping[str, Method]:
    """Former address -> the method that was there."""
    return {
        former_url(entry_url(method), one.page): method
        for method in library.methods.values()
        for one in method.front.redirect_from
        if one.page
    }


# --- all editions of a method ---------------------------------------------------------------------------------------


def editions_views(library: Library, slug: str) -> Iterator[EditionsView]:
    """The pages of the list of all editions of a method."""
    editions, method, words = dated_lists(library)[slug], _method(library, slug), library.words
    of = entry_link(method) if method else Link(text=editions[0].title, url=f"{METHODS}{slug}/")
    url, title = editions_url(slug), words("dated_list_title", page=of.text)
    above = (home_link(library), methods_link(library), of)
    for number, (some, paging) in enumerate(cut(library, editions, url), 1):
        yield EditionsView(
            url=numbered(url, number),
            title=title if number == 1 else words("paging_title_numbered", title=title, number=number),
            description=words.dated_list_description,
            crumbs=above if number == 1 else (*above, Link(text=title, url=url)),
            of=of if method else of.but(url=""),
            rows=tuple(_row(library, one) for one in some),
            since=_since(library, method) if method else None,
            steps=(),
            paging=paging,
        )


def gone_methods(library: Library) -> tuple[str, ...]:
    """The slugs of editions whose method is no more, under this name or another."""
    claimed = {
        former_url(entry_url(entry), one.page)
        for entry in library.entries
        for one in entry.front.redirect_from
        if one.page
    }
    return tuple(slug for slug in former_methods(library) if f"{METHODS}{slug}/" not in claimed)


def former_methods(library: Library) -> tuple[str, ...]:
    """The slugs of editions whose method has gone, or has another name now."""
    return tuple(slug for slug in library.dated if slug not in library.methods)


def editions_link(library: Library, slug: str) -> Link:
    """A link to the list of the editions of a method."""
    method = _method(library, slug)
    title = method.front.title if method else library.dated[slug][0].title
    return Link(text=library.words("dated_list_title", page=title), url=editions_url(slug))


def gone_view(library: Library, slug: str) -> EditionsView:
    """The page that stands where a method was: it says so, and leads to its editions and the steps there."""
    editions = library.dated[slug]
    newest = edition_url(slug, editions[0].month)
    return EditionsView(
        url=f"{METHODS}{slug}/",
        title=editions[0].title,
        description=library.words.dated_gone,
        crumbs=(home_link(library), methods_link(library)),
        of=Link(text=editions[0].title, url=""),
        rows=tuple(_row(library, one) for one in editions[:NEWEST]),
        since=Link(text=library.words("dated_all", count=len(editions)), url=editions_url(slug)),
        steps=tuple((step, Link(text=title, url=f"{newest}#{step}")) for step, title in editions[0].steps),
        paging=None,
    )


# --- what has changed since -----------------------------------------------------------------------------------------


def since_view(library: Library, method: Method) -> SinceView:
    """The page of what has changed in a method since its newest edition."""
    newest, found, words = dated_lists(library)[method.slug][0], _changed(library, method.slug), library.words
    edition = Link(text=edition_title(library, newest.title, newest.month), url=edition_url(newest.slug, newest.month))
    title = words("dated_since_title", edition=edition.text)
    listed = editions_link(library, method.slug)
    return SinceView(
        url=_since_url(method.slug),
        title=title,
        description=words.dated_since_description,
        crumbs=(home_link(library), methods_link(library), entry_link(method), listed),
        of=entry_link(method),
        edition=edition,
        changes=tuple(change_view(library, one) for one in found[:TOLD]),
        more=max(0, len(found) - TOLD),
    )


def _since_url(slug: str) -> str:
    return f"{editions_url(slug)}{CHANGES}"


def _since(library: Library, method: Method) -> Link:
    newest, found = dated_lists(library)[method.slug][0], _changed(library, method.slug)
    what = counts_said(library, counts(found)) if found else library.words.dated_same
    return Link(text=library.words("dated_since", month=date_zh(newest.month), what=what), url=_since_url(method.slug))


@once
def _changed(library: Library, slug: str) -> Sequence[Change]:
    """What a method tells otherwise than its newest edition."""
    before = _told(dated_lists(library)[slug][0].files[SOURCE])
    after = _told(library.sources[slug])
    return shown(changes(before, after, is_whole=True), _titles(library)) if before and after else ()


def _told(source: bytes) -> Telling | None:
    return telling(SOURCE, source, "method")


@once
def _titles(library: Library) -> Mapping[str, str]:
    return {entry.slug: entry.front.title for entry in library.entries}
