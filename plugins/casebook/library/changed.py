"""The changes of a page, with those of the names that it had before."""

from collections.abc import Mapping, Sequence

from casebook.library.library import Library
from casebook.model.history import PageChange
from casebook.once import once


def changes_of(library: Library, slug: str) -> Sequence[PageChange]:
    """The changes of a page, the latest first, with those of the names that it had before."""
    return _by_page(library).get(slug, ())


def changed_on(library: Library, slug: str) -> str:
    """The day (ISO) of the last change of a page; empty if it is not kept."""
    found = changes_of(library, slug)
    return found[0].day if found else ""


@once
def _by_page(library: Library) -> Mapping[str, Sequence[PageChange]]:
    """Name of a page -> its changes; those before it moved stand under its former name in the history."""
    pages, bearers = dict[str, list[PageChange]](), dict[str, list[PageChange]]()
    for one in library.history.changes:
        found = bearers.setdefault(one.slug, [])
        found.append(one)
        pages.setdefault(one.slug, found)
        if one.former:
            bearers[one.former] = found
    return pages
