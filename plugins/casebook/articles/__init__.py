"""An article as given (plain text, Markdown, HTML) -> the plain text to be read in it, and the way back."""

import re
from collections.abc import Callable, Mapping

from casebook.articles import hypertext, markdown
from casebook.articles.article import Article, Piece, Writer

__all__ = ["Article", "Piece", "article", "decoded"]

_BOM = "\ufeff"
_HYPERTEXT = re.compile(rf"{_BOM}?\s*<(?:!doctype\s|!--|\?xml\s|[a-z][a-z0-9]*[\s/>])", re.IGNORECASE | re.ASCII)


def decoded(given: bytes) -> str:
    """What `given` says in UTF-8, else in GB18030 (with GB2312 and GBK in it); UnicodeDecodeError when in neither."""
    try:
        return given.decode("utf-8")
    except UnicodeDecodeError:
        return given.decode("gb18030")


def article(given: str, suffix: str | None = None) -> Article:
    """The article that `given` is, by the suffix of its file (`.md`); None: by how it begins.

    Offsets count every character given, also a byte order mark, line ends as they are, front matter and tags.
    """
    writer = Writer(given)
    start = len(_BOM) if given.startswith(_BOM) else 0
    write = _kind(given) if suffix is None else _SUFFIXES.get(suffix.lower(), _write_as_is)
    write(writer, start)
    return writer.article()


def _kind(given: str) -> Callable[[Writer, int], None]:
    if _HYPERTEXT.match(given):
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
