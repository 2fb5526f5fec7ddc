"""What templates ask beside the views: a filter a function."""

from functools import partial

from markupsafe import Markup
from pelican import Pelican, signals

from casebook.views.phrases import known_words, phrases


def breakable(text: str, words: frozenset[str]) -> Markup:
    """A title as HTML, escaped, that may break where its phrases end."""
    return Markup("<wbr>").join(phrases(text, words))


def offer(pelican: Pelican) -> None:
    """Put the filters where every generator takes them from."""
    words = known_words(pelican.settings["LIBRARY"])
    pelican.settings["JINJA_FILTERS"]["phrases"] = partial(breakable, words=words)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
