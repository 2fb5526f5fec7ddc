"""Fits weights to annotated evidence: logistic regression, for one of many its conditional form, written as tables.

scikit-learn and its scipy are needed here alone (requirements.txt of this folder); what they find are plain numbers.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import yaml

from casebook.extract.weights import Weights, weights

TABLES = Path(__file__).parent.parent / "plugins" / "casebook" / "data" / "weights"
_LEAST = 0.01  # a weight below this says nothing


class Row(NamedTuple):
    """One thing to decide: its features, the answer, and how much it counts."""

    features: frozenset[str]
    is_right: bool
    weight: float = 1.0


def fitted(rows: Sequence[Row], strength: float, fewest: int = 2) -> Weights:
    """The weights that tell the right rows from the others; `strength` is the inverse of the L2 penalty.

    A feature of fewer rows than `fewest` gets no weight: it would learn single texts by heart.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    counts: dict[str, int] = {}
    for row in rows:
        for name in row.features:
            counts[name] = counts.get(name, 0) + 1
    known = sorted(name for name, count in counts.items() if count >= fewest)
    vectors = DictVectorizer().fit([dict.fromkeys(known, 1.0)])
    found = vectors.transform([{name: 1.0 for name in row.features if name in counts} for row in rows])
    model = LogisticRegression(C=strength, max_iter=5000)
    model.fit(found, [row.is_right for row in rows], sample_weight=[row.weight for row in rows])
    each = dict(zip(vectors.get_feature_names_out(), model.coef_[0].tolist(), strict=True))
    kept = {name: round(value, 2) for name, value in sorted(each.items()) if abs(value) >= _LEAST}
    return Weights(round(float(model.intercept_[0]), 2), kept)


class Choice(NamedTuple):
    """One thing to choose: the features of each candidate, and which of them is right."""

    candidates: tuple[frozenset[str], ...]
    right: int


def chosen(choices: Sequence[Choice], strength: float, fewest: int, least: float) -> Weights:
    """The weights by which the right one of candidates is the likeliest: conditional logit, with an L2 penalty.

    `strength` and `fewest` as in `fitted`; what weighs less than `least` is left out. Source: McFadden 1974.
    """
    import numpy as np
    from scipy.optimize import minimize
    from sklearn.feature_extraction import DictVectorizer

    candidates = [one for choice in choices for one in choice.candidates]
    counts = Counter(name for one in candidates for name in one)
    known = sorted(name for name, count in counts.items() if count >= fewest)
    vectors = DictVectorizer().fit([dict.fromkeys(known, 1.0)])
    found = vectors.transform([dict.fromkeys(one, 1.0) for one in candidates])
    sizes = np.array([len(choice.candidates) for choice in choices])
    first = np.cumsum(sizes) - sizes
    right = first + [choice.right for choice in choices]

    def loss(each: Any) -> tuple[float, Any]:
        odds = found @ each
        odds -= np.repeat(np.maximum.reduceat(odds, first), sizes)
        all_odds = np.add.reduceat(np.exp(odds), first)
        wrong = np.exp(odds) / np.repeat(all_odds, sizes)
        wrong[right] -= 1
        total = np.log(all_odds).sum() - odds[right].sum() + each @ each / (2 * strength)
        return total, found.T @ wrong + each / strength

    each = minimize(loss, np.zeros(len(known)), jac=True, method="L-BFGS-B").x
    weighed = zip(vectors.get_feature_names_out(), each.tolist(), strict=True)
    return Weights(0.0, {name: round(value, 2) for name, value in weighed if abs(value) >= least})


@contextmanager
def using(tables: Mapping[str, Weights]) -> Iterator[None]:
    """Read with these weights instead of those of the tables: name -> weights, as `weights` names them."""

    def load(path: str) -> dict[str, object]:
        found = tables[path.removeprefix("weights/")]
        return {"bias": found.bias, "features": found.features}

    weights.cache_clear()
    try:
        with patch("casebook.extract.weights.load", load):
            yield
    finally:
        weights.cache_clear()


def write(name: str, found: Weights, head: str) -> None:
    """Write a table of weights; `head` says in its first line what they decide."""
    TABLES.mkdir(exist_ok=True)
    table = {"bias": found.bias, "features": dict(found.features)}
    words = yaml.safe_dump(table, allow_unicode=True, sort_keys=False)
    text = (
        f"# {head}\n# Fitted by `inv fit`; not mended by hand: mend the features or the texts, and fit again.\n{words}"
    )
    (TABLES / f"{name}.yaml").write_text(text, encoding="utf-8")
