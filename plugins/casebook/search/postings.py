"""The postings: which documents have each term, in which field, and how often, as lunr's weights need them.

lunr.py keeps a dictionary for every posting and a vector for every field of every document, and inserts into the
vectors one by one. Here the number of a document is added to a list for each term of it, and what stands there several
times is counted in the end; the browser computes the weights of the terms it asks for
(`theme/static/js/index/weights.js`).
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


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
    found: list[dict[str, list[int]]] = [defaultdict(list) for _ in range(fields)]
    lengths = [array("L") for _ in range(fields)]
    for number, document in enumerate(documents):
        for of_field, length, terms in zip(found, lengths, document, strict=True):
            length.append(len(terms))
            for numbers in map(of_field.__getitem__, terms):
                numbers.append(number)
    return Inverted(lengths, _by_term(found))


def _by_term(found: list[dict[str, list[int]]]) -> Iterator[tuple[str, list[Postings]]]:
    """What is told is freed."""
    for term in sorted(set[str]().union(*found)):
        there = ((field, of_field.pop(term)) for field, of_field in enumerate(found) if term in of_field)
        yield term, [_postings(field, numbers) for field, numbers in there]


def _postings(field: int, numbers: list[int]) -> Postings:
    counts = Counter(numbers)
    return Postings(field, list(counts), list(counts.values()))
