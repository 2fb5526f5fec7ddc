"""Splits titles into phrases: a line may break between known words, never inside one (电动自行车, 九江镇)."""

from collections.abc import Collection, Iterator

from casebook.library import Library

_BEFORE = frozenset("，。、；：！？”’）》〉」』】—…·,.;:!?)%")  # never at the beginning of a line
_AFTER = frozenset("“‘（《〈「『【—#(")  # never at the end of one
_LONGEST = 8  # characters of a word: a longer name is made of shorter ones


def known_words(library: Library) -> frozenset[str]:
    """The names and signs of every term, and the titles and other names of every entry."""
    facets = library.vocabulary.facets.values()
    terms = (word for facet in facets for term in facet for word in (*term.names, *term.signs))
    entries = (name for entry in library.entries for name in (entry.front.title, *getattr(entry.front, "aliases", ())))
    return frozenset(word for word in (*terms, *entries) if 1 < len(word) <= _LONGEST)


def phrases(text: str, words: Collection[str]) -> tuple[str, ...]:
    """The pieces of `text` between which a line may break; joined, they are `text`."""
    pieces: list[str] = []
    for piece in _cut(text, words):
        if pieces and (piece[0] in _BEFORE or pieces[-1][-1] in _AFTER or (pieces[-1][-1] + piece[0]).isascii()):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return tuple(pieces)


def _cut(text: str, words: Collection[str]) -> Iterator[str]:
    """The known words in `text`, the longest at each place, and the unknown pieces between them."""
    begun = 0  # where what nobody knows begins
    at = 0
    while at < len(text):
        ends = range(min(len(text), at + _LONGEST), at + 1, -1)
        end = next((end for end in ends if text[at:end] in words), 0 if text[at].isalpha() else at + 1)
        if end:
            yield from filter(None, (text[begun:at], text[at:end]))
            begun = end
        at = end or at + 1
    yield from filter(None, (text[begun:],))
