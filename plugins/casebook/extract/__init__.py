"""Plain text in; quantities, metrics, steps and tags with their spans out."""

from casebook.extract.metrics import metrics
from casebook.extract.quantities import quantities
from casebook.extract.steps import steps
from casebook.extract.tags import tags

__all__ = ["metrics", "quantities", "steps", "tags"]
