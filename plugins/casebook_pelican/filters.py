"""The filters of templates, each a function."""

from functools import partial

from markupsafe import Markup
from pelican import Pelican, signals

from casebook.views.phrases import known_words, phrases


def breakable(text: str, words: frozenset[str]) -> Markup:
    """A title as escaped HTML that may break only between its phrases."""
    return Markup("<wbr>").join(phrases(text, words))


def offer(pelican: Pelican) -> None:
    """Put the filters into the settings, for every generator."""
    words = known_words(pelican.settings["LIBRARY"])
    pelican.settings["JINJA_FILTERS"]["phrases"] = partial(breakable, words=words)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
