"""A case on the desk: read and checked where only the names of a collection are at hand, not its pages.

The form in a browser has a desk. It reads and checks as `check` does, by the same functions; what would need the texts
of all pages (whether a title is a common word) `check` alone can tell.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import msgspec

from casebook.collection import Collection
from casebook.extract import Extractor
from casebook.extract.rules import UNDECIDED
from casebook.gazetteer import Gazetteer
from casebook.library import Library, assemble
from casebook.model.problems import Problem
from casebook.model.records import Entry, Metric
from casebook.once import Fields
from casebook.packing import Packed
from casebook.reading.basis import Basis
from casebook.reading.drafts import Draft, draft
from casebook.reading.entries import File, Reading, document_of, figures_of, read
from casebook.reading.markup import Document
from casebook.reading.structure import structure
from casebook.reading.written import Written, written
from casebook.vocabulary import Vocabulary


@dataclass(frozen=True)
class Desk(Fields):
    """What is known of a collection: its terms, what it says of itself, and its pages without their texts.

    `written` is what their cases write of terms that the vocabulary lacks.
    """

    vocabulary: Vocabulary
    collection: Collection
    gazetteer: Gazetteer
    others: tuple[Reading, ...]
    written: tuple[Written, ...] = ()

    def read(self, file: File, today: datetime.date) -> "Read":
        """A file read and checked beside the pages of the collection, in the place of the one of its path."""
        others = [one for one in self.others if one.draft.path != file.path]
        found = draft(file.path, file.data, file.kind)
        titles = {one.draft.slug: one.draft.title for one in others} | {found.slug: found.title}
        more = self._basis.terms((*(one for one in self.written if one.path != file.path), *written(found)))
        basis = self._with(self._basis.extended(more))
        reading = read(found, basis.extractor, titles, self.collection.sections)
        every = sorted([*others, reading], key=lambda one: one.draft.path)
        library, between = assemble(every, basis.vocabulary, self.gazetteer, self.collection, today)
        own = (problem for problem in (*reading.problems, *more.problems, *between) if problem.path == file.path)
        problems = tuple(sorted(own, key=lambda p: (p.line, p.field, p.found)))
        document = document_of(found, titles)[0]
        return Read(library, problems, document, tuple(self._figures(reading, document, basis.extractor)))

    def _figures(self, reading: Reading, document: Document | None, extractor: Extractor) -> Iterator[Metric]:
        """The figures of a text, also while its front matter is not whole, as it is while somebody writes."""
        if reading.entry or document is None:
            yield from reading.entry.metrics if reading.entry else ()
            return
        kind = reading.draft.kind
        found = figures_of(structure(document, kind, self.collection.sections.of(kind)), extractor)
        yield from (metric for metric in found if metric.indicator != UNDECIDED)

    @cached_property
    def library(self) -> Library:
        """The Library of the pages without their texts."""
        basis = self._with(self._basis.extended(self._basis.terms(self.written)))
        return assemble(self.others, basis.vocabulary, self.gazetteer, self.collection)[0]

    def _with(self, basis: Basis) -> Basis:
        """The last basis, if it has the same terms: it has its extractor already."""
        if not self._last or self._last[0].mark != basis.mark:
            self._last[:] = [basis]
        return self._last[0]

    @cached_property
    def _last(self) -> list[Basis]:
        return []

    @cached_property
    def _basis(self) -> Basis:
        return Basis(self.vocabulary, self.gazetteer, self.collection.sections)


class Read(NamedTuple):
    """A file that was read at a desk, in the Library in which it would stand: its Problems, its text, its figures."""

    library: Library
    problems: tuple[Problem, ...]
    document: Document | None
    metrics: tuple[Metric, ...]


_NO_BODY: Packed[Any] = Packed(None)  # of other pages, into whose text nobody looks
_UNTOLD = {"summary": "-", "summary_en": "", "metrics": (), "not_metrics": (), "caveats": ()}


def desk_of(library: Library) -> Desk:
    """The Desk of a collection; on it paths are those of git, wherever the files are."""
    others = tuple(_bare(entry, _on_desk(entry.path)) for entry in library.entries)
    terms = tuple(one._replace(path=_on_desk(one.path)) for one in library.written)
    return Desk(library.vocabulary.of_files, library.collection, library.gazetteer, others, terms)


def _on_desk(path: str) -> str:
    return "/".join(("content", *PurePosixPath(path).parts[-2:]))


def _bare(entry: Entry, path: str) -> Reading:
    """A page with its names, parts and steps, without what it tells."""
    told = {name: value for name, value in _UNTOLD.items() if hasattr(entry.front, name)}
    front = entry.front.model_copy(update=told)
    steps = tuple(msgspec.structs.replace(step, summary="", when="", lasting="", actors=()) for step in entry.steps)
    known = {"front": front, "path": path, "steps": steps}
    return Reading(
        Draft(path, entry.slug, entry.kind, entry.front.title),
        replace(entry, **known, text="", links=(), metrics=(), tags=()),  # type: ignore[arg-type]
        _NO_BODY,
    )
