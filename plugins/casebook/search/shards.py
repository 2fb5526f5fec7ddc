"""The index of all documents, split by term into small files: a query needs only the files of its terms.

A file maps each of its terms to `[[field, documents, counts, lengths], ...]`: the number of the field; the numbers of
the documents that have the term there, each less the one before it; how often it stands there; how many terms that
field of the document has. How many the bodies have is told once for all, so a posting of the body, the last field, ends
with its counts. From these the browser computes the weights of lunr, and joins the terms of a query to a lunr index,
which ranks as one of the whole would.
"""

import math
from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from casebook.builds import Marked, deltas, json_text, marked
from casebook.search.english import english_terms
from casebook.search.postings import Postings, inverted
from casebook.search.records import SearchDocument
from casebook.search.terms import terms

# field -> how much more it weighs than the body, which is the last
BOOSTS = {"title": 10, "names": 5, "labels": 3, "head": 3, "summary": 3, "steps": 3, "english": 3, "body": 1}
SHARD = 6_000  # characters of a file: some 2 KB compressed
LATIN = 1_500  # of a file of terms of ASCII: of a word in English each pair of letters is asked for


# field, documents as deltas, counts; lengths of the field but for the body
Posting = tuple[int, list[int], list[int], list[int]] | tuple[int, list[int], list[int]]


Fields: TypeAlias = tuple[str, ...]  # a text for each field


class Shards(NamedTuple):
    """The index: its files by number, how many terms each field of each document has, how long all entries are.

    `counts`: how many files there are, and how many more for terms of ASCII, which come after them; `sizes` are the
    characters of their entries.
    """

    files: list[Marked]
    counts: tuple[int, int]
    sizes: tuple[int, int]
    lengths: list["array[int]"]

    @property
    def means(self) -> list[float]:
        """The mean length of each field."""
        return [sum(of_field) / max(1, len(of_field)) for of_field in self.lengths]

    @property
    def bodies(self) -> list[int]:
        """The lengths of all bodies up to the last that is not empty."""
        bodies = list(self.lengths[-1])
        while bodies and not bodies[-1]:
            bodies.pop()
        return bodies


def numbered(documents: Iterable[SearchDocument]) -> list[SearchDocument]:
    """The documents in the order of their numbers: kind by kind, else as they come.

    What a page says changes no number, so of an index of which few pages have changed most files stay.
    """
    found = list(documents)
    kinds = {kind: place for place, kind in enumerate(dict.fromkeys((one.kind, one.weight) for one in found))}
    return sorted(found, key=lambda one: kinds[one.kind, one.weight])


def shards(documents: Iterable[SearchDocument]) -> Shards:
    """The index of documents in the order of their numbers."""
    lengths, found = inverted((cut(searched(one)) for one in documents), len(BOOSTS))
    entries = [(term, entry(term, [posting(one, lengths) for one in postings])) for term, postings in found]
    latin = sum(len(text) for term, text in entries if term.isascii())
    sizes = (sum(len(text) for _, text in entries) - latin, latin)
    counts = counts_of(sizes)
    files: list[list[str]] = [[] for _ in range(sum(counts))]
    for term, text in entries:
        files[file_of(term, counts)].append(text)
    return Shards([file(number, texts) for number, texts in enumerate(files)], counts, sizes, lengths)


def counts_of(sizes: tuple[int, int]) -> tuple[int, int]:
    """How many files there are for entries of so many characters.

    Only every thirty-second part more makes it more: all terms are in other files then.
    """
    others, latin = (math.ceil(size / most) for size, most in zip(sizes, (SHARD, LATIN), strict=True))
    return _rounded(others), _rounded(latin)


def _rounded(count: int) -> int:
    step = 1 << max(0, count.bit_length() - 6)
    return max(1, -(-count // step) * step)


def file(number: int, entries: Iterable[str]) -> Marked:
    """The file of a number, with entries in the order of their terms."""
    return marked(f"terms/{number}", "{" + ",".join(entries) + "}")


def searched(document: SearchDocument) -> Fields:
    """The searched text of a document."""
    return tuple(getattr(document, field) for field in BOOSTS)


def cut(fields: Fields) -> list[list[str]]:
    """The terms of each field: of English whole words, of all others pairs of characters."""
    named = zip(BOOSTS, fields, strict=True)
    return [english_terms(text) if field == "english" else terms(text) for field, text in named]


def field_terms(document: SearchDocument, field: str) -> list[str]:
    """The terms of a field of a document."""
    return cut(searched(document))[list(BOOSTS).index(field)]


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


def entry(term: str, postings: Sequence[Posting]) -> str:
    """The entry of a term in its file."""
    return f"{json_text(term)}:{json_text(postings)}"


def posting(one: Postings, lengths: Sequence["array[int]"]) -> Posting:
    """The postings of a term in a field, as a file has them; `lengths` are those of all fields."""
    if one.field == len(lengths) - 1:
        return one.field, deltas(one.documents), one.counts
    return one.field, deltas(one.documents), one.counts, list(map(lengths[one.field].__getitem__, one.documents))
