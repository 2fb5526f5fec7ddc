"""Search: pages to documents, documents to terms, terms to the files of an index, and variants of queries."""

from casebook.search.documents import documents
from casebook.search.files import index_files, search_files
from casebook.search.records import SearchDocument
from casebook.search.shards import BOOSTS, field_terms, numbered
from casebook.search.variants import variants_files

__all__ = [
    "BOOSTS",
    "SearchDocument",
    "documents",
    "field_terms",
    "index_files",
    "numbered",
    "search_files",
    "variants_files",
]
