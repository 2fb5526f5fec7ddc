"""What a page of the site says of itself, so that navigation, footer and overview need no list of their own.

A view module declares its pages in `PAGES`; `casebook.views` finds them there.
"""

from collections.abc import Callable
from dataclasses import dataclass

from casebook.library import Library
from casebook.views.records import View


@dataclass(frozen=True)
class SitePage:
    """A page that the site has whatever its content: its address, and what makes its view.

    A list that is made together with its parts (indicators, years) has no `view` here.

    `title` is the id of its title, `name` that of the words for a link to it in the navigation and the footer. `footer`
    and `overview` are its places among the links there and among the pages about the whole collection; it is in none
    where they are 0. `lang` is the language of both, where that is not the site's own.
    """

    url: str
    view: Callable[[Library], View] | None = None
    title: str = ""
    name: str = ""
    footer: int = 0
    overview: int = 0
    lang: str = ""
