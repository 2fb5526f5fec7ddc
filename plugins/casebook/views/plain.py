"""Pages whose whole text is their template: search, and what is shown where there is no page."""

from casebook.library import Library
from casebook.views.addresses import facet_name, home_link
from casebook.views.records import View
from casebook.views.site_page import SitePage

SEARCH = "search/"
NOT_FOUND = "404.html"  # served at any depth, so its links cannot be relative to itself


class SearchView(View):
    """The search page; `narrow` are the facets by which results are narrowed down: id, name."""

    template: str = "search.html"
    narrow: tuple[tuple[str, str], ...]


def search_view(library: Library) -> SearchView:
    """The search page, which its script fills."""
    return SearchView(
        url=SEARCH,
        title=library.words.search_title,
        description=library.words.search_description,
        crumbs=(home_link(library),),
        narrow=tuple((facet.id, facet_name(library, facet.id)) for facet in library.collection.facets("narrow")),
    )


def not_found_view(library: Library) -> View:
    """What a reader sees at an address that the site does not have."""
    return View(
        template=NOT_FOUND,
        url=NOT_FOUND,
        title=library.words.lost_title,
        description=library.words.lost_description,
    )


PAGES = (
    SitePage(SEARCH, search_view, title="search_title", name="search_title"),
    SitePage(NOT_FOUND, not_found_view),
)
