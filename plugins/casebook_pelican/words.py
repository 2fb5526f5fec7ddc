"""Gives templates the words of the interface as `words`, and their language."""

from markupsafe import escape
from pelican import Pelican, signals

from casebook.words import Words


def marked(words: Words) -> Words:
    """The same words as HTML: values are escaped when they are put in, but for those that are HTML themselves."""
    return Words({name: escape(text) for name, text in words.texts.items()})


def offer(pelican: Pelican) -> None:
    """Put the words into the settings, for every generator."""
    pelican.settings["JINJA_GLOBALS"]["words"] = marked(pelican.settings["LIBRARY"].words)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
