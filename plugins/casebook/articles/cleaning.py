"""Cleans the plain text of an article by the policy for characters, and keeps the way back to what was given.

An article cannot be refused: what it shows where a refused character stands is not known, so that place is marked as
unreadable, with all of a number that it stands in or beside. `\\u202e57\\u202c` shows 75, `5\\x007` may show anything.
"""

import re
from collections.abc import Iterator

from casebook.articles.article import Article, Writer
from casebook.characters import BACKWARDS, BREAKS, STRUCK, Edit, edits
from casebook.extract.numerals import CHINESE

UNREADABLE = "□"
_SEPARATORS = ".,:．，：/~～—–-"
_NUMERAL = re.compile(rf"[\d{CHINESE}几半余多%％{UNREADABLE}{STRUCK.ranges}{BREAKS.ranges}\u202c\u2069{_SEPARATORS}]")
_END = re.compile("[\u202c\u2069]")
_TURNED = re.compile("[\u202b\u202e\u2067][^\n\u202c\u2069]*+[\u202c\u2069]?")  # what shows from right to left


def cleaned(article: Article) -> Article:
    """`article` with a clean text; the same article if its text is clean."""
    while changes := list(_changes(article.text)):
        writer, at = Writer(article.text), 0
        for start, end, text in changes:
            writer.keep(at, start)
            writer.put(text, start, end)
            at = end
        writer.keep(at, len(article.text))
        article = Article(article.given, "".join(writer.text), tuple(writer.segments), article)
    return article


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, new text) of what is to be changed first, in order; each place once."""
    every = list(edits(text))
    first = min((_turn(text, edit) for edit in every), default=0)
    at = 0
    for edit in every:
        if edit.start < at or _turn(text, edit) != first:
            continue
        is_line = edit.kind is BREAKS and not _is_in_number(text, edit)
        if is_line or edit.kind is None or not edit.kind.refused:
            start, at, new = edit.start, edit.end, "\n" if is_line else edit.text
        else:
            (start, at), new = _reach(text, edit, at), UNREADABLE
        yield start, at, new


def _turn(text: str, edit: Edit) -> int:
    """When a change is made: first what is left out or folded, so that a number is whole when it is refused.

    The end of what is turned goes last, since it tells how far that reaches.
    """
    if _END.match(text, edit.start):
        return 3
    return (1 + (edit.kind is BREAKS)) if edit.kind and edit.kind.refused else 0


def _is_in_number(text: str, edit: Edit) -> bool:
    return all(_NUMERAL.match(text, at) for at in (edit.start - 1, edit.end)) if edit.start else False


def _reach(text: str, edit: Edit, floor: int) -> tuple[int, int]:
    """The span that cannot be read because of a character: what it turns, and the number around it."""
    turned = _TURNED.match(text, edit.start) if edit.kind is BACKWARDS else None
    start, end = edit.start, turned.end() if turned else edit.end
    while start > floor and _NUMERAL.match(text, start - 1):
        start -= 1
    while _NUMERAL.match(text, end):
        end += 1
    while text[start] in _SEPARATORS:  # which part it from what stands before
        start += 1
    while text[end - 1] in _SEPARATORS:
        end -= 1
    return start, end
