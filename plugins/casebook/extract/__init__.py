"""Plain text in; quantities, metrics, steps and tags with their spans out."""

from casebook.extract.metrics import indicators, metrics
from casebook.extract.quantities import quantities
from casebook.extract.steps import steps
from casebook.extract.tags import tags

__all__ = ["indicators", "metrics", "quantities", "steps", "tags"]
