"""Feeds: what is new, what has changed, and what is new of each theme, as Atom and as JSON Feed.

Their addresses are whole, so only a site that knows its own has them. Days come from the history of the pages.
"""

import datetime
import html
from collections.abc import Iterator, Sequence
from itertools import islice

from feedgenerator import Atom1Feed

from casebook.addresses import CHANGES, entry_url, term_url
from casebook.builds import json_text
from casebook.facets import BY_ID
from casebook.library import Library
from casebook.model.records import Case, Method
from casebook.model.values import Struct
from casebook.views.changes import change_said, change_url, last_day

FOLDER, ALL, CHANGED = "feeds", "all", "changes"
ITEMS = 40  # of a feed
_ZONE = datetime.timezone(datetime.timedelta(hours=8))  # days are those of China
_VERSION = "https://jsonfeed.org/version/1.1"


class Item(Struct):
    """An item: its id, which never changes, its address, and the days on which it came and changed (ISO)."""

    id: str
    url: str
    title: str
    summary: str
    published: str
    updated: str


class Feed(Struct):
    """A feed: its name, the page of the site that has the same, and its items, the newest first."""

    name: str
    title: str
    page: str
    items: tuple[Item, ...]


def feeds(library: Library) -> Iterator[Feed]:
    """Every feed that has an item."""
    yield from (feed for feed in _feeds(library) if feed.items)


def feed_files(library: Library, address: str) -> Iterator[tuple[str, str]]:
    """(path below `feeds/`, text) of each feed in both formats."""
    for feed in feeds(library):
        yield f"{feed.name}.xml", atom(feed, address, library)
        yield f"{feed.name}.json", json_feed(feed, address, library)


def _feeds(library: Library) -> Iterator[Feed]:
    words, name = library.words, library.collection.site.name
    entries: list[Case | Method] = [*library.cases.values(), *library.methods.values()]
    yield Feed(name=ALL, title=name, page="", items=_newest(library, entries))
    title = words("feeds_changes", name=name)
    yield Feed(name=CHANGED, title=title, page=CHANGES, items=tuple(islice(_changes(library), ITEMS)))
    facet = BY_ID["themes"].id
    if library.has(facet):
        for term in library.vocabulary.terms(facet):
            found = [entry for entry in library.tagged(facet, term.id) if isinstance(entry, Case | Method)]
            title = words("feeds_theme", name=name, theme=term.zh)
            yield Feed(
                name=f"{facet}/{term.id}", title=title, page=term_url(facet, term.id), items=_newest(library, found)
            )


def _newest(library: Library, entries: Sequence[Case | Method]) -> tuple[Item, ...]:
    found = (_item(library, entry) for entry in entries)
    return tuple(islice(sorted(found, key=lambda one: (one.published, one.id), reverse=True), ITEMS))


def _item(library: Library, entry: Case | Method) -> Item:
    url, added = entry_url(entry), entry.front.added
    return Item(
        id=url,
        url=url,
        title=entry.front.title,
        summary=entry.front.summary,
        published=added,
        updated=last_day(library, entry),
    )


def _changes(library: Library) -> Iterator[Item]:
    """The changes of pages, the latest first; one that is gone leads to the page of all changes."""
    for change in library.history.changes:
        yield Item(
            id=f"{change.kind}/{change.slug}/{change.day}",
            url=change_url(library, change),
            title=change.title,
            summary=change_said(library, change),
            published=change.day,
            updated=change.day,
        )


def atom(feed: Feed, address: str, library: Library) -> str:
    """A feed as Atom."""
    site = library.collection.site
    made = Atom1Feed(
        title=feed.title,
        link=f"{address}/{feed.page}",
        description=site.description,
        language=library.words.lang,
        author_name=site.name,
        feed_url=f"{address}/{FOLDER}/{feed.name}.xml",
        feed_guid=f"{address}/{FOLDER}/{feed.name}.xml",
        feed_copyright=f"{site.licence.name} {site.licence.url}" if site.licence else None,
    )
    for item in feed.items:
        made.add_item(
            title=item.title,
            link=f"{address}/{item.url}",
            description=html.escape(item.summary),  # it is written as HTML
            unique_id=f"{address}/{item.id}",
            pubdate=_moment(item.published),
            updateddate=_moment(item.updated),
        )
    return str(made.writeString("utf-8"))


def json_feed(feed: Feed, address: str, library: Library) -> str:
    """A feed as JSON Feed 1.1."""
    site = library.collection.site
    return json_text(
        {
            "version": _VERSION,
            "title": feed.title,
            "home_page_url": f"{address}/{feed.page}",
            "feed_url": f"{address}/{FOLDER}/{feed.name}.json",
            "description": site.description,
            "language": library.words.lang,
            "authors": [{"name": site.name, "url": f"{address}/"}],
            "items": [
                {
                    "id": f"{address}/{item.id}",
                    "url": f"{address}/{item.url}",
                    "title": item.title,
                    "content_text": item.summary,
                    "date_published": _moment(item.published).isoformat(),
                    "date_modified": _moment(item.updated).isoformat(),
                }
                for item in feed.items
            ],
        }
    )


def _moment(day: str) -> datetime.datetime:
    return datetime.datetime.combine(datetime.date.fromisoformat(day), datetime.time(), _ZONE)
