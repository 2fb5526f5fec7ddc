"""The view of all methods."""

from casebook.library import Library
from casebook.model.records import Method
from casebook.views.addresses import METHODS, home_link
from casebook.views.cards import Card, card
from casebook.views.records import View
from casebook.views.site_page import SitePage


class MethodsView(View):
    """All methods."""

    template: str = "list.html"
    cards: tuple[Card, ...]


def methods_view(library: Library) -> MethodsView:
    """The page of all methods, the most used first."""
    methods = most_used_methods(library)
    return MethodsView(
        url=METHODS,
        title=library.words.methods_title,
        description=library.words("methods_description", count=len(methods)),
        crumbs=(home_link(library),),
        cards=tuple(card(library, method) for method in methods),
    )


def most_used_methods(library: Library) -> list[Method]:
    """The methods, those with the most cases first."""
    return sorted(library.methods.values(), key=lambda m: (-len({u.case for u in library.uses_of(m.slug)}), m.slug))


PAGES = (SitePage(METHODS, methods_view, title="methods_title", name="kind_method", footer=20),)
