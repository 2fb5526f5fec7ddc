"""The index of all documents, cut by term into small files: a query needs only the files of its own terms.

A file maps each of its terms to `[[field, documents, weights], ...]`: the number of the field, the numbers of the
documents that have the term there, each less the one before it, and its weight in each in thousandths. The browser
joins the terms of a query to a lunr index, which ranks as one of the whole would.
"""

import json
import math
from collections.abc import Iterable, Iterator
from itertools import pairwise

from casebook.search.documents import Document
from casebook.search.terms import terms
from casebook.search.weights import Weights, weighted

# field -> how much more it weighs than the body
BOOSTS = {"title": 10, "names": 5, "summary": 3, "body": 1}
SHARD = 12_000  # characters of a file: some 6 KB compressed


def shards(documents: Iterable[Document]) -> list[str]:
    """The files by their number, each a JSON object."""
    found = (([terms(getattr(one, field)) for field in BOOSTS], one.weight) for one in documents)
    entries = [(term, _entry(term, weights)) for term, weights in weighted(found, list(BOOSTS.values()))]
    count = max(1, math.ceil(sum(len(entry) for _, entry in entries) / SHARD))
    files: list[list[str]] = [[] for _ in range(count)]
    for term, entry in entries:
        files[shard_of(term, count)].append(entry)
    return ["{" + ",".join(file) + "}" for file in files]


def shard_of(term: str, count: int) -> int:
    """The number of the file, of `count`, that has a term: FNV-1a over its UTF-16 code units, those of JavaScript."""
    value = 0x811C9DC5
    for unit in memoryview(term.encode("utf-16-le")).cast("H"):
        value = (value ^ unit) * 0x01000193 & 0xFFFFFFFF
    return value % count


def _entry(term: str, weights: list[Weights]) -> str:
    fields = (
        f"[{one.field},[{_joined(_deltas(one.documents))}],[{_joined(_thousandths(one.weights))}]]" for one in weights
    )
    return f"{json.dumps(term, ensure_ascii=False)}:[{','.join(fields)}]"


def _deltas(numbers: list[int]) -> Iterator[int]:
    yield numbers[0]
    yield from (after - before for before, after in pairwise(numbers))


def _thousandths(weights: list[float]) -> Iterator[int]:
    return (round(weight * 1000) for weight in weights)


def _joined(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))
