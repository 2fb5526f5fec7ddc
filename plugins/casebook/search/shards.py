"""The index of all documents, split by term into small files: a query needs only the files of its terms.

A file maps each of its terms to `[[field, documents, counts, lengths], ...]`: the number of the field; the numbers of
the documents that have the term there, each less the one before it; how often it stands there; how many terms that
field of the document has. Documents are numbered by the length of their bodies, so those are told once for all, and a
posting of the body, the last field, ends with its counts. From these the browser computes the weights of lunr, and
joins the terms of a query to a lunr index, which ranks as one of the whole would.
"""

import json
import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from casebook.builds import deltas
from casebook.search.english import english_terms
from casebook.search.postings import Postings, inverted
from casebook.search.records import SearchDocument
from casebook.search.terms import length, terms

# field -> how much more it weighs than the body, which is the last
BOOSTS = {"title": 10, "names": 5, "labels": 3, "head": 3, "summary": 3, "steps": 3, "english": 3, "body": 1}
SHARD = 6_000  # characters of a file: some 2 KB compressed
LATIN = 1_500  # of a file of terms of ASCII: of a word in English each pair of letters is asked for


# field, documents as deltas, counts; lengths of the field but for the body
Posting = tuple[int, list[int], list[int], list[int]] | tuple[int, list[int], list[int]]


class Shards(NamedTuple):
    """The files of the index by number (JSON objects), the mean length of each field, the lengths of all bodies.

    `counts`: how many files there are, and how many more for terms of ASCII, which come after them.
    """

    files: list[str]
    counts: tuple[int, int]
    means: list[float]
    bodies: list[int]


def numbered(documents: Iterable[SearchDocument]) -> list[SearchDocument]:
    """The documents in the order of their numbers: kind by kind, the shortest bodies first."""
    found = list(documents)
    kinds = {kind: place for place, kind in enumerate(dict.fromkeys((one.kind, one.weight) for one in found))}
    return sorted(found, key=lambda one: (kinds[one.kind, one.weight], length(one.body)))


def shards(documents: Iterable[SearchDocument]) -> Shards:
    """The index of documents in the order of their numbers."""
    lengths, found = inverted(([field_terms(one, field) for field in BOOSTS] for one in documents), len(BOOSTS))
    entries = [(term, _entry(term, postings, lengths)) for term, postings in found]
    latin = sum(len(entry) for term, entry in entries if term.isascii())
    others = sum(len(entry) for _, entry in entries) - latin
    counts = (max(1, math.ceil(others / SHARD)), max(1, math.ceil(latin / LATIN)))
    files: list[list[str]] = [[] for _ in range(sum(counts))]
    for term, entry in entries:
        files[file_of(term, counts)].append(entry)
    means = [sum(of_field) / max(1, len(of_field)) for of_field in lengths]
    return Shards(["{" + ",".join(file) + "}" for file in files], counts, means, list(lengths[-1]))


def field_terms(document: SearchDocument, field: str) -> list[str]:
    """The terms of a field of a document: of its English whole words, of all others pairs of characters."""
    text = getattr(document, field)
    return english_terms(text) if field == "english" else terms(text)


def file_of(term: str, counts: tuple[int, int]) -> int:
    """The number of the file that has a term, of so many, and so many more for terms of ASCII."""
    others, latin = counts
    return others + shard_of(term, latin) if term.isascii() else shard_of(term, others)


def shard_of(term: str, count: int) -> int:
    """The number of the file (of `count`) for a term: FNV-1a of its UTF-16 code units, which JavaScript has too."""
    value = 0x811C9DC5
    for unit in memoryview(term.encode("utf-16-le")).cast("H"):
        value = (value ^ unit) * 0x01000193 & 0xFFFFFFFF
    return value % count


def _entry(term: str, postings: list[Postings], lengths: Sequence["array[int]"]) -> str:
    fields = (f"[{','.join(_columns(one, lengths))}]" for one in postings)
    return f"{json.dumps(term, ensure_ascii=False)}:[{','.join(fields)}]"


def _columns(one: Postings, lengths: Sequence["array[int]"]) -> Iterator[str]:
    yield str(one.field)
    yield _array(deltas(one.documents))
    yield _array(one.counts)
    if one.field < len(lengths) - 1:
        yield _array([lengths[one.field][number] for number in one.documents])


def _array(numbers: list[int]) -> str:
    return str(numbers).replace(" ", "")
