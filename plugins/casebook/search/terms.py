"""How text is cut into search terms. `theme/static/js/terms.js` cuts alike; tests/specs/terms.json holds both to it.

Text is folded (NFKC, lower case) and split into runs of letters, digits and marks. Of each run every character and
every pair of neighbours is a term, so that any string that stands in a text is found by the pairs of it. Latin words
and numbers are terms as a whole besides (5020.86, 1+n), which only makes them rank higher.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

_COMPOUND = re.compile(r"[a-z0-9]+(?:[.,+\-/'&:][a-z0-9]+)*")


def fold(text: str) -> str:
    """`text` as it is compared: full-width forms made normal, upper case made lower."""
    return unicodedata.normalize("NFKC", text).lower()


def runs(folded: str) -> Iterator[str]:
    """The longest pieces of letters, digits and marks."""
    run = ""
    for character in folded:
        if unicodedata.category(character)[0] in "LNM":
            run += character
        elif run:
            yield run
            run = ""
    if run:
        yield run


def pieces(text: str) -> Iterator[str]:
    """Every character and every pair of neighbours, run by run: what a page is found by."""
    for run in runs(fold(text)):
        yield from run
        yield from map("".join, pairwise(run))


def words(text: str) -> Iterator[str]:
    """Latin words and numbers of three characters or more, with what joins them: they make a page rank higher."""
    for match in _COMPOUND.finditer(fold(text)):
        if len(match[0]) > 2:
            yield match[0]


def terms(text: str) -> list[str]:
    """All terms of a text, as often as they stand in it."""
    return [*pieces(text), *words(text)]


def query_terms(text: str) -> tuple[list[str], list[str]]:
    """(terms that a page must have, terms that make it rank higher) for what a reader typed.

    A run of one character asks for that character, a longer one for its pairs.
    """
    required: dict[str, None] = {}
    for run in runs(fold(text)):
        required.update(dict.fromkeys(map("".join, pairwise(run)) if len(run) > 1 else [run]))
    return list(required), [word for word in dict.fromkeys(words(text)) if word not in required]
