"""Checks of the addresses that a collection uses for its pages and its navigation."""

from collections.abc import Iterable, Iterator

from casebook.library import Library
from casebook.model.problems import Problem
from casebook.views.site_pages import links_by_address, taken


def taken_addresses(library: Library, pages: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """A Problem for each of `pages` (slug, path) at an address that every site has."""
    own = taken(library)
    for slug, path in pages:
        if slug in own:
            found = f"“{slug}” 是网站自己的地址"
            yield Problem(path=path, line=1, field="文件名", found=found, instead="换一个文件名")


def lost_navigation(library: Library) -> Iterator[Problem]:
    """A Problem for each entry of the navigation that leads to no page."""
    known, collection = links_by_address(library), library.collection
    for name, line in collection.lines.items():
        if f"{name}/" not in known:
            found = f"没有 “{name}/” 这一页"
            instead = f"可写:{'、'.join(sorted(url.strip('/') for url in known if url))}"
            yield Problem(path=collection.path, line=line, field="navigation", found=found, instead=instead)
