"""The records that views share; each other record of a page stands in the module that makes it.

Addresses (`url`) are relative to the root of the site; those inside `html` are relative to the page itself. `html` is
sanitised; everything else is plain text.
"""

from casebook.model.values import Struct


class Link(Struct):
    """A link to a page of the site, with a short note, such as a count."""

    text: str
    url: str
    note: str = ""


class PageLink(Link):
    """A link to a page that every site has; `lang` is the language of its text, if it is not that of the site."""

    lang: str = ""


class Group(Struct):
    """Links under one label; `id` is their facet, if they have one."""

    id: str = ""
    label: str
    links: tuple[Link, ...]


def file_path(url: str) -> str:
    """The path of the file of the page at an address, below the output folder."""
    return url if url.endswith(".html") else f"{url}index.html"


class View(Struct):
    """The fields that every page has; `template` is its Jinja template, `linked` JSON-LD (views/linked.py)."""

    template: str
    url: str
    title: str
    description: str
    crumbs: tuple[Link, ...] = ()
    linked: str = ""

    @property
    def path(self) -> str:
        """The path of the file of the page, below the output folder."""
        return file_path(self.url)

    @property
    def canonical(self) -> str:
        """The canonical address of the page."""
        return self.url


class Tick(Struct):
    """A mark of an axis: its label, and its place in percent."""

    label: str
    place: str
