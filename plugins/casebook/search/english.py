"""English search terms, as `theme/static/js/index/english.js` makes them; tests/specs/english.json holds both to it.

Pairs of letters tell too little of English sentences: nearly every summary has most of them. So of these each word is a
term, by its stem (patrols, patrolling), marked so that nothing that is typed otherwise asks for it.
"""

import re
from functools import cache

from lunr.stemmer import PorterStemmer
from lunr.stop_word_filter import WORDS

from casebook.alike import fold

MARK = "~"

_WORD = re.compile("[a-z]{3,}")
_STEMMER = PorterStemmer()


def english_terms(text: str) -> list[str]:
    """All terms of an English text, as often as they stand in it."""
    return [f"{MARK}{stem(word)}" for word in _WORD.findall(fold(text)) if word not in WORDS]


@cache
def stem(word: str) -> str:
    """The stem of a word; lunr's two stemmers end some in i where the other has y."""
    found: str = _STEMMER.stem(word)
    return re.sub("i$", "y", found)
