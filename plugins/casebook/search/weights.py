"""What each term weighs in each document, as lunr computes it, in a fraction of the time and memory.

lunr.py keeps a dictionary for every posting and a vector for every field of every document, and inserts into the
vectors one by one. Here a posting is one number in the array of its term until all are counted.
"""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_K1, _B = 1.2, 0.75  # as in lunr
_COUNT = 20  # bits of a posting that say how often its term stands there; the number of the document is above them


class Weights(NamedTuple):
    """One term in one field: the numbers of the documents that have it, rising, and what it weighs in each."""

    field: int
    documents: list[int]
    weights: list[float]


def weighted(
    documents: Iterable[tuple[Sequence[list[str]], int]], boosts: Sequence[int]
) -> Iterator[tuple[str, list[Weights]]]:
    """Every term with its weights by field, terms in the order of their code points.

    `documents` are the terms of each field and the boost of the document; their numbers count from 0.
    """
    postings: list[dict[str, array[int]]] = [{} for _ in boosts]
    lengths: list[array[int]] = [array("L") for _ in boosts]
    document_boosts = array("L")
    for number, (fields, boost) in enumerate(documents):
        document_boosts.append(boost)
        for of_field, length, terms in zip(postings, lengths, fields, strict=True):
            length.append(len(terms))
            _post(of_field, number, terms)
    norms = [_norms(of_field) for of_field in lengths]
    for term in sorted(set().union(*postings)):
        found = [(field, of_field.pop(term, None)) for field, of_field in enumerate(postings)]
        there = [(field, posted) for field, posted in found if posted]
        idf = _idf(sum(len(posted) for _, posted in there), len(document_boosts))
        yield term, [_weights(f, posted, idf, norms[f], boosts[f], document_boosts) for f, posted in there]


def _post(postings: dict[str, "array[int]"], number: int, terms: list[str]) -> None:
    place = number << _COUNT
    for term, count in Counter(terms).items():
        if term in postings:
            postings[term].append(place | count)
        else:
            postings[term] = array("Q", (place | count,))


def _norms(lengths: Sequence[int]) -> list[float]:
    """What the length of a field takes from the weight of a term, for every document."""
    average = sum(lengths) / len(lengths)
    return [_K1 * (1 - _B + _B * (length / average)) if average else 0.0 for length in lengths]


def _idf(postings: int, documents: int) -> float:
    """How telling a term is; lunr counts its fields, not its documents."""
    return math.log(1 + abs((documents - postings + 0.5) / (postings + 0.5)))


def _weights(
    field: int, posted: Sequence[int], idf: float, norms: Sequence[float], boost: int, document_boosts: Sequence[int]
) -> Weights:
    numbers = [posting >> _COUNT for posting in posted]
    counts = [posting & (1 << _COUNT) - 1 for posting in posted]
    weights = [
        round(idf * ((_K1 + 1) * count) / (norms[number] + count) * boost * document_boosts[number], 3)
        for number, count in zip(numbers, counts, strict=True)
    ]
    return Weights(field, numbers, weights)
