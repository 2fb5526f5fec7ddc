"""The tables of casebook/data/*.yaml: what the engine knows of a language, in rows that a non-programmer can mend."""

from importlib import resources
from typing import Any

import yaml


def load(name: str) -> Any:
    """The content of the table casebook/data/`name`.yaml."""
    return yaml.load(text_of(f"{name}.yaml"), Loader=yaml.CSafeLoader)


def text_of(path: str) -> str:
    """The text of a file below casebook/data/."""
    return resources.files("casebook").joinpath("data", path).read_text(encoding="utf-8")
