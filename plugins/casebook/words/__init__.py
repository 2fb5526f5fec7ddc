"""The words of the interface: one JSON file a language, id -> text with named places for values."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import groupby
from string import Formatter

DEFAULT = "zh"


@dataclass(frozen=True, eq=False)  # one is equal to itself alone, as the Library that holds it
class Words:
    """The words of one language. `words.case_where` is a plain text, `words("case_steps", count=3)` one with values.

    An unknown id, a missing value and a value without a place raise ValueError.
    """

    texts: Mapping[str, str]

    def __post_init__(self) -> None:
        """Let Python find plain texts by itself: each page asks for dozens."""
        self.__dict__.update((name, text) for name, text in self.texts.items() if not self._places[name])

    def __call__(self, name: str, /, **values: object) -> str:
        """The text of an id, with its values."""
        text = self[name]
        if self._places[name] != values.keys():
            raise ValueError(f"{name} has the places {sorted(self._places[name])}, and was given {sorted(values)}")
        return text.format(**values)

    def __getitem__(self, name: str) -> str:
        """The text of an id, with its places; Jinja uses this too for ids that `__getattr__` does not have."""
        if name not in self.texts:
            raise ValueError(f"there is no word {name}")
        return self.texts[name]

    def __getattr__(self, name: str) -> str:
        """Plain texts are found before this is asked."""
        raise AttributeError(f"there is no plain word {name}")

    @cached_property
    def _places(self) -> Mapping[str, set[str]]:
        """The places of every text: pages ask for words many times each."""
        return {name: places(text) for name, text in self.texts.items()}


def places(text: str) -> set[str]:
    """The names of the places for values in a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@cache
def words_in(language: str = DEFAULT) -> Words:
    """The words of a language, by the name of its file."""
    text = files(__name__).joinpath(f"{language}.json").read_text(encoding="utf-8")
    return Words(json.loads(text))


def modules(words: Words) -> dict[str, str]:
    """File name -> text of the words as JavaScript modules: a file a room, and `index.js` with all of them.

    Since nothing but values stands in them, a bundler takes only what is asked for.
    """
    rooms = {room: "".join(map(_constant, texts)) for room, texts in groupby(sorted(words.texts.items()), key=_room)}
    return {
        "package.json": json.dumps({"type": "module", "sideEffects": False}),
        "index.js": "".join(f'export * from "./{room}.js";\n' for room in rooms),
        **{f"{room}.js": text for room, text in rooms.items()},
    }


def _room(word: tuple[str, str]) -> str:
    return word[0].partition("_")[0]


def _constant(word: tuple[str, str]) -> str:
    name, text = word
    return f"export const {name} = {json.dumps(text, ensure_ascii=False)};\n"
