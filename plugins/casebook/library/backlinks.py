"""Backlinks: which pages lead to a case, method, page, organisation, place or source, and why."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, get_args

from casebook.facets import BY_ID, METHODS
from casebook.library.directory import target_of
from casebook.library.library import Library
from casebook.library.mentions import Target
from casebook.library.series import lasting
from casebook.model.records import Case, Entry, Method
from casebook.once import once

# Why a page leads to another, the strongest reason first:
Reason = Literal[
    "part",  # a case that is part of this one
    "whole",  # the case that this one is part of
    "role",  # a case in which this organisation acts; of: the id of its role
    "source",  # a page that draws on this source; of: how many of its figures have their evidence there
    "place",  # a case that happened here
    "within",  # a case that happened in a place in here; of: the id of that place
    "related",  # a method whose author relates it to this one
    "text",  # a page whose text says it
]
_RANKS: Mapping[Reason, int] = {reason: rank for rank, reason in enumerate(get_args(Reason))}


class Why(NamedTuple):
    """A reason why a page leads to another; `of` is an id or number that belongs to it, or empty."""

    reason: Reason
    of: str = ""


class Backlink(NamedTuple):
    """A page that leads here, with its reasons, the strongest first."""

    entry: Entry
    why: tuple[Why, ...]


def backlinks(library: Library, target: Target) -> tuple[Backlink, ...]:
    """The pages that lead to `target`, each once; those with the strongest reasons come first."""
    return _all(library).get(target, ())


@once
def _all(library: Library) -> Mapping[Target, tuple[Backlink, ...]]:
    found: dict[Target, dict[str, dict[Why, None]]] = defaultdict(lambda: defaultdict(dict))
    entries = {entry.slug: entry for entry in library.entries}
    for entry in entries.values():
        for target, why in _leads(library, entry):
            if target != target_of(entry):
                found[target][entry.slug].setdefault(why)
    return {
        target: tuple(
            sorted(
                (Backlink(entry=entries[slug], why=tuple(sorted(why, key=_rank))) for slug, why in pages.items()),
                key=lambda one: _rank(one.why[0]),
            )
        )
        for target, pages in found.items()
    }


def _rank(why: Why) -> int:
    return _RANKS[why.reason]


def _leads(library: Library, entry: Entry) -> Iterator[tuple[Target, Why]]:
    """Every target that `entry` leads to, with a reason; a target may come several times."""
    yield from _by_text(library, entry)
    yield from _by_evidence(entry)
    if isinstance(entry, Method):
        yield from (((METHODS, slug), Why(reason="related")) for slug in entry.front.related)
    if isinstance(entry, Case):
        yield from _by_front(library, entry)


def _by_text(library: Library, entry: Entry) -> Iterator[tuple[Target, Why]]:
    linked = (library.entry(link.target) for link in entry.links)
    yield from ((target_of(other), Why(reason="text")) for other in linked if other)
    yield from ((mention.target, Why(reason="text")) for mention in library.mentions(entry.slug))
    read = (tag for tag in entry.tags if not tag.declared and tag.term and BY_ID[tag.facet].is_proper)
    yield from (((tag.facet, tag.term), Why(reason="text")) for tag in read)


def _by_evidence(entry: Entry) -> Iterator[tuple[Target, Why]]:
    proven = Counter(metric.evidence.source for metric in lasting(entry.metrics) if metric.evidence)
    named = entry.front.sources if isinstance(entry, Case) else ()
    for source in dict.fromkeys((*named, *proven)):
        yield ("sources", source), Why(reason="source", of=str(proven[source]))


def _by_front(library: Library, case: Case) -> Iterator[tuple[Target, Why]]:
    if case.front.part_of:
        yield ("cases", case.front.part_of), Why(reason="part")
    yield from ((("cases", child.slug), Why(reason="whole")) for child in library.children(case.slug))
    for one in case.front.organisations:
        yield ("organisations", one.organisation), Why(reason="role", of=one.role)
    for place in case.front.places:
        yield ("places", place), Why(reason="place")
        for above in library.vocabulary.lineage(place)[1:]:
            yield ("places", above.id), Why(reason="within", of=place)
