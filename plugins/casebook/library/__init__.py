"""All records together: links both ways, and what is wrong between files."""

from casebook.library.backlinks import Backlink, Why, backlinks
from casebook.library.coverage import CLASSES, FIGURE, UNREAD, WrittenNumber, coverage
from casebook.library.directory import target_of
from casebook.library.library import Library, assemble
from casebook.library.originals import original
from casebook.library.related import Nearness, Related, related
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
    "Backlink",
    "Library",
    "Nearness",
    "Ratio",
    "Related",
    "Report",
    "Series",
    "SeriesKey",
    "Use",
    "Why",
    "WrittenNumber",
    "assemble",
    "backlinks",
    "coverage",
    "key_of",
    "lasting",
    "original",
    "ratios",
    "related",
    "series",
    "silent",
    "step_at",
    "target_of",
    "total",
]
