"""The text of a file to a record, a document and Problems."""

from casebook.reading.entries import FOLDERS, Draft, Reading, draft, read
from casebook.reading.source import LARGEST
from casebook.reading.terms import read_vocabulary

__all__ = ["FOLDERS", "LARGEST", "Draft", "Reading", "draft", "read", "read_vocabulary"]
