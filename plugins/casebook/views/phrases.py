"""Splits titles into phrases: a line may break between known words, never inside one (电动自行车, 九江镇).

How a title breaks depends on it and the vocabulary alone, so that a new title elsewhere leaves other pages as they are.
"""

import re
from collections.abc import Collection, Iterator

from casebook.once import once
from casebook.vocabulary import Vocabulary

_BEFORE = frozenset("，。、；：！？”’）》〉」』】—…·,.;:!?)%")  # never at the beginning of a line
_AFTER = frozenset("“‘（《〈「『【—#(")  # never at the end of one
_LONGEST = 8  # characters of a word: a longer name is made of shorter ones
_MARKS = re.compile(f"[{re.escape(''.join((_BEFORE | _AFTER) - {'·'}))}\\s]+")  # 善行·齐参与 is one name


@once
def known_words(vocabulary: Vocabulary) -> frozenset[str]:
    """The names and signs of every term."""
    words = (word for facet in vocabulary.facets.values() for term in facet for word in (*term.names, *term.signs))
    return frozenset(filter(_is_word, words))


def phrases(text: str, words: Collection[str]) -> tuple[str, ...]:
    """The pieces of `text` between which a line may break; joined, they are `text`.

    What stands between two marks is a word, too, if it is short: 开圆桌会, “知民俗，晓乡情”最美导赏线.
    """
    own = frozenset(filter(_is_word, _MARKS.split(text)))
    pieces: list[str] = []
    for piece in _cut(text, (words, own)):
        if pieces and _is_one(pieces[-1][-1], piece[0]):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return tuple(pieces)


def _is_one(end: str, begin: str) -> bool:
    """Whether no line may break between two characters: at marks, in numbers and English, between 12 and 月."""
    return begin in _BEFORE or end in _AFTER or end.isdigit() or (end + begin).isascii()


def _is_word(text: str) -> bool:
    return 1 < len(text) <= _LONGEST


def _cut(text: str, known: tuple[Collection[str], ...]) -> Iterator[str]:
    """The known words in `text`, the longest at each place, and the unknown pieces between them."""
    begun = 0  # where what nobody knows begins
    at = 0
    while at < len(text):
        ends = range(min(len(text), at + _LONGEST), at + 1, -1)
        words = (end for end in ends if any(text[at:end] in some for some in known))
        end = next(words, 0 if text[at].isalpha() else at + 1)
        if end:
            yield from filter(None, (text[begun:at], text[at:end]))
            begun = end
        at = end or at + 1
    yield from filter(None, (text[begun:],))
