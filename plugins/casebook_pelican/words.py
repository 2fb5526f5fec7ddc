"""Gives templates the words of the interface as `words`, the names of the collection's facets as `facet_names`."""

from markupsafe import escape
from pelican import Pelican, signals

from casebook.views.addresses import facet_names
from casebook.words import Words


def marked(words: Words) -> Words:
    """The same words as HTML: values are escaped when they are put in, but for those that are HTML themselves."""
    return Words({name: escape(text) for name, text in words.texts.items()})


def offer(pelican: Pelican) -> None:
    """Put the words into the settings, for every generator."""
    library = pelican.settings["LIBRARY"]
    pelican.settings["JINJA_GLOBALS"] |= {"words": marked(library.words), "facet_names": facet_names(library)}


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
