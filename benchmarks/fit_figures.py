"""Fits what a figure measures of which no rule is sure to the annotated ones."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache

from benchmarks.annotated import FOLDER, Annotated
from benchmarks.fitting import Choice, chosen
from benchmarks.scoring import pairs, shared
from casebook.extract.leanings import is_firm
from casebook.extract.metrics import Indicators
from casebook.extract.quantities import quantities
from casebook.extract.weights import Weights
from casebook.files import without_collection
from tests.marked import Gold, Trap, parse

# The inverse of the L2 penalty; the candidates that a feature needs, and how much it must weigh
_STRENGTH, _FEWEST, _LEAST = 0.4, 15, 0.3
# What an unread text tells by words that no rule knows: so every figure is fitted on without its known words, too
_KNOWN = re.compile(r"its (?:noun|word) |rule |ruled by |.*: ruled$")
_OVERLAP = 0.5
_SPECS = FOLDER.parent / "specs"


def fit(texts: Sequence[Annotated]) -> dict[str, Weights]:
    """The weights of the indicators of `texts`, of the marked texts and sentences, and of the examples of rules."""
    choices = [choice for text in (*texts, *_others(), *_examples()) for choice in _choices(text)]
    return {"indicators": chosen(choices, _STRENGTH, _FEWEST, _LEAST)}


def marked(pattern: str) -> list[Annotated]:
    """The annotated texts of the tests that carry their marks in the text."""
    return [_unmarked(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob(pattern))]


def _others() -> list[Annotated]:
    sentences = json.loads((_SPECS / "figures.json").read_text(encoding="utf-8"))
    rows = [_unmarked(f"sentence {at}", row["input"]) for at, row in enumerate(sentences)]
    return [*marked("[abc]-*.txt"), *rows]


def _examples() -> list[Annotated]:
    """The examples of the rules and the specs of indicators, a text each."""
    specs = json.loads((_SPECS / "metrics.json").read_text(encoding="utf-8"))
    rows = [(row["input"], row["expect"]) for row in specs]
    rows += [(rule.example, rule.indicator) for rule in without_collection().cues.rules]
    return [_example(text, [names] if isinstance(names, str) else names) for text, names in rows]


def _example(text: str, names: Sequence[str]) -> Annotated:
    spans = [[one.start, one.end] for one in quantities(text)]
    said = [{"span": span, "indicator": name.replace("-", "_")} for span, name in zip(spans, names, strict=False)]
    return Annotated(text, text, said if len(spans) == len(names) else [])


def _unmarked(name: str, text: str) -> Annotated:
    plain, figures, traps = parse(text)
    return Annotated(name, plain, [_figure(one) for one in figures], [_trap(one) for one in traps])


def _figure(one: Gold) -> dict[str, object]:
    top = None if one.value_max is None else float(one.value_max)
    said = {"value": float(one.value), "value_max": top, "unit": one.unit, "indicator": one.indicator.replace("-", "_")}
    return {"span": [one.start, one.end], **said}


def _trap(one: Trap) -> dict[str, object]:
    return {"span": [one.start, one.end], "why": one.why}


def _choices(text: Annotated) -> Iterator[Choice]:
    """Every figure that may be more than one thing: as it stands if odds decide it, and without its known words."""
    found = list(_indicators().weighed(text.text))
    spans = [(metric.start, metric.end) for metric, _ in found]
    for place, at in pairs(text.metrics, spans, lambda one, other: shared(one["span"], other), _OVERLAP):
        metric, decision = found[at]
        names = list(decision.candidates)
        right = str(text.metrics[place]["indicator"]).replace("_", "-")
        if right not in names:
            continue
        if not (decision.rule and is_firm(metric, decision)):
            yield Choice(tuple(decision.candidates.values()), names.index(right))
        yield Choice(tuple(map(_without_known, decision.candidates.values())), names.index(right))


def _without_known(features: frozenset[str]) -> frozenset[str]:
    return frozenset(one for one in features if not _KNOWN.match(one))


@cache
def _indicators() -> Indicators:
    return Indicators(without_collection().cues)
