"""The view of all methods."""

from functools import partial

from casebook.addresses import ALL, METHODS
from casebook.library import Library
from casebook.model.records import Method
from casebook.once import once
from casebook.views.addresses import home_link
from casebook.views.cards import Card, card
from casebook.views.paging import CARDS, Beginning, beginning, list_url
from casebook.views.records import View
from casebook.views.site_page import SitePage


class MethodsView(View):
    """All methods."""

    template: str = "list.html"
    cards: Beginning[Card]


def methods_view(library: Library) -> MethodsView:
    """The page of all methods, the most used first."""
    methods = most_used_methods(library)
    return MethodsView(
        url=METHODS,
        title=library.words.methods_title,
        description=library.words("methods_description", count=len(methods)),
        crumbs=(home_link(library),),
        cards=beginning(library, methods, list_url(ALL, "methods"), CARDS).map(partial(card, library)),
    )


@once
def most_used_methods(library: Library) -> tuple[Method, ...]:
    """The methods, those with the most cases first."""
    cases = {slug: len({use.case for use in library.uses_of(slug)}) for slug in library.methods}
    return tuple(sorted(library.methods.values(), key=lambda method: (-cases[method.slug], method.slug)))


PAGES = (SitePage(METHODS, methods_view, title="methods_title", name="kind_method", footer=20),)
