"""Reads plain text: quantities, metrics, steps and tags, each with its span."""

from casebook.extract.extractor import Extractor
from casebook.extract.quantities import NotFigure, numbers, quantities
from casebook.extract.steps import chained, explained, readings, steps

__all__ = [
    "Extractor",
    "NotFigure",
    "chained",
    "explained",
    "numbers",
    "quantities",
    "readings",
    "steps",
]
