"""Fits every table of weights, and tells how well they read texts that they were not fitted on.

`inv fit` runs it: `python -m benchmarks.fit [FOLDER …]`; FOLDER holds more annotated texts to fit on.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from benchmarks import fit_figures, fit_steps, fit_tags
from benchmarks.annotated import KEPT, OPEN, STORIES, Annotated, annotated, folds
from benchmarks.fitting import using, write
from benchmarks.scoring import counted, scores
from benchmarks.tables import table
from benchmarks.texts import CONTENT
from casebook.articles import article
from casebook.extract import Extractor
from casebook.extract.weights import Weights
from casebook.extraction import extraction
from casebook.files import read_gazetteer, read_site

Fit = Callable[[Sequence[Annotated]], dict[str, Weights]]
_FITS: tuple[Fit, ...] = (fit_figures.fit, fit_steps.fit, fit_tags.fit)
_SIZES = (20, 40, 80)
_SHOWN = (
    "metric_f1",
    "traps",
    "indicator",
    "step_p",
    "step_r",
    "step_f1",
    "explicit_step_r",
    "steps_where_none",
    "themes_f1",
    "forms_f1",
    "actors_f1",
    "places_f1",
)


def main(argv: Sequence[str] | None = None) -> None:
    """Print a table of scores a group of texts, then write the tables fitted on all but those that are kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fit", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="more annotated texts to fit on")
    parser.add_argument("--curve", action="store_true", help="tell, too, how much more texts to fit on are worth")
    parser.add_argument("--kept", action="store_true", help="judge the kept texts, too: only when all is done")
    args = parser.parse_args(argv)
    gazetteer = read_gazetteer()
    extractor = Extractor(read_site(CONTENT, gazetteer=gazetteer).library.vocabulary, gazetteer)
    groups = {path.name: annotated(path) for path in (OPEN, STORIES, *args.folders)}
    every = [text for texts in groups.values() for text in texts]
    found = crossed(every, extractor)
    rows = [_row(name, [found[text.id] for text in texts]) for name, texts in groups.items()]
    final = _fitted(every)
    if args.kept:
        with using(final):
            rows.append(_row("kept", [_read(text, extractor) for text in annotated(KEPT)]))
    print(table(("texts", "number", *_SHOWN), rows))
    if args.curve:
        print(table(("fitted on", "judged", *_SHOWN), _curve(every, extractor)))
    for name, weights in final.items():
        write(name, weights, f"Weights of the evidence for {name}.")


def _curve(texts: Sequence[Annotated], extractor: Extractor) -> list[list[str]]:
    """A row for each number of texts to fit on: how well weights of so many read those of the other folds."""
    largest = min(len(fitted_on) for fitted_on, _ in folds(texts))
    sizes = [*(size for size in _SIZES if size < largest), largest]
    return [_row(str(size), [*crossed(texts, extractor, size).values()]) for size in sizes]


def crossed(texts: Sequence[Annotated], extractor: Extractor, most: int | None = None) -> dict[str, Counter[str]]:
    """Id -> counts of each text, read with weights that were fitted without it, on `most` of the others at most."""
    found: dict[str, Counter[str]] = {}
    for fitted_on, judged in folds(texts):
        with using(_fitted(sorted(fitted_on, key=_dealt)[:most])):
            found |= {text.id: _read(text, extractor) for text in judged}
    return found


def _dealt(text: Annotated) -> bytes:
    """A key that mixes the kinds of texts, always in the same way."""
    return sha256(text.id.encode()).digest()


def _fitted(texts: Sequence[Annotated]) -> dict[str, Weights]:
    return {name: weights for fit in _FITS for name, weights in fit(texts).items()}


def _read(text: Annotated, extractor: Extractor) -> Counter[str]:
    return counted(text, extraction(article(text.text, None), extractor))


def _row(name: str, counts: Sequence[Counter[str]]) -> list[str]:
    every = sum(counts, Counter[str]())
    measured = scores(every)
    return [name, str(len(counts)), *(f"{measured[measure]:.3f}" for measure in _SHOWN)]


if __name__ == "__main__":
    main()
