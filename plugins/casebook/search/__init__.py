"""Search: pages to documents, documents to terms, terms to the files of an index."""

from casebook.search.documents import Document, documents
from casebook.search.shards import BOOSTS, shards

__all__ = ["BOOSTS", "Document", "documents", "shards"]
