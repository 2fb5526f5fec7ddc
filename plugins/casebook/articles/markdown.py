"""Markdown to an article: its words without its marks.

Lines stay lines: Chinese Markdown is seldom wrapped, and a numbered line is often a heading. `1.` stays, since numbers
are a sign of steps; code is read like other text, pictures are left out.
"""

import re
from html import unescape

from casebook.articles.article import Writer
from casebook.articles.hypertext import REFERENCE

FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*+\r?\n.*?^(?:---|\.\.\.)[ \t]*+(?=\r?$)", re.DOTALL | re.MULTILINE)

_TARGET = r"\( (?:[^()\n]|\([^()\n]*+\))*+ \)"
_TOKEN = re.compile(
    rf"""
    ^[ ]{{0,3}}(?:`{{3}}|~{{3}})[^\n]*+                                                # ```python
    |^[ \t|:=*_~-]++(?=\r?$)                                                           # --- or |---|:--:|
    |^(?:[ \t]*+(?:>|(?:[-*+]|\#{{1,6}})(?=[ \t])|(?<=[-*+][ ])\[[ xX]\](?=[ ])))++[ \t]*+  # > ## or - [x]
    |(?<=[ \t])\#++[ \t]*+(?=\r?$)                                                     # the ## at the end of a heading
    |\\(?P<escaped>[!-/:-@\[-`{{-~])
    |\[\[(?P<wiki>[^\[\]|\\\#\n]*+)(?:\\?[|\#][^\[\]\n]*+)?\]\]
    |!\[[^\[\]\n]*+\]{_TARGET}
    |\[(?=[^\[\]\n]*+\]\()|\]{_TARGET}                                                 # [ and ](target)
    |\[\^[^\[\]\s]++\]:?
    |\{{:?[ \t]*+[\#.][^{{}}\n]*+\}}                                                   # {{#id}} or {{: .general}}
    |(?P<cell>\|)
    |(?P<line><br\b[^<>\n]*+>)
    |</?[A-Za-z][^<>\n]*+>
    |<!--(?s:.*?)(?:-->|\Z)
    |(?P<reference>{REFERENCE})
    |`++|~~|\*{{2,}}+
    |\*(?!(?<=[0-9]\*)[0-9]|(?<=\s\*)\s)                                               # but 3*5 and 3 * 5
    |(?<![0-9A-Za-z_])_++|(?<=[0-9A-Za-z])_++(?![0-9A-Za-z])                           # but file_name
    """,
    re.VERBOSE | re.MULTILINE,
)
_SEPARATORS = {"cell": "\t", "line": "\n"}


def write(writer: Writer, start: int) -> None:
    """Add the words of the Markdown from `start` on, without front matter."""
    front = FRONT_MATTER.match(writer.given)
    at = front.end() if front else start
    for token in _TOKEN.finditer(writer.given, at):
        writer.keep(at, token.start())
        _write_token(writer, token)
        at = token.end()
    writer.keep(at, len(writer.given))


def _write_token(writer: Writer, token: re.Match[str]) -> None:
    kind = token.lastgroup
    if kind in _SEPARATORS:
        writer.put(_SEPARATORS[kind], *token.span())
    elif kind == "reference":
        writer.put(unescape(token[0]), *token.span())
    elif kind:
        writer.keep(*token.span(kind))
