"""Names for which there is no room in the data of variants, in small files by how two letters in turn of them sound.

Whoever types a name, or what sounds like it, types such a pair of it: so a query asks for the files of its pairs
(`theme/static/js/query/keys.js`), and has the names that it may mean. Accents (s for sh, n for ng) count for nothing
here. Pinyin may be initials, so a name also stands with the first two of its own. docs/decisions/0040 says what that
misses.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise

from casebook.alike import fold
from casebook.builds import json_text
from casebook.search.readings import Readings
from casebook.search.shards import shard_of
from casebook.search.terms import runs

FIRST = 10_000  # characters of names in the data of variants: those of some hundred cases
NAMES = 2_000  # characters of a file: some 0.7 KB compressed
MOST = 60  # names of a pair: what more have, tells nothing; the shortest, since the others have other pairs
INITIALS = "^"
Group = list[str]  # the preferred name, then the others
_ACCENTS = ((re.compile("^([zcs])h"), r"\1"), (re.compile("ng$"), "n"), (re.compile("^l"), "n"))


def first_and_others(groups: Sequence[Group]) -> tuple[list[Group], list[Group]]:
    """The groups that have room in the data of variants, and the rest."""
    lengths = accumulate(len(json_text(group)) for group in groups)
    room = sum(length <= FIRST for length in lengths)
    return list(groups[:room]), list(groups[room:])


def name_files(groups: Sequence[Group], readings: Readings) -> list[dict[str, list[Group]]]:
    """Key -> groups, in as many files as keep each small; none for no groups."""
    found: dict[str, dict[str, tuple[int, Group]]] = defaultdict(dict)
    for group in groups:
        for name in sorted(group, key=len, reverse=True):
            for key in keys(name, readings):
                found[key][group[0]] = (len(name), group)
    told = {key: [group for _, group in sorted(of.values())[:MOST]] for key, of in sorted(found.items())}
    files: list[dict[str, list[Group]]] = [{} for _ in range(-(-len(json_text(told)) // NAMES) if told else 0)]
    for key, some in told.items():
        files[shard_of(key, len(files))][key] = some
    return files


def keys(name: str, readings: Readings) -> Iterator[str]:
    """What a name stands for in the files, some of it twice."""
    for sounds in readings.of(name):
        letters = [letter for sound in sounds for letter in _letters(sound)]
        yield from (f"{one} {other}" for one, other in pairwise(map(plain, letters)))
        if len(letters) > 1:
            yield INITIALS + letters[0][0] + letters[1][0]


@cache
def _letters(sound: str) -> tuple[str, ...]:
    return tuple(runs(fold(sound)))


@cache
def plain(sound: str) -> str:
    """A sound without what accents change."""
    for accent, instead in _ACCENTS:
        sound = accent.sub(instead, sound)
    return sound
