"""All records together: links both ways, and what is wrong between files."""

from casebook.library.coverage import CLASSES, FIGURE, UNREAD, WrittenNumber, coverage
from casebook.library.former import followed, former_steps, living
from casebook.library.library import Library, assemble
from casebook.library.originals import original
from casebook.library.series import (
    Ratio,
    Report,
    Series,
    SeriesKey,
    key_of,
    lasting,
    ratios,
    series,
    silent,
    total,
)
from casebook.library.usage import Use, step_at

__all__ = [
    "CLASSES",
    "FIGURE",
    "UNREAD",
    "Library",
    "Ratio",
    "Report",
    "Series",
    "SeriesKey",
    "Use",
    "WrittenNumber",
    "assemble",
    "coverage",
    "followed",
    "former_steps",
    "key_of",
    "lasting",
    "living",
    "original",
    "ratios",
    "series",
    "silent",
    "step_at",
    "total",
]
