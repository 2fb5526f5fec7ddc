"""Traditional characters, and the simplified ones that are written for them."""

import re
from collections.abc import Mapping
from functools import cache

from casebook.tables import load


@cache
def pairs() -> Mapping[str, str]:
    """Traditional character -> simplified character, of those that no simplified text has."""
    return {pair[0]: pair[1] for row in load("traditional") for pair in row.split()}


@cache
def _any() -> re.Pattern[str]:
    return re.compile(f"[{''.join(pairs())}]")


def traditional(text: str) -> list[re.Match[str]]:
    """The traditional characters of `text`, each where it stands."""
    return list(_any().finditer(text))


def simplified(text: str) -> str:
    """`text` with simplified characters in place of the traditional ones."""
    return _any().sub(lambda match: pairs()[match[0]], text)
