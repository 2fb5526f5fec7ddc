"""Lighthouse on the built site, the median of five runs a page: `inv bench lighthouse`."""

from collections import defaultdict
from pathlib import Path
from statistics import median

from benchmarks.tables import table
from tests.lighthouse import GATED, runs

CATEGORIES = ("performance", *GATED)
RUNS = 5


def main() -> None:
    """Print a table of the medians, and the performance of each run, so that one sees how far they are apart."""
    scores: dict[str, list[dict[str, float]]] = defaultdict(list)
    for run in runs(Path("output"), CATEGORIES, RUNS):
        scores[run["address"]].append(run["scores"])
    rows = [
        [
            f"/{address}",
            *(f"{median(run[name] for run in of) * 100:.0f}" for name in CATEGORIES),
            " ".join(f"{run['performance'] * 100:.0f}" for run in of),
        ]
        for address, of in scores.items()
    ]
    print(table(["page", *CATEGORIES, "performance of each run"], rows))


if __name__ == "__main__":
    main()
