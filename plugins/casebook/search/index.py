"""The lunr index of all documents, as `lunr.Index.load` reads it in the browser."""

from collections.abc import Iterable
from typing import Any

from lunr.builder import Builder

from casebook.search.documents import Document
from casebook.search.terms import terms

# field -> how much more it weighs than the body
BOOSTS = {"title": 10, "names": 5, "summary": 3, "body": 1}


def index(documents: Iterable[Document]) -> dict[str, Any]:
    """The serialised index. Our own terms, empty pipelines: lunr's would drop Chinese and stem the rest."""
    builder = Builder()
    builder.ref("ref")
    for field, boost in BOOSTS.items():
        builder.field(field, boost=boost)
    for document in documents:
        fields = {field: terms(getattr(document, field)) for field in BOOSTS}
        builder.add({"ref": document.ref, **fields}, {"boost": document.weight})
    found: dict[str, Any] = builder.build().serialize()
    return found
