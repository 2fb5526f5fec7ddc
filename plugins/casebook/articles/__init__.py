"""Turns a given article (plain text, Markdown, HTML) into plain text with a map back to what was given."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from casebook.articles import hypertext, markdown
from casebook.articles.article import Article, Segment, TooLongError, Writer
from casebook.articles.cleaning import cleaned
from casebook.articles.encodings import decoded

__all__ = ["Article", "Segment", "TooLongError", "article", "decoded", "is_hypertext"]

_BOM = "\ufeff"
_HYPERTEXT = re.compile(rf"{_BOM}?\s*<(?:!doctype\s|!--|\?xml\s|[a-z][a-z0-9]*[\s/>])", re.IGNORECASE | re.ASCII)


def is_hypertext(given: str) -> bool:
    """Whether what was given begins as HTML does."""
    return _HYPERTEXT.match(given) is not None


def article(given: str, suffix: str | None = None, boxes: frozenset[str] = frozenset()) -> Article:
    """The Article of `given`; `suffix` (`.md`) tells its format, None leaves that to its first characters.

    Of HTML, elements with one of `boxes` as a class or id are left out.
    Offsets count every given character: byte order mark, line ends as they are, front matter and tags. TooLongError if
    its text is too long.
    """
    writer = Writer(given)
    start = len(_BOM) if given.startswith(_BOM) else 0
    write = _kind(given) if suffix is None else _SUFFIXES.get(suffix.lower(), _write_as_is)
    if write is hypertext.write:
        write = partial(hypertext.write, boxes=boxes)
    write(writer, start)
    return cleaned(writer.article())


def _kind(given: str) -> Callable[[Writer, int], None]:
    if is_hypertext(given):
        return hypertext.write
    return markdown.write if markdown.FRONT_MATTER.match(given) else _write_as_is


def _write_as_is(writer: Writer, start: int) -> None:
    writer.keep(start, len(writer.given))


_SUFFIXES: Mapping[str, Callable[[Writer, int], None]] = {
    ".md": markdown.write,
    ".markdown": markdown.write,
    ".html": hypertext.write,
    ".htm": hypertext.write,
    ".xhtml": hypertext.write,
}
