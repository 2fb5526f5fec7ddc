"""The filters of templates, each a function."""

from collections.abc import Iterable
from functools import lru_cache, partial

from markupsafe import Markup
from pelican import Pelican, signals

from casebook.citing import bibtex
from casebook.views.phrases import known_words, phrases


def breakable(text: str, words: frozenset[str]) -> Markup:
    """A title as escaped HTML that may break only between its phrases."""
    return Markup("<wbr>").join(phrases(text, words))


def told(values: Iterable[object]) -> list[object]:
    """Those that say something."""
    return [value for value in values if value]


@lru_cache(maxsize=256)  # a method's stands on its page, its card and its handout
def qr(address: str) -> Markup:
    """An address as a QR code: SVG without its quiet zone, which the style sheet leaves around it."""
    import segno  # takes 45 ms, and is needed where the site has an address alone

    code = segno.make_qr(address, error="M")
    return Markup(code.svg_inline(border=0, omitsize=True, svgclass="qr__code", lineclass=None))  # noqa: S704 - segno's own


def offer(pelican: Pelican) -> None:
    """Put the filters into the settings, for every generator."""
    words = known_words(pelican.settings["LIBRARY"].vocabulary)
    pelican.settings["JINJA_FILTERS"] |= {
        "bibtex": bibtex,
        "phrases": partial(breakable, words=words),
        "qr": qr,
        "told": told,
    }


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer)
