"""Ranks the themes of an article by the evidence in it: which words of a theme it says, how often and where."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from casebook.extract.automata import automaton
from casebook.extract.evidence import Candidate, at_least, at_most, odds
from casebook.extract.standing import Standing
from casebook.model.terms import Theme
from casebook.vocabulary import Vocabulary

_STRENGTHS = {"strong": 3.0, "plain": 1.5, "weak": 0.5}  # what a word speaks for a theme when it is first said
_IN_TITLE, _IN_LEAD = 1.3, 1.1  # times as much where a word of the theme that is not weak stands there
_PER = 1000  # characters, for what an article of this length says of a theme
_SHORTEST = 300  # a shorter article is taken to be so long
_WORDS, _HINTS, _RANKS, _LENGTHS = (2, 3, 5), (1, 2, 4), (1, 2, 3, 4, 6, 8), (450, 900, 1500)
_SCORES, _DENSITIES = (3, 6, 10, 15, 25), (5, 10, 20, 30, 50)
_SHARES = (25, 40, 60, 80)  # per cent of what is said of the first theme
_BESIDE = 4  # themes of which most is said, which tell what an article is about when it says something of others
_MOST = 9  # themes that an article is weighed for
_UNLIKELY = -1.0  # log odds below which not even the first theme is one of the article


_Word = tuple[str, Sequence[int], str]  # how strongly a word speaks for a theme, where it stands, in order, and itself


class ThemeSigns:
    """Finds the words of the themes of a collection; a word may speak for several."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        words: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for term in vocabulary.terms("themes"):
            for word, strength in _strengths(term).items():
                words[word].append((term.id, strength))
        self._names = {term.id: term.zh for term in vocabulary.terms("themes")}
        self._words = list(words)
        self._meant, self._finder = list(words.values()), automaton(list(words))

    def candidates(self, text: str, standing: Standing) -> list[Candidate]:
        """The themes that words of the article speak for, the one that most is said of first."""
        said = self._said(text, standing)
        scores = {theme: _score(words, standing) for theme, words in said.items()}
        ranked = sorted(said, key=lambda theme: (-scores[theme], _first(said[theme])))
        top = scores[ranked[0]] if ranked else 0.0
        return [
            Candidate(
                self._names[theme],
                _first(said[theme]),
                _features(theme, said[theme], standing, rank, scores[theme], top).union(_beside(theme, ranked)),
            )
            for rank, theme in enumerate(ranked[:_MOST])
        ]

    def _said(self, text: str, standing: Standing) -> Mapping[str, Sequence[_Word]]:
        """Theme -> its words that the article says, in the order of their first mentions."""
        where: dict[int, list[int]] = defaultdict(list)
        within = standing.within
        for place, start, _ in self._finder.find_matches_as_indexes(text):
            if within(start):
                where[place].append(start)
        said: dict[str, list[_Word]] = defaultdict(list)
        for place, starts in where.items():
            for theme, strength in self._meant[place]:
                said[theme].append((strength, starts, self._words[place]))
        return said


def _beside(theme: str, ranked: Sequence[str]) -> Iterator[str]:
    """Which themes are most told of beside this one: 矛盾调解 beside 加装电梯 is seldom what an article is about."""
    return (f"{theme} beside {other}" for other in ranked[:_BESIDE] if other != theme)


def _first(words: Sequence[_Word]) -> int:
    """Where the first mention of the words of a theme stands."""
    return words[0][1][0]


def themes(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The likely themes of an article, the likeliest first; where none is, the first unless it is quite unlikely."""
    ranked = sorted(((odds(one, "themes"), at) for at, one in enumerate(candidates)), key=lambda one: (-one[0], one[1]))
    count = sum(each > 0 for each, _ in ranked) or sum(each > _UNLIKELY for each, _ in ranked[:1])
    return [candidates[at] for _, at in ranked[:count]]


def _strengths(term: object) -> dict[str, str]:
    """Word -> how strongly it speaks for a theme."""
    assert isinstance(term, Theme)
    found = dict.fromkeys(term.signs, "plain") | dict.fromkeys(term.names, "strong")
    found |= dict.fromkeys(term.weak, "weak") | dict.fromkeys(term.strong, "strong")
    return {word: strength for word, strength in found.items() if len(word) > 1}


def _score(words: Sequence[_Word], standing: Standing) -> float:
    """How much an article says of a theme: each word once, and a little more each time it is said again."""
    total = math.fsum([_STRENGTHS[strength] * _again(len(starts)) for strength, starts, _ in words])
    firm = next((starts[0] for strength, starts, _ in words if strength != "weak"), math.inf)
    if firm < standing.title:
        return total * _IN_TITLE
    return total * _IN_LEAD if firm < standing.lead else total


@cache
def _again(times: int) -> float:
    """How many times as much a word says that is said so often."""
    return 1 + math.log(times)


def _features(
    theme: str, words: Sequence[_Word], standing: Standing, rank: int, score: float, top: float
) -> frozenset[str]:
    """What speaks for a theme; the features of its firm, strong and weak words each, and how it compares."""
    firm = [starts for strength, starts, _ in words if strength != "weak"]
    strong, weak = ([starts for strength, starts, _ in words if strength == each] for each in ("strong", "weak"))
    return frozenset(
        (
            f"theme {theme}",
            *(f"{theme} says {word}" for _, _, word in words),
            *standing.features(_in_order(firm)),
            *standing.features(_in_order(strong), "strong "),
            *standing.features(_in_order(weak), "weak "),
            "firm" if firm else "weak only",
            *(("strong",) if strong else ()),
            *at_least(_WORDS, len(firm), "words"),
            *at_least(_HINTS, len(weak), "hints"),
            *at_most(_RANKS, rank + 1, "rank"),
            *at_least(_SCORES, int(score), "score"),
            *at_least(_SHARES, int(100 * score / top), "share"),
            *at_least(_DENSITIES, int(score * _PER / max(_SHORTEST, standing.end)), "dense"),
            *at_least(_LENGTHS, standing.end, "length"),
        )
    )


def _in_order(mentions: Sequence[Sequence[int]]) -> Sequence[int]:
    """The mentions of several words in the order of the text."""
    return mentions[0] if len(mentions) == 1 else sorted(chain.from_iterable(mentions))
