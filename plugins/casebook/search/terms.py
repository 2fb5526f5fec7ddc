"""Splits text into search terms, as `theme/static/js/index/terms.js` does; tests/specs/terms.json holds both to it.

Text is folded (`casebook/alike.py`) and split into runs of letters, digits and marks; a space between Chinese and other
letters parts none, but in a query, where it parts words. Of each run every character and every pair of neighbours is a
term, so that any string that stands in a text is found by the pairs of it. Latin words and numbers are terms as a whole
besides (5020.86, 1+n), which only makes them rank higher.
"""

import re
import unicodedata
from functools import cache
from itertools import chain, pairwise
from operator import add

from casebook.alike import fold, seamless

# where Unicode has marks: in no characters of Chinese or Korean, which are most of its first plane
_MARKED = (range(0x3100), range(0xA000, 0xAC00), range(0xFB00, 0x20000), range(0xE0100, 0xE01F0))
_RUN = re.compile(r"\w+")
_MAYBE_MARK = re.compile(r"[^\w\x00-\u02ff\u2000-\u206f\u3000-\u3029]")  # none of letters, digits and usual punctuation
_COMPOUND = re.compile(r"[a-z0-9]+(?:[.,+\-/'&:][a-z0-9]+)*")


def runs(folded: str) -> list[str]:
    """The longest pieces of letters, digits and marks."""
    run = _marked_run() if _MAYBE_MARK.search(folded) else _RUN  # which takes a third of the time
    return run.findall(folded.replace("_", " "))


@cache
def _marked_run() -> re.Pattern[str]:
    r"""Letters and digits are what `\w` matches except `_`; marks, which it does not match, are named besides."""
    ranges: list[list[int]] = []
    for code in chain(*_MARKED):
        if unicodedata.category(chr(code))[0] != "M":
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    marks = "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)  # ten times as fast as one by one
    return re.compile(rf"[\w{marks}]+")


def pieces(folded: str) -> list[str]:
    """Every character and every pair of neighbours in each run; these find pages."""
    found = runs(folded)
    return [*"".join(found), *chain.from_iterable(map(add, run, run[1:]) for run in found)]


def words(folded: str) -> list[str]:
    """Latin words and numbers of three characters or more, with joining marks; these only raise the rank of a page."""
    return [word for word in _COMPOUND.findall(folded) if len(word) > 2]


def terms(text: str) -> list[str]:
    """All terms of a text, as often as they stand in it."""
    folded = seamless(fold(text))
    return pieces(folded) + words(folded)


def length(text: str) -> int:
    """The count of terms of a text, found without making them."""
    folded = seamless(fold(text))
    found = runs(folded)
    return 2 * sum(map(len, found)) - len(found) + len(words(folded))


def query_terms(text: str) -> tuple[list[str], list[str]]:
    """(terms that a page must have, terms that only raise its rank) for a typed query.

    A run of one character asks for that character, a longer one for its pairs.
    """
    folded = fold(text)
    required: dict[str, None] = {}
    for run in runs(folded):
        required.update(dict.fromkeys(map("".join, pairwise(run)) if len(run) > 1 else [run]))
    return list(required), [word for word in dict.fromkeys(words(folded)) if word not in required]
