"""Traditional characters, and the simplified ones that are written for them."""

import re
from collections.abc import Mapping
from functools import cache

from casebook.tables import load


@cache
def pairs() -> Mapping[str, str]:
    """Traditional character -> simplified character."""
    return _pairs("lacking") | _pairs("both")


def _pairs(kind: str) -> dict[str, str]:
    return {pair[0]: pair[1] for row in load("traditional")[kind] for pair in row.split()}


@cache
def _sure() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_pairs('lacking'))}]")


@cache
def _any() -> re.Pattern[str]:
    """A traditional character, or a word in which such a one is written everywhere."""
    return re.compile(f"{'|'.join(load('traditional')['kept'])}|[{''.join(pairs())}]")


def traditional(text: str) -> list[re.Match[str]]:
    """The traditional characters of `text`, each where it stands.

    Those that simplified texts have for another word (徵, 乾) count in a text that has one of the others.
    """
    return [one for one in _any().finditer(text) if one[0] in pairs()] if _sure().search(text) else []


def simplified(text: str) -> str:
    """`text` with simplified characters in place of the traditional ones."""
    return _any().sub(lambda match: pairs().get(match[0], match[0]), text) if _sure().search(text) else text
