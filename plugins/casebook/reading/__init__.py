"""Reads a content file: its bytes in, a record, the structure of its body and Problems out."""

from casebook.reading.bounds import LARGEST
from casebook.reading.collection import with_tables
from casebook.reading.drafts import Draft, draft
from casebook.reading.entries import FOLDERS, Reading, read
from casebook.reading.site import read_collection
from casebook.reading.terms import read_vocabulary

__all__ = [
    "FOLDERS",
    "LARGEST",
    "Draft",
    "Reading",
    "draft",
    "read",
    "read_collection",
    "read_vocabulary",
    "with_tables",
]
