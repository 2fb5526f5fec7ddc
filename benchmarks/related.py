"""How the time to relate cases to each other grows with their number.

Run from the root of the project: `python -m benchmarks.related`. README.md of this folder tells the rest.
"""

import argparse
from collections.abc import Sequence
from functools import partial

from benchmarks.invented import library
from benchmarks.tables import table
from benchmarks.timing import seconds
from casebook.library import Library, related

_SIZES = (250, 500, 1000, 2000, 4000)


def main(argv: Sequence[str] | None = None) -> None:
    """Measure every size and print a Markdown table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.related", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each is run; the best counts")
    rounds = parser.parse_args(argv).rounds
    rows: list[tuple[str, ...]] = []
    half = 0.0
    for size in _SIZES:
        fresh = [library(size) for _ in range(rounds)]  # a Library relates its cases once
        best = min(seconds(partial(_relate, one)) for one in fresh)
        near = [len(related(fresh[-1], slug)) for slug in fresh[-1].cases]
        times = f"{best / half:.2f}" if half else ""
        rows.append((str(size), f"{best:.3f}", times, f"{1000 * best / size:.2f}", f"{sum(near) / size:.1f}"))
        half = best
    print(table(("cases", "CPU s", "times the half", "ms a case", "related cases of a case"), rows))


def _relate(one: Library) -> None:
    for slug in one.cases:
        related(one, slug)


if __name__ == "__main__":
    main()
