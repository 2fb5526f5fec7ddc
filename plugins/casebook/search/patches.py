"""The index of a site of which few pages have changed, made of the index that it had before.

Terms that no changed page has, or has as it had them, are told of as before. What comes out is what `shards` would
make.
"""

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from casebook.builds import Marked, deltas
from casebook.search.shards import BOOSTS, Fields, Posting, Shards, counts_of, cut, entry, file, file_of

_BODY = len(BOOSTS) - 1
_Stands: TypeAlias = dict[int, tuple[int, int]]  # field -> how often a term stands there, and the length of the field
_Edits: TypeAlias = dict[str, dict[int, _Stands]]  # term -> document -> where it stands there now


class Change(NamedTuple):
    """A document that has changed: its number, and its fields before and now."""

    number: int
    before: Fields
    now: Fields


def patched(last: Shards, changes: Sequence[Change], text_of: Callable[[int], str]) -> Shards | None:
    """The index with changed documents; None where terms are to be in other files.

    `text_of` gives the text of a file of the last index by its number.
    """
    lengths, edits = [array("L", of_field) for of_field in last.lengths], _edits(changes)
    for change in changes:
        for field, terms in enumerate(cut(change.now)):
            lengths[field][change.number] = len(terms)
    files, sizes = list(last.files), list(last.sizes)
    for number, of_file in _by_file(edits, last.counts).items():
        is_latin = number >= last.counts[0]
        files[number], more = _edited(number, text_of(number), of_file)
        sizes[is_latin] += more
    counts = counts_of((sizes[0], sizes[1]))
    return Shards(files, counts, (sizes[0], sizes[1]), lengths) if counts == last.counts else None


def _edits(changes: Sequence[Change]) -> _Edits:
    found: _Edits = defaultdict(dict)
    for number, before, now in changes:
        old, new = _stands(before), _stands(now)
        for term in old.keys() | new.keys():
            if old.get(term) != new.get(term):
                found[term][number] = new.get(term, {})
    return found


def _stands(fields: Fields) -> dict[str, _Stands]:
    found: dict[str, _Stands] = defaultdict(dict)
    for field, terms in enumerate(cut(fields)):
        length = 0 if field == _BODY else len(terms)  # that of a body stands elsewhere
        for term, count in Counter(terms).items():
            found[term][field] = (count, length)
    return found


def _by_file(edits: _Edits, counts: tuple[int, int]) -> Mapping[int, _Edits]:
    found: dict[int, _Edits] = defaultdict(dict)
    for term, edit in edits.items():
        found[file_of(term, counts)][term] = edit
    return found


def _edited(number: int, text: str, edits: _Edits) -> tuple[Marked, int]:
    """A file with edited terms, and how many characters its entries are longer than before."""
    told: dict[str, Sequence[Posting]] = json.loads(text)[1]
    before = sum(len(entry(term, told[term])) for term in edits if term in told)
    for term, edit in edits.items():
        told[term] = list(_merged(told.get(term, ()), edit))
    now = {term: entry(term, told[term]) for term in sorted(told) if told[term]}
    return file(number, now.values()), sum(len(now.get(term, "")) for term in edits) - before


def _merged(postings: Sequence[Posting], edit: dict[int, _Stands]) -> Iterator[Posting]:
    """The postings of a term, with those of some documents as they are now."""
    stands: dict[int, dict[int, tuple[int, int]]] = {field: {} for field in range(len(BOOSTS))}
    for field, steps, counts, *lengths in postings:
        of_field = zip(accumulate(steps), counts, *lengths or (counts,), strict=True)
        stands[field] = {number: (count, length) for number, count, length in of_field if number not in edit}
    for number, found in edit.items():
        for field, here in found.items():
            stands[field][number] = here
    for field, found_in in stands.items():
        numbers = sorted(found_in)
        counts, its_lengths = ([found_in[number][at] for number in numbers] for at in range(2))
        if numbers:
            yield (field, deltas(numbers), counts, *(() if field == _BODY else (its_lengths,)))
