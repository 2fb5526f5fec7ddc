"""Plain text in; quantities, metrics, steps and tags with their spans out."""

from casebook.extract.enumerations import enumerated
from casebook.extract.metrics import indicators, metrics
from casebook.extract.quantities import NotFigure, numbers, quantities
from casebook.extract.scopes import scoped, terms
from casebook.extract.steps import readings, steps
from casebook.extract.tags import tags


def named() -> dict[str, frozenset[str]]:
    """The ids of all terms that extraction gives, by the facet whose vocabulary must name them."""
    return {"indicators": indicators(), **terms()}


__all__ = [
    "NotFigure",
    "enumerated",
    "metrics",
    "named",
    "numbers",
    "quantities",
    "readings",
    "scoped",
    "steps",
    "tags",
]
