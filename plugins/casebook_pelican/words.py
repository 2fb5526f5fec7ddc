"""Gives templates the words of the interface as `words`, the names of the collection's facets as `facet_names`."""

from collections.abc import Mapping
from functools import cached_property
from string import Formatter

from markupsafe import Markup, escape
from pelican import Pelican, signals

from casebook.views.addresses import facet_names
from casebook.words import Words
from casebook_pelican.templates import html


class Marked(Words):
    """Words as HTML: values are escaped when they are put in, but for those that are HTML themselves."""

    def __call__(self, name: str, /, **values: object) -> str:
        """The text of an id, with its values."""
        if values.keys() != self._places.get(name):
            return super().__call__(name, **values)  # which tells what is wrong
        pieces = self._pieces[name]
        said = [before if place is None else f"{before}{html(values[place])}" for before, place in pieces]
        return Markup("".join(said))  # noqa: S704 - escaped, piece by piece

    @cached_property
    def _pieces(self) -> Mapping[str, tuple[tuple[str, str | None], ...]]:
        """Of every text what stands before a place, and the place: it is cut once, and said on many pages."""
        cut = Formatter().parse
        return {name: tuple((before, place) for before, place, _, _ in cut(text)) for name, text in self.texts.items()}


def marked(words: Words) -> Words:
    """The same words as HTML."""
    return Marked({name: escape(text) for name, text in words.texts.items()})


def offer(pelican: Pelican) -> None:
    """Put the words into the settings, for every generator."""
    library = pelican.settings["LIBRARY"]
    pelican.settings["JINJA_GLOBALS"] |= {"words": marked(library.words), "facet_names": facet_names(library)}


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
