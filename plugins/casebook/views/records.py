"""What templates get: one frozen, serialisable record per kind of page and per part of one.

Addresses (`url`) are relative to the root of the site; those inside `html` are relative to the page itself. `html` is
sanitised; everything else is plain text.
"""

from casebook.model.values import Record


class Link(Record):
    """A link to a page of the site, with a word on why or how many."""

    text: str
    url: str
    note: str = ""


class PageLink(Link):
    """A link to a page that the site has anyway; `lang` is the language of its words, where it is not the site's."""

    lang: str = ""


class Group(Record):
    """Links under one label; `id` is the facet that they are of, where they are of one."""

    id: str = ""
    label: str
    links: tuple[Link, ...]


class View(Record):
    """What every page has; `template` is the Jinja template that draws it."""

    template: str
    url: str
    title: str
    description: str
    crumbs: tuple[Link, ...] = ()

    @property
    def path(self) -> str:
        """The file that the page is written to, below the output folder."""
        return self.url if self.url.endswith(".html") else f"{self.url}index.html"

    @property
    def canonical(self) -> str:
        """The address of the page that this one is."""
        return self.url


class Tick(Record):
    """A mark of an axis: its label, and its place in percent."""

    label: str
    place: str
