"""The names by which addresses of comparisons call cases, in small files."""

from collections.abc import Iterator

from casebook.addresses import FOLDERS, entry_url, former_url
from casebook.library import Library
from casebook.search.shards import shard_of

NAMES = 50  # in a file


def compared_names(library: Library) -> list[dict[str, tuple[str, str]]]:
    """The names that a case is known by in addresses, its old ones among them, in as many files as keep each small."""
    found = [*((slug, slug) for slug in library.cases), *_former(library)]
    files: list[dict[str, tuple[str, str]]] = [{} for _ in range(max(1, -(-len(found) // NAMES)))]
    for name, slug in found:
        files[shard_of(name, len(files))][name] = (slug, library.cases[slug].front.title)
    return files


def _former(library: Library) -> Iterator[tuple[str, str]]:
    """(old slug, slug) of the cases that were renamed."""
    folder = FOLDERS["case"]
    for case in library.cases.values():
        for former in case.front.redirect_from:
            old = former_url(entry_url(case), former.page) if former.page else ""
            if old.startswith(folder):
                yield old.removeprefix(folder).strip("/"), case.slug
