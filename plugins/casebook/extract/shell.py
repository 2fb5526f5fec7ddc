"""Which lines a web page puts around an article: where one is, who wrote it, links to others."""

import re
from collections.abc import Mapping
from functools import cache

from casebook.extract.automata import Automaton, automaton
from casebook.tables import load

LONGEST = 80  # the most characters of such a line, but for rows of links
_CRUMBS = re.compile(r"[>＞»]|(?:\|[^|]*){4}")  # 首页 > 新闻 > 正文
_HINTS = ("记者", "通讯员", *">＞»|")  # of _CRUMBS and _BYLINE
_DATE = re.compile(r"\s*(?:\d{4}\s*[-年./]\s*\d|\d{1,2}[.]\d{1,2}[.]\d{4}|[(（]?(?:记者|通讯员) )[^。，,；;！？!?]*$")
_BYLINE = re.compile(r"(?:记者|通讯员)[^。，,]{2,20}(?:报道)?\s*$")


def is_shell(line: str, is_hinted: bool = True) -> bool:
    """Whether a line belongs to the page, not to the article: 首页 > 新闻 > 正文.

    `is_hinted`: what `hints` finds may be in it.
    """
    if len(line) > LONGEST:
        return is_hinted and (bool(_CRUMBS.match(line)) or line.count("|") > LONGEST // 8)
    if is_hinted and (_BYLINE.search(line) or _CRUMBS.search(line) or _holds().search(line)):
        return True
    plain = line.lstrip(" 　\t")
    return plain.startswith(_begins().get(plain[:1], ())) or bool(_DATE.match(line))


@cache
def hints() -> Automaton:
    """Finds what lines around an article hold."""
    return automaton(list(dict.fromkeys((*load("pages")["holds"], *_HINTS))))


@cache
def _begins() -> Mapping[str, tuple[str, ...]]:
    """First character -> words that begin lines around an article."""
    words = load("pages")["begins"]
    return {char: tuple(word for word in words if word[0] == char) for char in {word[0] for word in words}}


@cache
def ends() -> tuple[str, ...]:
    """What begins the first line behind an article."""
    return tuple(load("pages")["ends"])


@cache
def _holds() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, load("pages")["holds"])))
