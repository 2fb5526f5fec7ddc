"""Views of the relations of terms and methods."""

from collections.abc import Iterator, Sequence

from casebook.dates import UNKNOWN, date_zh
from casebook.facets import METHODS
from casebook.library import Change, Key, Library, Relations, relations
from casebook.model.values import Struct
from casebook.views.addresses import entry_link, term_link
from casebook.views.paging import LINES, Beginning, ListView, beginning, link_row, list_url, listed
from casebook.views.records import Link


class ChangeView(Struct):
    """A predecessor or successor, with the year and source of the change; `url` is empty if it has no page."""

    name: str
    url: str
    year: str
    document: str


class RelationGroup(Struct):
    """The terms that stand in one relation to a term or method."""

    label: str
    links: Beginning[Link]


class RelationsView(Struct):
    """The relations of a term or method: broader, narrower and related ones in `groups`, and `changes` of names."""

    groups: tuple[RelationGroup, ...]
    changes: tuple[tuple[str, tuple[ChangeView, ...]], ...]


def relations_view(library: Library, key: Key, url: str, shown: int = LINES) -> RelationsView | None:
    """The relations of the term or method on the page at `url`, each kind under its label; None if it has none."""
    words, found = library.words, relations(library, key)
    groups = (
        RelationGroup(label=label, links=beginning(library, links, list_url(url, name), shown))
        for name, label, links in _groups(library, found)
        if links
    )
    changes = ((words.relations_predecessors, found.predecessors), (words.relations_successors, found.successors))
    view = RelationsView(
        groups=tuple(groups),
        changes=tuple((label, tuple(_change(library, one) for one in each)) for label, each in changes if each),
    )
    return view if view.groups or view.changes else None


def relation_lists(library: Library, key: Key, above: Sequence[Link], shown: int = LINES) -> Iterator[ListView]:
    """The pages of the relations that the page of a term or method has no room for."""
    for name, label, links in _groups(library, relations(library, key)):
        yield from listed(library, above, name, label, links, link_row, shown)


def _groups(library: Library, found: Relations) -> Iterator[tuple[str, str, tuple[Link, ...]]]:
    """(name in addresses, label, links) of each relation."""
    words = library.words
    for name, label, keys in (
        ("broader", words.relations_broader, found.broader),
        ("narrower", words.relations_narrower, found.narrower),
        ("related", words.relations_related, found.related),
    ):
        yield name, label, tuple(_link(library, one) for one in keys)


def _link(library: Library, key: Key) -> Link:
    facet, name = key
    return entry_link(library.methods[name]) if facet == METHODS else term_link(facet, library.vocabulary[key])


def _change(library: Library, change: Change) -> ChangeView:
    return ChangeView(
        name=change.name,
        url=_link(library, change.key).url if change.key else "",
        year=library.words.years_unknown if change.year == UNKNOWN else date_zh(change.year),
        document=change.document,
    )
