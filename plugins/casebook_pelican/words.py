"""Gives templates the words of the interface as `words`, and what language they are."""

from markupsafe import escape
from pelican import Pelican, signals

from casebook.words import Words


def marked(words: Words) -> Words:
    """The same words as HTML: values are escaped when they are put in, but for those that are HTML themselves."""
    return Words({name: escape(text) for name, text in words.texts.items()})


def offer(pelican: Pelican) -> None:
    """Put the words where every generator takes them from."""
    pelican.settings["JINJA_GLOBALS"]["words"] = marked(pelican.settings["LIBRARY"].words)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
