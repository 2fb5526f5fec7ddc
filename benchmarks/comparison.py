"""How well extraction does on annotated texts, beside one regular expression and beside JioNLP's money extraction.

Run from the root of the project: `python -m benchmarks.comparison [--gold FOLDER] [--jionlp-python PATH]`. FOLDER
holds the scorer, score.py, and a folder of annotated texts for each split. README.md of this folder tells the rest.
"""

import argparse
import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.plain import expression, figures, money_units
from benchmarks.tables import table
from benchmarks.timing import best
from casebook.extract import Extractor
from casebook.files import without_collection

_GOLD = Path("../shared/gold")
_ROUNDS = 5
_HEAD = ("", "precision", "recall", "F1", "value + unit", "trap rate", "indicator", "ms / 1000 characters")

Prediction = dict[str, Any]
GoldText = dict[str, Any]


@dataclass(frozen=True)
class Predictions:
    """What one extractor found in each document, and the CPU seconds that all of them took."""

    name: str
    found: Sequence[Sequence[Prediction]]
    seconds: float


def main(argv: Sequence[str] | None = None) -> int:
    """Score all extractors and print a table for all metrics and one for money alone."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.comparison", description=__doc__)
    parser.add_argument("--gold", type=Path, default=_GOLD, help=f"annotated texts and their scorer (default {_GOLD})")
    parser.add_argument("--split", default="dev", help="which of its folders (default dev)")
    parser.add_argument("--jionlp-python", metavar="PATH", help="a Python that has jionlp (default: this one)")
    args = parser.parse_args(argv)
    if not (args.gold / "score.py").is_file() or not (args.gold / args.split).is_dir():
        print(
            f"No annotated texts: there is no score.py with a folder {args.split} in {args.gold}. They are not part of "
            "this project; name their folder with --gold FOLDER.",
            file=sys.stderr,
        )
        return 2
    scorer = _scorer(args.gold / "score.py")
    documents: list[GoldText] = scorer.load_gold(args.split)
    texts = [document["text"] for document in documents]
    extractors = [*_here(texts), *_jionlp(texts, args.jionlp_python)]
    characters = sum(map(len, texts))
    print(f"{len(texts)} texts of {args.split}, {characters} characters.\n\nAll metrics:\n")
    print(_table(scorer, documents, extractors, characters))
    print("\nMoney alone, of the annotations and of what each extractor found:\n")
    print(_table(scorer, *_money(documents, extractors), characters))
    return 0


def _scorer(path: Path) -> Any:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    write, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # its folder is not ours to write to
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = write
    return module


# --- the extractors -------------------------------------------------------------------------------------------


def _here(texts: Sequence[str]) -> list[Predictions]:
    """Ours and the single expression, timed in turns."""
    pattern = expression()

    def single(text: str) -> list[Prediction]:
        return figures(text, pattern)

    readers: dict[str, Callable[[str], list[Prediction]]] = {
        "casebook": partial(_metrics, Extractor(without_collection())),
        "single expression": single,
    }
    found = {name: [read(text) for text in texts] for name, read in readers.items()}
    seconds = best({name: partial(_over_all, read, texts) for name, read in readers.items()}, _ROUNDS)
    return [Predictions(name, found[name], seconds[name]) for name in readers]


def _over_all(read: Callable[[str], object], texts: Sequence[str]) -> None:
    for text in texts:
        read(text)


def _metrics(extractor: Extractor, text: str) -> list[Prediction]:
    return [
        {
            "span": [metric.start, metric.end],
            "value": float(metric.value),
            "value_max": None if metric.value_max is None else float(metric.value_max),
            "unit": metric.unit,
            "indicator": metric.indicator.replace("-", "_"),  # as the annotations write it
        }
        for metric in extractor.metrics(text)
    ]


def _jionlp(texts: Sequence[str], python: str | None) -> list[Predictions]:
    """JioNLP's predictions; none, and a word on stderr, when there is no JioNLP."""
    if python is None and importlib.util.find_spec("jionlp") is None:
        print("JioNLP is left out: see benchmarks/README.md for --jionlp-python.", file=sys.stderr)
        return []
    run = subprocess.run(
        [python or sys.executable, str(Path(__file__).with_name("jionlp_money.py"))],
        input=json.dumps({"texts": texts, "rounds": _ROUNDS}),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    answer = json.loads(run.stdout.splitlines()[-1])  # it greets on stdout
    return [Predictions("JioNLP, extract_money", answer["found"], answer["seconds"])]


# --- the scores -----------------------------------------------------------------------------------------------


def _money(
    documents: Sequence[GoldText], extractors: Sequence[Predictions]
) -> tuple[list[GoldText], list[Predictions]]:
    """Documents and predictions with only the figures in a unit of money; all traps stay."""

    def only(found: Sequence[Prediction]) -> list[Prediction]:
        return [one for one in found if one["unit"] in money_units()]

    kept = [{**document, "metrics": only(document["metrics"])} for document in documents]
    return kept, [Predictions(one.name, [only(found) for found in one.found], one.seconds) for one in extractors]


def _table(scorer: Any, documents: Sequence[GoldText], extractors: Sequence[Predictions], characters: int) -> str:
    rows = []
    for extractor in extractors:
        score = _score(scorer, documents, extractor.found)
        keys = ("metric_p", "metric_r", "metric_f1", "value_unit_exact", "trap_fp_rate")
        tells = any("indicator" in one for found in extractor.found for one in found)
        rows.append(
            (
                extractor.name,
                *(f"{score[key]:.3f}" for key in keys),
                f"{score['indicator_exact']:.3f}" if tells else "—",
                f"{extractor.seconds * 1e6 / characters:.2f}",
            )
        )
    count = sum(len(document["metrics"]) for document in documents)
    traps = sum(len(document["not_metrics"]) for document in documents)
    return f"{table(_HEAD, rows)}\n\n{count} annotated figures, {traps} traps."


def _score(scorer: Any, documents: Sequence[GoldText], found: Sequence[Sequence[Prediction]]) -> Mapping[str, float]:
    """The scorer's own figures for these documents."""
    counts = scorer.Counter()
    for document, one in zip(documents, found, strict=True):
        scorer.score_doc(document, {"metrics": one}, counts, [])
    summary: Mapping[str, float] = scorer.summarise(counts)
    return summary


if __name__ == "__main__":
    sys.exit(main())
