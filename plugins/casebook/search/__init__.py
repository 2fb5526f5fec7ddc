"""Search: pages to documents, documents to terms, terms to a lunr index."""

from casebook.search.documents import Document, documents
from casebook.search.index import index

__all__ = ["Document", "documents", "index"]
