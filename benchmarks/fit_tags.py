"""Fits which themes, forms, actors and places an article has to the annotated ones."""

import math
from collections.abc import Sequence
from functools import cache

from benchmarks.annotated import Annotated
from benchmarks.fitting import Row, fitted
from benchmarks.scoring import Likeness, common, likeness, pairs
from benchmarks.texts import CONTENT
from casebook.articles import article
from casebook.extract import Extractor
from casebook.extract.about import Evidence
from casebook.extract.evidence import Candidate
from casebook.extract.weights import Weights
from casebook.files import read_gazetteer, read_site

# Facet -> the inverse of the L2 penalty, and the probability from which on a candidate is taken. The mean of recall and
# precision (F1) is highest where that is half of the mean that is reached. Source: Lipton, Elkan, Naryanaswamy 2014,
# Optimal thresholding of classifiers to maximize F1 measure.
_FACETS = {"themes": (0.2, 0.36), "forms": (0.5, 0.31), "places": (0.5, 0.46), "actors": (0.3, 0.32)}
_FEWEST = 3  # candidates that a feature needs
_ALIKE = 0.8


def fit(texts: Sequence[Annotated]) -> dict[str, Weights]:
    """The weights of the themes, forms and actors of `texts`."""
    found: dict[str, Weights] = {}
    for facet, (strength, enough) in _FACETS.items():
        found[facet] = _lowered(fitted(_rows(texts, facet), strength, _FEWEST), enough)
    return found


def _lowered(found: Weights, enough: float) -> Weights:
    """Weights that give no odds against a candidate with the probability `enough`."""
    return Weights(round(found.bias - math.log(enough / (1 - enough)), 2), found.features)


def _rows(texts: Sequence[Annotated], facet: str) -> list[Row]:
    return [
        Row(one.features, one.name in right)
        for text in texts
        for found in (_candidates(text, facet),)
        for right in (_right(text, facet, [one.name for one in found]),)
        for one in found
    ]


def _candidates(text: Annotated, facet: str) -> Sequence[Candidate]:
    found = _evidence(text.text)
    return [scene.candidate for scene in found.places] if facet == "places" else getattr(found, facet)


def _right(text: Annotated, facet: str, names: Sequence[str]) -> set[str]:
    """Those of the names that the annotated text has."""
    like: Likeness = (lambda one, other: float(one == other)) if facet == "themes" else _nearness
    gold = [one["name"] if isinstance(one, dict) else one for one in text.tags.get(facet, [])]
    return {names[at] for _, at in pairs(gold, names, like, _ALIKE)}


def _nearness(one: str, other: str) -> float:
    """How near two names are that count as one: 大新县社工站 is nearer to itself than to 大新县; 0 if they do not."""
    return _ALIKE + common(one, other) if likeness(one, other) >= _ALIKE else 0.0


@cache
def _extractor() -> Extractor:
    gazetteer = read_gazetteer()
    return Extractor(read_site(CONTENT, gazetteer=gazetteer).library.vocabulary, gazetteer)


@cache
def _evidence(text: str) -> Evidence:
    return _extractor().evidence(article(text, None).text)
