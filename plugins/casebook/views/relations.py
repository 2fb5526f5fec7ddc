"""Views of the relations of terms and methods."""

from casebook.dates import UNKNOWN, date_zh
from casebook.facets import METHODS
from casebook.library import Change, Key, Library, relations
from casebook.model.values import Record
from casebook.views.addresses import entry_link, term_link
from casebook.views.records import Group, Link


class ChangeView(Record):
    """A predecessor or successor, with the year and source of the change; `url` is empty if it has no page."""

    name: str
    url: str
    year: str
    document: str


class RelationsView(Record):
    """The relations of a term or method: broader, narrower and related ones in `groups`, and `changes` of names."""

    groups: tuple[Group, ...]
    changes: tuple[tuple[str, tuple[ChangeView, ...]], ...]


def relations_view(library: Library, key: Key) -> RelationsView | None:
    """The relations of a term or method, each kind under its label; None if it has none."""
    found = relations(library, key)
    words = library.words
    groups = (
        (words.relations_broader, found.broader),
        (words.relations_narrower, found.narrower),
        (words.relations_related, found.related),
    )
    changes = ((words.relations_predecessors, found.predecessors), (words.relations_successors, found.successors))
    view = RelationsView(
        groups=tuple(
            Group(label=label, links=tuple(_link(library, one) for one in keys)) for label, keys in groups if keys
        ),
        changes=tuple((label, tuple(_change(library, one) for one in each)) for label, each in changes if each),
    )
    return view if view.groups or view.changes else None


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
