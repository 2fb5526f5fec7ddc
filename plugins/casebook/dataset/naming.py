"""The words of tables and columns as a collection says them."""

from casebook.facets import taking_part
from casebook.library import Library


def said(library: Library, text: str) -> str:
    """A text in which the ids of facets (`{themes}`) have become their names in the collection."""
    named = library.collection.named
    return text.format_map({one.id: named[one.id].name if one.id in named else one.id for one in taking_part("page")})
