"""What a proposal changes: pages, terms and addresses that came, changed and went, from two states of a collection."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from casebook.facets import MODELS
from casebook.files import Site
from casebook.library import Library
from casebook.lock import addresses
from casebook.model.problems import Problem
from casebook.model.records import Entry
from casebook.model.terms import Place, Term
from casebook.reading.dated import FOLDER as EDITIONS

_Key = tuple[str, str, str]


@dataclass(frozen=True)
class NewTerm:
    """A term that came: its facet, and for a place those above it, the smallest first."""

    facet: str
    term: Term
    above: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """What is otherwise in `site` than before.

    `came` and `changed` are its pages, `went` the titles of those that are no more, `unread` the files that differ and
    could not be read. `problems` are those of files that differ, and those elsewhere that are new.
    """

    site: Site
    came: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    went: tuple[str, ...]
    unread: tuple[str, ...]
    terms: tuple[NewTerm, ...]
    new_addresses: tuple[str, ...]
    lost_addresses: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def library(self) -> Library:
        """All that is proposed, and all that stays."""
        return self.site.library


def proposal(before: Site, now: Site, files: Collection[str]) -> Proposal:
    """The Proposal that leads from `before` to `now`; `files` are the paths of those that differ, below the content."""
    was, became = _entries(before.library), _entries(now.library)
    touched = {PurePosixPath(path) for path in files}
    old = {_key(problem) for problem in before.problems}
    then, there = (addresses(site.library.published) for site in (before, now))
    return Proposal(
        site=now,
        came=tuple(entry for slug, entry in became.items() if slug not in was),
        changed=tuple(entry for slug, entry in became.items() if slug in was and not _is_same(entry, was[slug])),
        went=tuple(entry.front.title for slug, entry in was.items() if slug not in became),
        unread=tuple(path for path in sorted(files) if _is_text(path) and not _is_read(path, became, now)),
        terms=tuple(_new_terms(before.library, now.library)),
        new_addresses=tuple(sorted(there - then)),
        lost_addresses=tuple(sorted(then - there)),
        problems=tuple(one for one in now.problems if _is_of(one, touched) or _key(one) not in old),
    )


def _entries(library: Library) -> Mapping[str, Entry]:
    return {**library.cases, **library.methods, **library.pages}


def _is_same(one: Entry, other: Entry) -> bool:
    return one.text == other.text and one.front == other.front


def _is_text(path: str) -> bool:
    """Whether a file is one of those that are pages; the text of a dated edition is none."""
    return path.endswith(".md") and PurePosixPath(path).parts[0] != EDITIONS


def _is_read(path: str, became: Mapping[str, Entry], now: Site) -> bool:
    """Whether a file is a page now, or is no more: of one that cannot be read there are Problems alone."""
    slug = PurePosixPath(path).stem
    return slug in became or not any(PurePosixPath(problem.path).stem == slug for problem in now.errors)


def _is_of(problem: Problem, touched: set[PurePosixPath]) -> bool:
    """Whether a Problem is of a file that differs: paths of Problems begin with that of the content folder."""
    path = PurePosixPath(problem.path)
    return any(path.parts[-len(one.parts) :] == one.parts for one in touched)


def _key(problem: Problem) -> _Key:
    """What a Problem is by, wherever its file stands; lines move when something comes above."""
    return PurePosixPath(problem.path).name, problem.field, problem.found


def _new_terms(before: Library, now: Library) -> Iterator[NewTerm]:
    for facet in MODELS:
        for term in now.vocabulary.terms(facet):
            if not before.vocabulary.has(facet, term.id):
                above = now.vocabulary.lineage(term.id)[1:] if isinstance(term, Place) else ()
                yield NewTerm(facet, term, above)
