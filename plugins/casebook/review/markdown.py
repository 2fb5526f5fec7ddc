"""Words of strangers in a comment: none of them formats, links, mentions or embeds anything."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from casebook.characters import shown

_ROWS = 40  # of a table or a list
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#$!])")
_LONGEST = 60  # characters of a sentence


def plain(text: str) -> str:
    """Words on one line that say nothing but themselves."""
    escaped = _SPECIAL.sub(r"\\\1", shown(" ".join(text.split())))
    return escaped.replace("@", "@&#8203;").replace("://", ":&#8203;//")


def code(text: str) -> str:
    """The same as code."""
    return f"`{shown(' '.join(text.split())).replace('`', 'ˋ')}`"


def cut(sentence: str) -> str:
    """The beginning of a long sentence."""
    return plain(sentence if len(sentence) <= _LONGEST else f"{sentence[:_LONGEST]}…")


def listed(rows: Iterable[str]) -> Iterator[str]:
    """The first lines, and how many more there are; then a blank one."""
    every = list(rows)
    yield from islice(every, _ROWS)
    yield from ("", f"还有 {len(every) - _ROWS} 条。") if len(every) > _ROWS else ()
    yield ""
