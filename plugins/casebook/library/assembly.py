"""Assembles a Library of all files, with the Problems that concern several of them."""

import datetime
from collections.abc import Mapping, Sequence
from typing import TypeVar

from casebook.collection import Collection
from casebook.gazetteer import NO_DIVISIONS, Gazetteer
from casebook.library import checks
from casebook.library.common import common_names
from casebook.library.future import future
from casebook.library.library import Library
from casebook.library.packs import pack_problems
from casebook.model.history import History
from casebook.model.problems import Problem
from casebook.model.records import Case, Entry, Method, Page
from casebook.packing import Unpacking
from casebook.reading.dated import Editions
from casebook.reading.entries import Reading
from casebook.reading.written import Written
from casebook.vocabulary import Vocabulary

E = TypeVar("E", bound=Entry)


def assemble(
    readings: Sequence[Reading],
    vocabulary: Vocabulary,
    gazetteer: Gazetteer = NO_DIVISIONS,
    collection: Collection | None = None,
    today: datetime.date = datetime.date.max,
    history: History | None = None,
    written: Sequence[Written] = (),
    dated: Editions | None = None,
    sources: Mapping[str, bytes] | None = None,
) -> tuple[Library, tuple[Problem, ...]]:
    """The Library of all files that could be read, drafts too, and the Problems that concern several files.

    No date may lie after `today`.
    """

    def of(model: type[E]) -> dict[str, E]:
        return {r.draft.slug: r.entry for r in readings if isinstance(r.entry, model)}

    library = Library(
        vocabulary=vocabulary,
        cases=of(Case),
        methods=of(Method),
        pages=of(Page),
        bodies=Unpacking({r.draft.slug: r.packed for r in readings if r.packed}),
        prose={r.draft.slug: r.prose for r in readings if r.packed},
        gazetteer=gazetteer,
        collection=collection or Collection(),
        history=history or History(),
        written=tuple(written),
        dated=dated or {},
        sources=sources or {},
    )
    with_evidence = library.collection.site.evidence
    between = checks.problems(readings, vocabulary, with_evidence=with_evidence)
    packs = pack_problems(library.collection.packs, readings, vocabulary)
    return library, (*between, *packs, *future(readings, vocabulary, today), *common_names(library, readings))
