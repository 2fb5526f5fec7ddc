"""All records together: links both ways, and what is wrong between files."""

from casebook.library.library import Library, assemble
from casebook.library.usage import Use, step_at

__all__ = ["Library", "Use", "assemble", "step_at"]
