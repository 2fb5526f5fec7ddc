"""What words mean for a search, in small files: of each word of the table that leads somewhere, where near words stand.

A file maps each of its words to `[[near, score, sections], ...]`, best first, `near` empty for the word itself:
`score` of 100, `sections` (a page's number times `PARTS`, and which of its sections) each less the one before it. A
section stands once, with what is best there. A query does not know where its words begin; so a word of Chinese stands
in the file of its first two characters, and all pairs of a query are asked for. What a section is worth:
docs/decisions/0059-asked-by-meaning.md.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from casebook.builds import deltas, json_text
from casebook.search.meanings import STEPS, Meanings, meanings
from casebook.search.records import SearchDocument
from casebook.search.shards import shard_of

SHARD = 1_300  # characters of a file: some 0.7 KB compressed
PARTS = 64  # sections of a page that are told apart; those after them count as the last
MOST = 32  # sections of a word: what more have, tells little
LEAST = 8  # of a similarity, in steps
KINDS = ("case", "method")  # pages that are found by what words mean; the others only list them
RARE = 0.001  # of all words that are written: one with this share counts half

Near: TypeAlias = tuple[str, int, list[int]]
Entry: TypeAlias = list[Near]


class _Standing(NamedTuple):
    """In how many of so many sections each word of the table stands, and in which: those that tell most first."""

    sections: int
    counts: dict[int, int]
    places: dict[int, list[int]]


def meaning_files(documents: Sequence[SearchDocument]) -> list[dict[str, Entry]]:
    """The files by number, for documents in the order of their numbers; none where no word leads anywhere."""
    table = meanings()
    standing = _standing(table, documents)
    found = list(_entries(table, standing))
    size = sum(len(json_text(one)) for one in found)
    files: list[dict[str, Entry]] = [{} for _ in range(-(-size // SHARD))]
    for word, entry in found:
        files[shard_of(key(word), len(files))][word] = entry
    return files


def key(word: str) -> str:
    """What a word is sought by: its first two characters, or a word of other letters as a whole."""
    return word if word.isascii() else word[:2]


def _standing(table: Meanings, documents: Sequence[SearchDocument]) -> _Standing:
    count, found = 0, defaultdict[int, list[tuple[int, int]]](list)
    for number, document in enumerate(documents):
        for place, text in enumerate(sections(document) if document.kind in KINDS else ()):
            words = {table.numbers[word] for word in table.cut(text) if word in table.numbers}
            section = number * PARTS + min(place, PARTS - 1)
            count += 1
            for word in words:
                found[word].append((len(words), section))
    most_telling = {word: [section for _, section in sorted(of)[:MOST]] for word, of in found.items()}
    return _Standing(count, {word: len(of) for word, of in found.items()}, most_telling)


def sections(document: SearchDocument) -> Iterator[str]:
    """The text of a page before its first section, its English too, then that of each."""
    text, parts = document.text, document.page.parts
    starts = [0, *(start for start, *_ in parts)]
    first, *others = (text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True))
    yield f"{first}\n{document.english}"
    yield from others


def _entries(table: Meanings, standing: _Standing) -> Iterator[tuple[str, Entry]]:
    """A word that stands for another tells no more than it would itself: what is rare may be near to what is common."""
    there = standing.places
    weights = {number: _weight(table, standing, number) for number in there}
    near = dict(table.near(there))
    for number in sorted(near.keys() | there.keys()):
        own = weights.get(number) or _weight(table, standing, number)
        words = [
            (round(min(own, weights[other]) * similar / STEPS), other)
            for other, similar in near.get(number, ())
            if similar >= LEAST
        ]
        if number in there:
            words.append((own, number))
        if words:
            told = _best(there, sorted(words, key=lambda one: -one[0]))
            named = [(table.words[one] if one != number else "", score, of) for one, score, of in told]
            yield table.words[number], named


def _best(there: dict[int, list[int]], words: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, list[int]]]:
    """Of words, best first, those that stand in sections where none before them stands, until there are enough."""
    told: set[int] = set()
    for score, word in words:
        if new := [one for one in there[word] if one not in told][: MOST - len(told)]:
            told.update(new)
            yield word, score, deltas(sorted(new))
        if len(told) == MOST:
            return


def _weight(table: Meanings, standing: _Standing, word: int) -> int:
    """How much a word tells, of 100: the rarer it is written, and the fewer sections have it."""
    sections = standing.sections + 1
    of_sections = math.log(sections / (standing.counts.get(word, 0) + 0.5)) / math.log(sections)
    return round(100 * RARE / (RARE + table.share(word)) * of_sections)
