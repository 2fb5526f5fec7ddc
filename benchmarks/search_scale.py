"""Search over 1,000 and 10,000 invented cases: what the index costs to build, what a query costs and finds.

Run from the root of the project: `inv bench scale`, or after a build `python -m benchmarks.search_scale`. README.md of
this folder tells the rest.
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.asked import OPEN, costs, questions
from benchmarks.scale_build import BUILDERS, cost
from benchmarks.scale_queries import Collection, compressed, report
from benchmarks.tables import table

_PARTS = ("build", "queries", "questions", "javascript")
_COUNTS = (1_000, 10_000)
_JAVASCRIPT = Path("theme/build/js")


def main(argv: Sequence[str] | None = None) -> None:
    """Measure what is asked for and print it as Markdown tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search_scale", description=__doc__)
    parser.add_argument("--part", choices=_PARTS, action="append", help="measure only this (may be repeated)")
    parser.add_argument("--cases", type=int, action="append", help="of so many (may be repeated)")
    args = parser.parse_args(argv)
    wanted, counts = args.part or _PARTS, args.cases or _COUNTS
    if "build" in wanted:  # while this process is small
        print(f"{build(counts)}\n", flush=True)
    for count in counts if "queries" in wanted else ():
        print(f"{count} cases:\n\n{report(count)}\n", flush=True)
    for count in counts if "questions" in wanted else ():
        print(f"Questions of practitioners over {count} cases:\n\n{asked(count)}\n", flush=True)
    if "javascript" in wanted:
        print(javascript())


def build(counts: Sequence[int]) -> str:
    """CPU seconds and peak memory of each builder, beside those of the least number of cases."""
    rows = []
    for name in BUILDERS:
        costs = {count: cost(name, count) for count in counts}
        least, _ = costs[min(counts)]
        rows += [
            [name, str(count), f"{seconds:.1f}", f"{seconds / least:.1f}", f"{peak:.0f}"]
            for count, (seconds, peak) in costs.items()
        ]
    return table(("builder", "cases", "CPU seconds", "times the first", "peak MB"), rows)


def asked(count: int) -> str:
    """What the open questions cost over so many invented cases."""
    with tempfile.TemporaryDirectory() as name:
        Collection(count).write(Path(name))
        return costs(Path(name), [question.text for question in questions(OPEN)])


def javascript() -> str:
    """The size of every script of the site."""
    scripts = sorted(_JAVASCRIPT.glob("*.js"))
    rows = ([path.name, f"{compressed(path.read_text(encoding='utf-8')) / 1000:.1f}"] for path in scripts)
    return table(("script", "kB after gzip -9"), rows)


if __name__ == "__main__":
    main()
