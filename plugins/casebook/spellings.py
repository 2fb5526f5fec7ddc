"""The known name that is most like a written one, found without a look at every name.

An index leads from each character and pair of characters to names. Names that share the rarest of these are compared;
so a question costs the same among a hundred names and among ten thousand.
"""

import difflib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from heapq import nsmallest
from itertools import pairwise

_LIKE = 0.5  # of the characters of two names, those that must agree
_LONGEST = 60  # characters of a name that count
_LISTED = 200  # names of one character or pair that are looked at
_COMPARED = 20  # names that are compared in full


class Spellings:
    """Known names, of which one can be asked for the nearest."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)

    @cached_property
    def _by_part(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._names):
            for part in _parts(name):
                if len(found[part]) < _LISTED:
                    found[part].append(name)
        return found

    def nearest(self, name: str, besides: Collection[str] = ()) -> str | None:
        """The name most like `name`: about half of the characters agree, or one name holds the other; else None.

        The names in `besides` are passed over.
        """
        candidates = sorted(self._candidates(name, besides))
        close = difflib.get_close_matches(name[:_LONGEST], candidates, n=1, cutoff=_LIKE)
        held = (other for other in candidates if min(len(name), len(other)) > 1 and (name in other or other in name))
        return next(iter((*close, *held)), None)

    def several(self, name: str) -> list[str]:
        """The names that share the most with `name`, in order."""
        return sorted(self._candidates(name, ()))

    def _candidates(self, name: str, besides: Collection[str]) -> list[str]:
        """The names that share the most with `name`; what few names have counts more than what many have."""
        shared: dict[str, float] = defaultdict(float)
        for part in _parts(name):
            here = self._by_part.get(part, ())
            for other in here:
                if other not in besides:
                    shared[other] += 1 / len(here)
        return nsmallest(_COMPARED, shared, key=lambda other: (-shared[other], other))


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The one of `known` most like `name`, for a question that is asked once."""
    return Spellings(known).nearest(name)


def _parts(name: str) -> Iterable[str]:
    """The characters of a name, and its pairs of characters, each once."""
    counted = name[:_LONGEST]
    return dict.fromkeys((*counted, *map("".join, pairwise(counted))))
