"""The declared pages of the site, and the lists made from their declarations."""

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path, PurePosixPath

from casebook.addresses import CONTRIBUTE, PACKS, entry_url, facet_url
from casebook.library import Library
from casebook.views.addresses import facet_name
from casebook.views.records import PageLink
from casebook.views.site_page import SitePage

FILES = frozenset(("theme", "explore", "form"))  # folders of the site that hold files and no page
_FACETS, _PACKS, _LAST = (
    30,
    75,
    1000,
)  # places in the footer: of the lists of terms, of packs, and of pages about the site


@cache
def site_pages() -> tuple[SitePage, ...]:
    """Every page that a module of this package declares in `PAGES`, in order of address."""
    names = sorted(found.name for found in pkgutil.iter_modules([str(Path(__file__).parent)]))
    modules = (import_module(f"{__package__}.{name}") for name in names)
    found = [page for module in modules for page in getattr(module, "PAGES", ())]
    return tuple(sorted(found, key=lambda page: page.url))


def _named(library: Library) -> Iterator[tuple[int, PageLink]]:
    """(place in the footer or 0, link) of each page with a name for links."""
    for page in site_pages():
        if page.name:
            yield page.footer, PageLink(text=library.words[page.name], url=page.url, lang=page.lang)
    for facet in library.collection.facets("page"):
        yield _FACETS + int(facet.page), PageLink(text=facet_name(library, facet.id), url=facet_url(facet.id))
    if library.collection.packs:
        yield _PACKS, PageLink(text=library.words.packs_title, url=PACKS)
    for entry in library.pages.values():
        yield _LAST, PageLink(text=entry.front.label or entry.front.title, url=entry_url(entry))


def footer(library: Library) -> tuple[PageLink, ...]:
    """The links at the foot of every page, of which the navigation at its head has none."""
    there = {link.url for link in navigation(library)}
    placed = [(place, link) for place, link in _named(library) if place and link.url not in there]
    return tuple(link for _, link in sorted(placed, key=lambda pair: pair[0]))


def navigation(library: Library) -> tuple[PageLink, ...]:
    """The links of the main navigation that the collection chose, without those to missing pages."""
    known = links_by_address(library)
    return tuple(known[url] for name in library.collection.site.navigation if (url := f"{name}/") in known)


def links_by_address(library: Library) -> Mapping[str, PageLink]:
    """Address -> link, for each page with a name for links."""
    return {link.url: link for _, link in _named(library)}


@cache
def own_names() -> frozenset[str]:
    """The first parts of addresses at which the site has files, and at which no page can ever have been."""
    files = (PurePosixPath(page.url or "index.html") for page in site_pages() if not page.url.endswith("/"))
    return FILES | {file.stem for file in files}  # hosts answer 404/ with 404.html


def taken(library: Library) -> frozenset[str]:
    """The first parts of the addresses that the site itself uses."""
    facets = (facet_url(facet.id) for facet in library.collection.facets("page"))
    own = (page.url for page in site_pages() if not page.url.startswith(f"{CONTRIBUTE}/"))  # below a page of its own
    packs = (PACKS,) if library.collection.packs else ()
    return own_names() | {url.partition("/")[0] for url in (*own, *facets, *packs)}


def overviews(library: Library) -> tuple[PageLink, ...]:
    """The links to the pages about the whole collection."""
    placed = sorted((page for page in site_pages() if page.overview), key=lambda page: page.overview)
    return tuple(PageLink(text=library.words[page.title], url=page.url, lang=page.lang) for page in placed)
