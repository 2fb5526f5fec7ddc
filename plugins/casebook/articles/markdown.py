"""Markdown to an article: its words without its marks, read by the rules of our own files.

Lines stay lines: Chinese Markdown is seldom wrapped, and a numbered line is often a heading. `1.` stays, since numbers
are a sign of steps. Code is read like other text; pictures, comments and struck words are left out.
"""

import re
import string
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import chain, groupby
from typing import NamedTuple

from casebook.articles.article import TooLongError, Writer
from casebook.articles.hypertext import REFERENCE
from casebook.emphasis import is_product, pairs
from casebook.reading.blocks import blocks
from casebook.reading.elements import Written
from casebook.reading.lines import AFTER_TITLE, BELOW

FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*+\r?\n.*?^(?:---|\.\.\.)[ \t]*+(?=\r?$)", re.DOTALL | re.MULTILINE)

_LINE = re.compile(r"([ \t]*+)([^\n]*?)[ \t\r]*+(?:\n|\Z)")
_LEAST = 64 * 1024  # characters of a part
_MOST = 6 * _LEAST  # of a part with a very long line: five times as much as an article may have
_DATA = re.compile(r"data:[A-Za-z0-9/+.;=-]*+,[A-Za-z0-9+/=%]*+")  # a picture, which is no text and may have megabytes
_GAP = re.compile(r"\n\r?\n(?=\S)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_WORDLESS = ("fence", "underline")  # ```python, and === below a heading
_WIKI = r"\[\[(?P<wiki>(?:\\[^|\n]|[^\[\]|\\\#\n])*+)(?:\\?[|\#][^\[\]\n]*+)?\]\]"
_BAR = re.compile(rf"{_WIKI}|\\.|(?P<bar>\|)")
_TARGET = r"\( (?:[^()\n]|\([^()\n]*+\))*+ \)"
_TOKEN = re.compile(
    rf"""
    \\(?P<escaped>[!-/:-@\[-`{{-~])
    |\\(?=\n)
    |{_WIKI}
    |!\[[^\[\]\n]*+\]{_TARGET}
    |\[(?P<words>(?:\\.|[^\[\]\\\n])++)\]{_TARGET}
    |\[\^[^\[\]\s]++\]:?
    |\A\[[ xX]\][ ]
    |<(?P<struck>del|s|strike)(?=[\s>])[^<>]*+>[^<>]*+</(?P=struck)>
    |<(?P<address>https?://[^\s<>]*+)>
    |(?P<line><br\b[^<>\n]*+>)
    |</?[A-Za-z][^<>\n]*+>
    |(?P<reference>{REFERENCE})
    |(?P<code>`++)
    """,
    re.VERBOSE,
)
_MARK = "\\"  # what emphasis sees of a token: a mark, but none of its own


class _Edit(NamedTuple):
    """Characters `start` to `end` that become `text`."""

    start: int
    end: int
    text: str = ""


class _Line(NamedTuple):
    """A line from `start` to `end` of what was given; `shift` leads from a place in its `text` to what was given."""

    start: int
    end: int
    text: str
    shift: int


def write(writer: Writer, start: int) -> None:
    """Add the words of the Markdown from `start` on, without front matter."""
    given = writer.given
    front = FRONT_MATTER.match(given)
    at = front.end() if front else start
    comments = [_Edit(*m.span()) for m in _COMMENT.finditer(given, at)]
    for begin, end in _parts(given, at):
        first, last = (bisect_left(comments, (place,)) for place in (begin, end))
        for edit in sorted((*comments[first:last], *_edits(given, begin, end)), key=lambda edit: (edit[0], -edit[1])):
            if edit.start < at:  # within what is left out
                continue
            writer.keep(at, edit.start)
            writer.put(edit.text, edit.start, edit.end)
            at = edit.end
        writer.keep(at, end)  # so that what is too long is refused before the rest is read
        at = max(at, end)  # a comment may go on


def _parts(given: str, start: int) -> Iterator[tuple[int, int]]:
    """The spans of parts of what was given from `start` on, so that few lines are held at a time.

    They end where all blocks do; in blocks without end, where a line does. TooLongError if that is too far.
    """
    while start < len(given):
        gap = _GAP.search(given, start + _LEAST, start + 4 * _LEAST)
        end = gap.end() if gap else given.find("\n", start + 4 * _LEAST) + 1 or len(given)
        if end - start > _MOST and len(_DATA.sub("", given[start:end])) > _MOST:
            raise TooLongError
        yield start, end
        start = end


def _edits(given: str, start: int, end: int) -> Iterator[_Edit]:
    """What is not kept as it is between; nothing if quotations and lists nest too deep to be meant."""
    lines = list(_lines(given, start, end))
    try:
        found = blocks((line.text for line in lines), placed=True)
    except RecursionError:
        return
    wordless = {note.line for note in found.notes if note.kind in _WORDLESS}
    written = [piece for piece in found.written if piece.line not in wordless]
    yield from _marks(lines, written)
    for (kind, _), group in groupby(written, key=lambda piece: (piece.kind, piece.block)):
        if kind != "number":
            yield from _of_block(given, lines, kind, list(group))


def _lines(given: str, start: int, end: int) -> Iterator[_Line]:
    """The lines of what was given, each tab after the first words as one space."""
    for m in _LINE.finditer(given, start, end):
        indent = m[1].expandtabs(4)
        yield _Line(m.start(), m.end(2), indent + m[2].replace("\t", " "), m.start() + len(m[1]) - len(indent))
        if m.end() == end:
            return


def _marks(lines: Sequence[_Line], written: Iterable[Written]) -> Iterator[_Edit]:
    """All that stands on the lines besides what was written there as words."""
    ends = [line.start for line in lines]  # up to where each line is dealt with
    for piece in written:
        line = lines[piece.line]
        if ends[piece.line] < line.shift + piece.start:
            yield _Edit(ends[piece.line], line.shift + piece.start)
        space = piece.kind == "number" and line.shift + piece.end < line.end
        ends[piece.line] = line.shift + piece.end + space
    yield from (_Edit(end, line.end) for line, end in zip(lines, ends, strict=True) if end < line.end)


def _of_block(given: str, lines: Sequence[_Line], kind: str, pieces: Sequence[Written]) -> Iterator[_Edit]:
    """The edits of a block, whose pieces are joined to one text."""
    spans = [(lines[piece.line].shift + piece.start, lines[piece.line].shift + piece.end) for piece in pieces]
    text = "\n".join(given[start:end] for start, end in spans)
    places = array("l")  # where each character of the text, and the end, was given
    for start, end in spans:
        places.extend(range(start, end + 1))
    edits = _of_row(text) if kind == "row" else _of_words(text, kind)
    yield from (_Edit(places[edit.start], places[edit.end - 1] + 1, edit.text) for edit in edits)


def _of_row(text: str) -> Iterator[_Edit]:
    """The edits of a row of a table: tabs between the cells, which are texts of their own."""
    start = 0
    for bar in [m.start() for m in _BAR.finditer(text) if m["bar"]]:
        yield from _moved(_of_words(text[start:bar], "cell"), start)
        yield _Edit(bar, bar + 1, "\t")
        start = bar + 1
    yield from _moved(_of_words(text[start:], "cell"), start)


def _of_words(text: str, kind: str) -> Iterator[_Edit]:
    if braces := (AFTER_TITLE if kind == "title" else BELOW).search(text):
        yield _Edit(braces.start() + (braces[0][0] == "\n"), braces.end())
    tokens = list(_TOKEN.finditer(text))
    if sum(token.lastgroup == "code" for token in tokens) == 1:  # it encloses nothing
        tokens = [token for token in tokens if token.lastgroup != "code"]
    for token in tokens:
        yield from _of_token(token)
    seen = _TOKEN.sub(_seen, text) if tokens else text
    for pair in pairs(seen):
        end = pair.end + pair.size
        if pair.mark == "~" and pair.size > 1:
            yield _Edit(pair.start, end)
        elif pair.mark != "~" and not is_product(seen, pair):
            yield _Edit(pair.start, pair.start + pair.size)
            yield _Edit(pair.end, end)


def _of_token(token: re.Match[str]) -> Iterator[_Edit]:
    kind = token.lastgroup
    if kind in ("line", "reference"):
        yield _Edit(*token.span(), "\n" if kind == "line" else unescape(token[0]))
    elif kind in ("escaped", "wiki", "words", "address"):
        start, end = token.span(kind)
        yield _Edit(token.start(), start)
        yield _Edit(end, token.end())
        if kind == "words":
            yield from _moved(_of_words(token[kind], "cell"), start)
        if kind == "wiki":
            inner = (_of_token(m) for m in _TOKEN.finditer(token[kind]) if m.lastgroup in ("escaped", "reference"))
            yield from _moved(chain.from_iterable(inner), start)
    else:
        yield _Edit(*token.span())


def _seen(token: re.Match[str]) -> str:
    """What emphasis sees of a token: as many characters, of the kind that a reader sees."""
    char = unescape(token[0])[:1] if token["reference"] else _MARK
    return (_MARK if char in string.punctuation else char) * len(token[0])


def _moved(edits: Iterable[_Edit], by: int) -> Iterator[_Edit]:
    return (_Edit(edit.start + by, edit.end + by, edit.text) for edit in edits)
