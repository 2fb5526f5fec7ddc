"""Leaves out of a draft what `check` would refuse: that is asked of its author instead.

The draft is read as any file is, with any term in the place of what it asks, so that nothing is refused later either.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from casebook.drafting.found import Found, FoundPlace, FoundSource, FoundTerm, Said
from casebook.drafting.front import ordered
from casebook.library import Library
from casebook.model.problems import errors
from casebook.reading.basis import Basis
from casebook.reading.entries import File, read_entries

_ROUNDS = 5  # what is left out may uncover something else
_FIELD = re.compile(r"(?P<key>[a-z_]+)(?:\[(?P<at>\d+)\])?")
_NUMBERS = "数字"  # the field of what is said of numbers that cannot be read
_NUMBER = re.compile("“([^”]+)”")
_NOTHING = Said(text="", paragraph=1, start=0, end=0)
_PATH = "content/cases/{}.md"


def settled(found: Found, library: Library, written: Callable[[Found], str]) -> Found:
    """`found` without what makes errors in the file that `written` makes of it."""
    basis = Basis(library.vocabulary, library.gazetteer, library.collection.sections)
    for _ in range(_ROUNDS):
        file = File(_PATH.format(found.slug), written(_filled(found, library)).encode(), "case")
        read = read_entries([file], basis)
        problems = (*read.readings[0].problems, *read.problems)
        unread = _NUMBER.findall("".join(one.found for one in problems if one.field == _NUMBERS))
        less = _without(found, [one.field for one in errors(problems)], unread)
        if less == found:
            break
        found = less
    return found


def _filled(found: Found, library: Library) -> Found:
    """`found` with the first term of each facet that a case must have and that nothing was found of."""
    vocabulary = library.vocabulary
    terms = [
        FoundTerm(facet=facet, id=term.id, zh=term.zh, words="", said=_NOTHING)
        for facet in ("themes", "forms", "actors")
        for term in vocabulary.terms(facet)[:1]
        if not found.of(facet)
    ]
    places = [
        FoundPlace(name=term.id, level="community", above=(), is_main=True, is_sure=True, said=_NOTHING)
        for term in vocabulary.terms("places")[:1]
        if not any(place.is_main for place in found.places)
    ]
    return found.but(terms=(*found.terms, *terms), places=(*found.places, *places))


def _without(found: Found, fields: Sequence[str], unread: Sequence[str]) -> Found:
    """`found` without what stands in these fields of its front matter, and without numbers that cannot be read."""
    places: Mapping[str, set[int]] = {key: set() for key in ("metrics", "places", "organisations")}
    for match in filter(None, map(_FIELD.match, fields)):
        if match["key"] in places and match["at"]:
            places[match["key"]].add(int(match["at"]))
        elif match["key"] == "period":
            found = found.but(period="")
        elif match["key"] == "sources":
            found = found.but(source=FoundSource(is_memory=found.source.is_memory))
    figures, main = ordered(found.figures), [place for place in found.places if place.is_main]
    left = [one for at, one in enumerate(figures) if at in places["metrics"] or any(n in one.words for n in unread)]
    unknown = [one for at, one in enumerate(main) if at in places["places"]]
    return found.but(
        figures=tuple(one for one in found.figures if one not in left),
        left=(*found.left, *left),
        places=tuple(one.but(is_main=one.is_main and one not in unknown) for one in found.places),
        bodies=tuple(one for at, one in enumerate(found.bodies) if at not in places["organisations"]),
    )
