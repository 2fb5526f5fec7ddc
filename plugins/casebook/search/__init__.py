"""Search: pages to documents, documents to terms, terms to a lunr index; and what else to search."""

from casebook.search.documents import Document, documents
from casebook.search.index import index
from casebook.search.variants import variants_data

__all__ = ["Document", "documents", "index", "variants_data"]
