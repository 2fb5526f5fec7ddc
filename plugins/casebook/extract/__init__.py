"""Reads plain text: quantities, metrics, steps and tags, each with its span."""

from casebook.extract.enumerations import enumerated
from casebook.extract.extractor import Extractor
from casebook.extract.quantities import NotFigure, numbers, quantities
from casebook.extract.steps import readings, steps

__all__ = [
    "Extractor",
    "NotFigure",
    "enumerated",
    "numbers",
    "quantities",
    "readings",
    "steps",
]
