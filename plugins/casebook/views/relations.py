"""Views of the thesaurus: what a term or method is to others."""

from casebook.dates import UNKNOWN, date_zh
from casebook.library import Change, Key, Library, relations
from casebook.library.thesaurus import METHODS
from casebook.views.addresses import entry_link, term_link
from casebook.views.records import ChangeView, Group, Link, RelationsView


def relations_view(library: Library, key: Key) -> RelationsView | None:
    """The relations of a term or method, each kind under its label; None when it has none."""
    found = relations(library, key)
    groups = (("上位词", found.broader), ("下位词", found.narrower), ("相关词", found.related))
    changes = (("前身", found.predecessors), ("后继", found.successors))
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
        year="年份不详" if change.year == UNKNOWN else date_zh(change.year),
        document=change.document,
    )
