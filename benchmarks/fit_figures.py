"""Fits what a figure measures of which no rule is sure to the annotated ones.

`python -m benchmarks.fit_figures FOLDER …` tells how well figures are read by weights of the other texts, five folds.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from benchmarks.annotated import FOLDER, OPEN, Annotated, annotated, folds
from benchmarks.fitting import Row, fitted, using
from benchmarks.scoring import figures as counted
from benchmarks.scoring import pairs, scores, shared
from benchmarks.tables import table
from casebook.articles import article
from casebook.extract import Extractor
from casebook.extract.metrics import Indicators
from casebook.extract.weights import Weights
from casebook.extraction import metrics
from casebook.files import without_collection
from tests.marked import Gold, Trap, parse

_STRENGTH, _FEWEST = 1.0, 5  # the inverse of the L2 penalty; candidates that a feature needs
_OVERLAP = 0.5
_SENTENCES = FOLDER.parent / "specs" / "figures.json"
_SHOWN = ("metric_p", "metric_r", "metric_f1", "value_unit", "traps", "indicator")


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


def main(argv: Sequence[str] | None = None) -> None:
    """Print how well the figures of each folder are read by weights fitted on the other texts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fit_figures", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="more annotated texts")
    groups = {path.name: annotated(path) for path in (OPEN, *parser.parse_args(argv).folders)}
    groups["unseen"] = tuple(marked("unseen-*.txt"))
    extractor = Extractor(without_collection())
    found: dict[str, Counter[str]] = {}
    for others, judged in folds(text for texts in groups.values() for text in texts):
        with using(fit(others)):
            found |= {text.id: counted(text, metrics(article(text.text, None), extractor)) for text in judged}
    rows = [_row(name, sum((found[text.id] for text in texts), Counter[str]())) for name, texts in groups.items()]
    print(table(("texts", "figures", *_SHOWN), rows))


def _row(name: str, counts: Counter[str]) -> list[str]:
    measured = scores(counts)
    return [name, str(counts["metric_gold"]), *(f"{measured[measure]:.3f}" for measure in _SHOWN)]


if __name__ == "__main__":
    main()
