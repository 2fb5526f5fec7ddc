"""Views of sources: what a material is, how far it can be trusted, and where it can be read."""

from collections.abc import Iterator

from casebook.dates import date_zh
from casebook.library import Library
from casebook.model.records import Case
from casebook.model.terms import Source
from casebook.model.values import Struct
from casebook.oral import is_oral
from casebook.views.addresses import term_link
from casebook.views.records import Link


class SourceView(Struct):
    """A source as a case shows it; `kept` has the addresses of the original and of its archived copy.

    `told` says of one that was only told that it was.
    """

    link: Link
    publisher: str
    date: str
    grade: str
    meaning: str
    told: str
    kept: tuple[Link, ...]


def sources(library: Library, case: Case) -> tuple[SourceView, ...]:
    """The sources of a case, in the order of its author."""
    return tuple(_source(library, source_of(library, name)) for name in case.front.sources)


def source_of(library: Library, name: str) -> Source:
    """The source with this id."""
    source = library.vocabulary["sources", name]
    assert isinstance(source, Source)
    return source


def kept(library: Library, source: Source) -> Iterator[Link]:
    """The addresses on other sites where a source can be read: the original, then the archived copy."""
    for label, url in (library.words.term_original, source.url), (library.words.term_archive, source.archive):
        if url:
            yield Link(text=label, url=url)


def _source(library: Library, source: Source) -> SourceView:
    grade, words = library.vocabulary["grades", source.grade], library.words
    is_told = is_oral(library.vocabulary, source.id)
    publisher = words.sources_no_publisher if source.publisher == "unknown" else source.publisher
    return SourceView(
        link=term_link("sources", source),
        publisher=words("oral_by", who=publisher) if is_told else publisher,
        date=date_zh(source.date),
        grade=grade.zh,
        meaning=grade.note,
        told=words.oral_told if is_told else "",
        kept=tuple(kept(library, source)),
    )
