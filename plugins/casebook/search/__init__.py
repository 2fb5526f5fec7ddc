"""Search: pages to documents, documents to terms, terms to the files of an index; and what else to search."""

from casebook.search.documents import Document, documents
from casebook.search.shards import BOOSTS, shards
from casebook.search.variants import variants_data

__all__ = ["BOOSTS", "Document", "documents", "shards", "variants_data"]
