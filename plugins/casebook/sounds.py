"""How characters are read, without tones: a table of the common ones, which needs no package that is slow to begin."""

from collections.abc import Mapping
from functools import cache

from casebook.tables import load


def sound(character: str) -> str:
    """How a Chinese character is read; empty if the table does not tell."""
    return _sounds().get(character, "")


@cache
def _sounds() -> Mapping[str, str]:
    return {character: sound for sound, characters in load("sounds").items() for character in characters}
