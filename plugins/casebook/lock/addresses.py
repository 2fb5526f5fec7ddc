"""Every address of a site that others may link to: its pages, and the steps on them."""

from collections.abc import Iterator

from casebook.addresses import entry_url, step_anchor
from casebook.library import Library
from casebook.views import outline


def addresses(library: Library) -> frozenset[str]:
    """The addresses of `library`, without those of the home page and the page of missing pages.

    Anchors of parts (fixed by the code) and of figures (made from their words) are not included.
    """
    return frozenset(url for url, _ in outline(library) if url.endswith("/")) | frozenset(_steps(library))


def _steps(library: Library) -> Iterator[str]:
    for entry in library.entries:
        yield from (f"{entry_url(entry)}#{step_anchor(entry, step.id)}" for step in entry.steps if step.id)
