"""Finds the terms of the vocabulary in a plain text."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from casebook.extract.automata import automaton
from casebook.extract.organisations import OrganisationMention
from casebook.extract.places import PlaceMention
from casebook.facets import BY_ID, taking_part
from casebook.model.records import Tag
from casebook.model.terms import Place
from casebook.model.values import Level
from casebook.spans import Spanned
from casebook.vocabulary import Vocabulary

_HEADING, _STOP = 40, re.compile("[。;；]")  # characters of a title or heading, and those that it has none of
_SHORTEST = 2  # a name of one character (村, 会) is part of too many words


class _Span(NamedTuple):
    start: int
    end: int


Mentions = Mapping[tuple[str, str], Sequence[_Span]]  # (facet, id) -> where a text has the term


def tags_of(
    text: str, places: Sequence[PlaceMention], named: Sequence[OrganisationMention], names: "TermNames"
) -> tuple[Tag, ...]:
    """A tag for each term, place and organisation at its first mention, in the order of the text.

    A place or organisation (of `places`, `named`) that the vocabulary does not have becomes a tag without a term.
    """
    terms = names.mentions(text, longer(places, named))
    taken = sorted(
        (one.start, one.end) for (facet, _), spans in terms.items() if facet == "organisations" for one in spans
    )
    tagged = _Tagged(text)
    every = (
        *(tagged(facet, term, spans) for (facet, term), spans in terms.items()),
        *_places(places, tagged),
        *_organisations(named, taken, tagged),
    )
    return tuple(sorted(every, key=_by_place))


def tags_of_terms(text: str, terms: Mentions, facet: str) -> tuple[Tag, ...]:
    """A tag for each term of a facet at its first mention, in the order of the text."""
    found = [(term, spans) for (other, term), spans in terms.items() if other == facet]
    if not found:
        return ()
    tagged = _Tagged(text)
    return tuple(sorted([tagged(facet, term, spans) for term, spans in found], key=_by_place))


def longer(places: Sequence[PlaceMention], named: Sequence[OrganisationMention]) -> list[tuple[int, int]]:
    """The spans of names that keep what stands within them from being a mention of its own."""
    return _outermost([*((one.start, one.end) for one in places), *((one.start, one.end) for one in named)])


def _by_place(tag: Tag) -> tuple[int, int]:
    return tag.start, tag.end


def _places(mentions: Iterable[PlaceMention], tagged: "_Tagged") -> Iterator[Tag]:
    """The tags of places, each once: two names of one division are one place."""
    found: dict[object, list[PlaceMention]] = defaultdict(list)
    for place in mentions:
        found[place.key].append(place)
    for first, *more in found.values():
        yield tagged("places", first.term, [first, *more], level=first.level)


def _organisations(
    mentions: Iterable[OrganisationMention], taken: Sequence[tuple[int, int]], tagged: "_Tagged"
) -> Iterator[Tag]:
    """The tags of organisations, each once, without the mentions in `taken`, which are terms of the vocabulary."""
    found: dict[str, list[OrganisationMention]] = defaultdict(list)
    known = {tagged.text[start:end] for start, end in taken}
    ends = [end for _, end in taken]
    for one in mentions:
        at = bisect_right(ends, one.start)
        is_taken = at < len(taken) and taken[at][0] < one.end
        if one.name not in known and not is_taken:
            found[one.name].append(one)
    for several in found.values():
        role = next((one.role for one in several if one.role), "")
        yield tagged("organisations", "", several, role=role, kind=several[0].kind)


class _Tagged:
    """Makes the tags of one text, and weighs mentions in titles and headings (short lines without a full stop)."""

    def __init__(self, text: str) -> None:
        self.text = text
        lines = text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in lines[:-1])]
        self._is_heading = [len(line) < _HEADING and not _STOP.search(line) for line in lines]

    def __call__(
        self,
        facet: str,
        term: str,
        mentions: Sequence[Spanned],
        level: Level | Literal[""] = "",
        role: str = "",
        kind: str = "",
    ) -> Tag:
        start, end = mentions[0].start, mentions[0].end
        weight = sum(1 + self._is_heading[bisect_right(self._starts, one.start) - 1] for one in mentions)
        name = self.text[start:end]
        return Tag(
            facet=facet,
            term=term,
            declared=False,
            name=name,
            start=start,
            end=end,
            weight=weight,
            level=level,
            kind=kind,
            role=role,
        )


def _outermost(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, without those inside another."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or end > found[-1][1]:
            found.append((start, end))
    return found


class TermNames:
    """Finds the names and signs of all terms except places."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        terms: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for facet in (one.id for one in taking_part("text") if one.model is not Place):  # read with what they lie in
            for term in vocabulary.terms(facet):
                for name in dict.fromkeys((*term.names, *term.signs)):
                    if len(name) >= _SHORTEST:
                        terms[name].append((facet, term.id))
        self._terms, self._finder = [*map(tuple, terms.values())], automaton(list(terms))

    def mentions(self, text: str, longer: Sequence[tuple[int, int]]) -> Mentions:
        """(facet, id) -> mentions.

        Of overlapping names the first wins, then the longest: 九江镇街坊会 is no mention of 街坊会 if both are names.
        An actor or form inside one of the `longer` names is no mention either: 街道 in 石油路街道.
        """
        found: dict[tuple[str, str], list[_Span]] = defaultdict(list)
        starts = [start for start, _ in longer]
        for place, start, end in self._finder.find_matches_as_indexes(text):
            if not is_whole(text, start, end):
                continue
            at = bisect_right(starts, start) - 1
            is_part = at >= 0 and end <= longer[at][1] and (start, end) != longer[at]
            for facet, term in self._terms[place]:
                if not (is_part and BY_ID[facet].is_kind):
                    found[facet, term].append(_Span(start, end))
        return found


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a name is a whole word: AI is not part of MAIN. Chinese words have no such boundaries."""
    first, last = text[start], text[end - 1]
    return not (_latin(first) and _latin(text[start - 1 : start])) and not (
        _latin(last) and _latin(text[end : end + 1])
    )


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
