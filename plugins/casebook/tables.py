"""The tables of casebook/data/*.yaml: what the engine knows of a language, in rows that a non-programmer can mend."""

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from casebook.yamls import SafeLoader


@cache
def load(name: str) -> Any:
    """The content of the table casebook/data/`name`.yaml, which is read once and changed by nobody."""
    ready = _data().joinpath(f"{name}.json")  # in what browsers load: to read YAML takes them seconds
    if ready.is_file():
        return json.loads(ready.read_text(encoding="utf-8"))
    return yaml.load(text_of(f"{name}.yaml"), Loader=SafeLoader)  # noqa: S506 - it makes plain values alone


def text_of(path: str) -> str:
    """The text of a file below casebook/data/."""
    return _data().joinpath(path).read_text(encoding="utf-8")


def texts_below(folder: str) -> Iterator[tuple[str, str]]:
    """The path and text of every file below a folder of casebook/data/."""

    def below(part: Traversable, path: str) -> Iterator[tuple[str, str]]:
        for one in part.iterdir():
            name = f"{path}{one.name}"
            yield from below(one, f"{name}/") if one.is_dir() else [(name, one.read_text(encoding="utf-8"))]

    return below(_data().joinpath(folder), "")


def _data() -> Traversable:
    return resources.files("casebook").joinpath("data")
