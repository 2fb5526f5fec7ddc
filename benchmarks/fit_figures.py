"""Fits what a figure measures of which no rule is sure to the annotated ones."""

import json
from collections.abc import Sequence
from functools import cache

from benchmarks.annotated import FOLDER, Annotated
from benchmarks.fitting import Row, fitted
from benchmarks.scoring import pairs, shared
from casebook.extract.metrics import Indicators
from casebook.extract.weights import Weights
from casebook.files import without_collection
from tests.marked import Gold, Trap, parse

_STRENGTH, _FEWEST = 1.0, 5  # the inverse of the L2 penalty; candidates that a feature needs
_OVERLAP = 0.5
_SENTENCES = FOLDER.parent / "specs" / "figures.json"


def fit(texts: Sequence[Annotated]) -> dict[str, Weights]:
    """The weights of the indicators of `texts` and of the marked texts and sentences that are never judged."""
    rows = [row for text in (*texts, *_others(texts)) for row in _rows(text)]
    return {"indicators": fitted(rows, _STRENGTH, _FEWEST)}


def marked(pattern: str) -> list[Annotated]:
    """The annotated texts of the tests that carry their marks in the text."""
    return [_unmarked(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob(pattern))]


def _others(texts: Sequence[Annotated]) -> list[Annotated]:
    sentences = json.loads(_SENTENCES.read_text(encoding="utf-8"))
    rows = [_unmarked(f"sentence {at}", row["input"]) for at, row in enumerate(sentences)]
    return [*marked("[abc]-*.txt"), *rows]


def _unmarked(name: str, text: str) -> Annotated:
    plain, figures, traps = parse(text)
    return Annotated(name, plain, [_figure(one) for one in figures], [_trap(one) for one in traps])


def _figure(one: Gold) -> dict[str, object]:
    top = None if one.value_max is None else float(one.value_max)
    said = {"value": float(one.value), "value_max": top, "unit": one.unit, "indicator": one.indicator.replace("-", "_")}
    return {"span": [one.start, one.end], **said}


def _trap(one: Trap) -> dict[str, object]:
    return {"span": [one.start, one.end], "why": one.why}


def _rows(text: Annotated) -> list[Row]:
    """A row for every indicator that an undecided figure may have."""
    found = list(_indicators().undecided(text.text))
    spans = [(metric.start, metric.end) for metric, _ in found]
    same = pairs(text.metrics, spans, lambda one, other: shared(one["span"], other), _OVERLAP)
    return [
        Row(features, name.replace("-", "_") == text.metrics[place]["indicator"])
        for place, at in same
        for name, features in found[at][1].items()
    ]


@cache
def _indicators() -> Indicators:
    return Indicators(without_collection().cues)
