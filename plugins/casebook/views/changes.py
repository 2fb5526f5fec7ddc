"""Views of what has changed: of all pages by day, and of each page."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from casebook.addresses import CHANGES, entry_url
from casebook.dates import date_zh
from casebook.library import Library, changed_on, changes_of
from casebook.model.history import Change, Event, PageChange, Verb
from casebook.model.records import Case, Entry, Method
from casebook.model.values import Struct
from casebook.views.addresses import entry_link, facet_name, home_link, kind_name
from casebook.views.paging import Paging, cut, numbered
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage

DAYS = 8  # of a page that are told in full
VERBS: tuple[Verb, ...] = ("corrected", "added", "removed")
_FACETS = ("places", "themes", "forms", "actors", "beneficiaries", "sources", "organisations")


class ChangeView(Struct):
    """One change: what was done, to what (a heading or the name of a field), and how it was told before and after."""

    verb: Verb
    what: str
    before: str
    after: str


class ChangedPage(Struct):
    """What became of a page on a day; `said` counts its changes, `first` is a figure that was corrected.

    `page` has no address if the page is gone, `all` leads to all its changes of that day, if any are told.
    """

    event: Event
    kind: str
    page: Link
    said: str
    first: ChangeView | None
    all: Link | None


class Day(Struct):
    """The pages that changed on a day."""

    anchor: str
    name: str
    pages: tuple[ChangedPage, ...]


class ChangesView(View):
    """A page of the list of all changes, by day, the latest first; `missing` says why there are none."""

    template: str = "changes.html"
    missing: str
    days: tuple[Day, ...]
    paging: Paging


class ChangedDay(Struct):
    """The changes of a page on a day; `more` are not shown."""

    anchor: str
    name: str
    said: str
    changes: tuple[ChangeView, ...]
    more: int


class EntryChangesView(View):
    """The changes of the page `of`; `older` is the number of days before those that are shown."""

    template: str = "entry_changes.html"
    of: Link
    missing: str
    days: tuple[ChangedDay, ...]
    older: int


def changes_view(library: Library) -> View:
    """The first page of the list of all changes."""
    return next(_pages(library))


def _rest(library: Library) -> Iterator[View]:
    pages = _pages(library)
    next(pages)
    return pages


def changes_description(library: Library) -> str:
    """What the page is."""
    return library.words.changes_description


def _pages(library: Library) -> Iterator[ChangesView]:
    words = library.words
    for number, (some, paging) in enumerate(cut(library, library.history.changes, CHANGES), 1):
        title = words.changes_title
        yield ChangesView(
            url=numbered(CHANGES, number),
            title=title if number == 1 else words("paging_title_numbered", title=title, number=number),
            description=changes_description(library),
            crumbs=(home_link(library),) if number == 1 else (home_link(library), Link(text=title, url=CHANGES)),
            missing=_missing(library, library.history.changes),
            days=tuple(_day(library, day, list(rows)) for day, rows in groupby(some, lambda one: one.day)),
            paging=paging,
        )


def entry_changes(library: Library, entry: Entry, above: Sequence[Link]) -> EntryChangesView:
    """The page of all changes of an entry; `above` are the links to it, the last, and to the pages above it."""
    found = changes_of(library, entry.slug)
    return EntryChangesView(
        url=_entry_url(entry),
        title=library.words("changes_title_entry", page=entry.front.title),
        description=library.words.changes_description_entry,
        crumbs=tuple(above),
        of=above[-1],
        missing=_missing(library, found),
        days=tuple(_changed_day(library, one) for one in found[:DAYS]),
        older=max(0, len(found) - DAYS),
    )


def last_change(library: Library, entry: Entry) -> Link:
    """A link to the changes of an entry, which says when and how it changed last."""
    found = changes_of(library, entry.slug)
    if not found:
        return Link(text=library.words.changes_last_unknown, url=_entry_url(entry))
    last = library.words("changes_last", day=date_zh(found[0].day), what=change_said(library, found[0]))
    return Link(text=last, url=_entry_url(entry))


def last_day(library: Library, entry: Case | Method) -> str:
    """The day (ISO) of the last change of a case or method, or that on which it was added."""
    return max(entry.front.added, changed_on(library, entry.slug))


def _entry_url(entry: Entry) -> str:
    return f"{entry_url(entry)}{CHANGES}"


def _missing(library: Library, found: Sequence[PageChange]) -> str:
    """Why there are no changes to show; empty if there are some."""
    words = library.words
    reasons = {"all": words.changes_nothing, "part": words.changes_part, "nothing": words.changes_unkept}
    return "" if found else reasons[library.history.kept]


def _anchor(day: str) -> str:
    return f"day-{day}"


# --- a day ----------------------------------------------------------------------------------------------------------


def _day(library: Library, day: str, changed: Sequence[PageChange]) -> Day:
    return Day(anchor=_anchor(day), name=date_zh(day), pages=tuple(_page(library, one) for one in changed))


def _page(library: Library, changed: PageChange) -> ChangedPage:
    entry = None if changed.event == "gone" else library.entry(changed.slug)
    figure = next((one for one in changed.changes if one.of == "figure"), None)
    said = change_said(library, changed)
    return ChangedPage(
        event=changed.event,
        kind=kind_name(library, changed.kind),
        page=entry_link(entry) if entry else Link(text=changed.title, url=""),
        said=said,
        first=change_view(library, figure) if figure else None,
        all=Link(text=said, url=change_url(library, changed)) if entry and changed.changes else None,
    )


def change_url(library: Library, changed: PageChange) -> str:
    """Where the changes of a page on a day are told: below the page, or, if it is gone, with those of all pages."""
    entry = None if changed.event == "gone" else library.entry(changed.slug)
    return f"{_entry_url(entry) if entry else CHANGES}#{_anchor(changed.day)}"


def _changed_day(library: Library, changed: PageChange) -> ChangedDay:
    return ChangedDay(
        anchor=_anchor(changed.day),
        name=date_zh(changed.day),
        said=change_said(library, changed),
        changes=tuple(change_view(library, one) for one in changed.changes),
        more=sum(changed.counts.values()) - sum(one.count for one in changed.changes),
    )


def change_said(library: Library, changed: PageChange) -> str:
    """What became of a page in a few words: 收进案例库; 改 2 处、补 1 处."""
    words = library.words
    event = "" if changed.event == "changed" else words[f"changes_event_{changed.event}"]
    return words.text_comma.join(filter(None, (event, counts_said(library, changed.counts))))


def counts_said(library: Library, counts: Mapping[Verb, int]) -> str:
    """How many changes there are of each kind: 改 2 处、补 1 处."""
    words = library.words
    return words.text_comma.join(words(f"changes_count_{verb}", count=counts[verb]) for verb in VERBS if verb in counts)


# --- one change -----------------------------------------------------------------------------------------------------


def change_view(library: Library, change: Change) -> ChangeView:
    """A change as it is shown."""
    before, after = (_named(library, change.of, text) for text in (change.before, change.after))
    return ChangeView(verb=change.verb, what=_what(library, change), before=before, after=after)


def _what(library: Library, change: Change) -> str:
    """To what something was done: the heading above it, or the name of the field."""
    words = library.words
    if change.where:
        return change.where
    if change.of in _FACETS:
        return facet_name(library, change.of)
    if change.of in ("evidence", "note"):
        return words(f"changes_of_{change.of}", count=change.count)
    return words[f"changes_of_{change.of}"]


def _named(library: Library, of: str, text: str) -> str:
    """What is written in a field as readers know it: the title of a source instead of its id."""
    term = library.vocabulary.find(of, text) if of == "sources" else None
    return term.zh if term else text


PAGES = (
    SitePage(
        CHANGES,
        changes_view,
        title="changes_title",
        name="changes_title",
        footer=75,
        overview=7,
        searched="changes_searched",
        description=changes_description,
        lists=_rest,
    ),
)
