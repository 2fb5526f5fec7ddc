"""The words of the interface: one JSON file a language, id -> text with named places for values."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter
from types import MappingProxyType

DEFAULT = "zh"


@dataclass(frozen=True, eq=False)  # one is equal to itself alone, as the Library that holds it
class Words:
    """The words of one language. `words.case_where` is a plain text, `words("case_steps", count=3)` one with values.

    An unknown id, a missing value and a value without a place raise ValueError.
    """

    texts: Mapping[str, str]

    def __call__(self, name: str, /, **values: object) -> str:
        """The text of an id, with its values."""
        text = self[name]
        if places(text) != set(values):
            raise ValueError(f"{name} has the places {sorted(places(text))}, and was given {sorted(values)}")
        return text.format(**values)

    def __getitem__(self, name: str) -> str:
        """The text of an id, with its places; Jinja uses this too for ids that `__getattr__` does not have."""
        if name not in self.texts:
            raise ValueError(f"there is no word {name}")
        return self.texts[name]

    def __getattr__(self, name: str) -> str:
        """The text of an id that has no places."""
        if name == "texts" or name not in self.texts or places(self.texts[name]):
            raise AttributeError(f"there is no plain word {name}")
        return self.texts[name]


def places(text: str) -> set[str]:
    """The names of the places for values in a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@cache
def words_in(language: str = DEFAULT) -> Words:
    """The words of a language, by the name of its file."""
    text = files(__name__).joinpath(f"{language}.json").read_text(encoding="utf-8")
    return Words(MappingProxyType(json.loads(text)))
