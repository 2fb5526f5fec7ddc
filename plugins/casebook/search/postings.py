"""The postings: which documents have each term, in which field, and how often, as lunr's weights need them.

lunr.py keeps a dictionary for every posting and a vector for every field of every document, and inserts into the
vectors one by one. Here a posting is one number in the array of its term until all are counted, and the browser
computes the weights of the terms it asks for (`theme/static/js/index/weights.js`).
"""

from array import array
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from casebook.library.grouping import grouped

_COUNT = 20  # bits of a posting that say how often its term stands there; the number of the document is above them


class Postings(NamedTuple):
    """The postings of one term in one field: the numbers of its documents, rising, and the count in each."""

    field: int
    documents: list[int]
    counts: list[int]


class Inverted(NamedTuple):
    """`lengths[field][document]` in terms, and the postings of each term by field, terms by their code points."""

    lengths: list["array[int]"]
    terms: Iterator[tuple[str, list[Postings]]]


def inverted(documents: Iterable[Sequence[list[str]]], fields: int) -> Inverted:
    """The postings of `documents`, each given as the terms of its `fields` fields; their numbers count from 0."""
    found: list[dict[str, array[int]]] = [defaultdict(partial(array, "Q")) for _ in range(fields)]
    lengths = [array("L") for _ in range(fields)]
    for number, document in enumerate(documents):
        for of_field, length, terms in zip(found, lengths, document, strict=True):
            length.append(len(terms))
            _post(of_field, number, terms)
    return Inverted(lengths, _by_term(found))


def _post(found: dict[str, "array[int]"], number: int, terms: list[str]) -> None:
    place, counts = number << _COUNT, Counter(terms)
    posted = map(array.append, map(found.__getitem__, counts), map(place.__or__, counts.values()))
    deque(posted, maxlen=0)  # runs it: a loop takes twice as long for the thousand terms of a page


def _by_term(found: list[dict[str, "array[int]"]]) -> Iterator[tuple[str, list[Postings]]]:
    there = grouped(
        (term, (field, posted)) for field, of_field in enumerate(found) for term, posted in of_field.items()
    )
    for of_field in found:
        of_field.clear()  # so that what is told is freed
    for term in sorted(there):
        yield term, [_postings(field, posted) for field, posted in there.pop(term)]


def _postings(field: int, posted: Sequence[int]) -> Postings:
    mask = (1 << _COUNT) - 1
    return Postings(field, [one >> _COUNT for one in posted], [one & mask for one in posted])
