"""The documents of course packs: what is told to trainers, and where each part stands."""

from collections.abc import Iterator

from casebook.library import Library
from casebook.model.packs import CoursePack
from casebook.model.records import Method
from casebook.search.names import labels_of
from casebook.search.records import BodyPart, SearchDocument
from casebook.search.subjects import LISTS
from casebook.views.packs import pack_facts, pack_view, pages_of


def pack_documents(library: Library) -> Iterator[SearchDocument]:
    """A document for each pack; what it shows of other pages is found there, under the terms of its methods here."""
    for pack in library.collection.packs:
        yield _document(library, pack)


def _document(library: Library, pack: CoursePack) -> SearchDocument:
    view, parts = pack_view(library, pack), list[BodyPart]()
    body = "\n".join(view.introduction)
    for part in view.parts:
        parts.append(BodyPart(start=len(body) + 1, kind="section", title=part.title, anchor=part.anchor))
        body = "\n".join((body, part.title, *part.before, *part.ask))
    shown = (library.entry(slug) for slug in pages_of(library, pack))
    methods = [entry for entry in shown if isinstance(entry, Method)]
    return SearchDocument(
        ref=view.url,
        kind="page",
        kind_name=library.words.packs_title,
        title=view.title,
        facts=" · ".join(filter(None, pack_facts(library, pack))),
        names="",
        labels=" ".join(dict.fromkeys(label for method in methods for label in labels_of(library, method))),
        summary=view.description,
        body=body,
        parts=tuple(parts),
        weight=LISTS,
    )
