"""The tables of casebook/data/*.yaml: what the engine knows of a language, in rows that a non-programmer can mend."""

from importlib import resources
from typing import Any

import yaml


def load(name: str) -> Any:
    """The content of the table casebook/data/`name`.yaml."""
    text = resources.files("casebook").joinpath("data", f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)
