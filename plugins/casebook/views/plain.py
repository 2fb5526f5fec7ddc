"""The views of pages whose text is in their template: search, and those that stand in for others."""

from casebook.library import Library
from casebook.views.addresses import facet_name, home_link
from casebook.views.home import problems
from casebook.views.paging import Beginning
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage

SEARCH = "search/"
OFFLINE = "offline.html"  # what a reader's browser shows without network; at the root, whatever address was asked for
NOT_FOUND = "404.html"  # served at any depth, so its links cannot be relative to itself


class SearchView(View):
    """The search page; `narrow` has the (id, name) of the facets that filter results.

    `placeholder` stands in the empty field, `hint` says what one may type; `problems` lead on where nothing is found.
    """

    template: str = "search.html"
    placeholder: str
    hint: str
    narrow: tuple[tuple[str, str], ...]
    problems: Beginning[Link]


def search_view(library: Library) -> SearchView:
    """The search page, which a script fills."""
    words, examples = library.words, library.collection.site.searches
    return SearchView(
        url=SEARCH,
        title=words.search_title,
        description=words.search_description,
        crumbs=(home_link(library),),
        placeholder=words("search_large_placeholder", example=examples[0]) if examples else words.search_placeholder,
        hint=words("search_hint_examples", examples=words.text_comma.join(examples)) if examples else words.search_hint,
        narrow=tuple((facet.id, facet_name(library, facet.id)) for facet in library.collection.facets("narrow")),
        problems=problems(library),
    )


def not_found_view(library: Library) -> View:
    """The page for addresses that the site does not have."""
    return View(
        template=NOT_FOUND,
        url=NOT_FOUND,
        title=library.words.lost_title,
        description=library.words.lost_description,
    )


def offline_view(library: Library) -> View:
    """The page without network, which tells what the browser has kept."""
    return View(
        template=OFFLINE,
        url=OFFLINE,
        title=library.words.offline_title,
        description=library.words.offline_description,
    )


PAGES = (
    SitePage(SEARCH, search_view, title="search_title", name="search_title"),
    SitePage(NOT_FOUND, not_found_view),
    SitePage(OFFLINE, offline_view),
)
