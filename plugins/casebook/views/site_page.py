"""The declaration of a page, from which navigation, footer and overview are made.

A view module declares its pages in `PAGES`; `casebook.views` finds them there.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from casebook.library import Library
from casebook.views.records import View


@dataclass(frozen=True)
class SitePage:
    """A page that every site has: its address, and the function that makes its view.

    A list that is made together with its parts (indicators, years) has no `view` here. `lists` gives the pages of the
    lists that it has no room for.

    `title` and `name` are ids of words: its title, and the text of links in the navigation and the footer. `footer` and
    `overview` are its places in the footer and among the pages about the whole collection, 0 for none. `lang` is the
    language of its words, if it is not that of the site. `searched` is the id of what readers call what it is for, by
    which search finds it; of a page without it nothing is searched. `description` tells what such a page is,
    as its view does, which takes longer to make.
    """

    url: str
    view: Callable[[Library], View] | None = None
    title: str = ""
    name: str = ""
    footer: int = 0
    overview: int = 0
    lang: str = ""
    searched: str = ""
    description: Callable[[Library], str] | None = None
    lists: Callable[[Library], Iterator[View]] | None = None
