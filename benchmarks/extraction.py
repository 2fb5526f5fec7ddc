"""How fast extraction is beside one regular expression, how flat its memory, how linear its time.

Run from the root of the project: `python -m benchmarks.extraction [FILE …]`. README.md of this folder tells the rest.
"""

import argparse
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import hostile, texts
from benchmarks.plain import expression
from benchmarks.tables import table
from benchmarks.timing import best
from casebook.extract import Extractor, steps
from casebook.files import read_gazetteer, read_site

_PARTS = ("speed", "memory", "hostile")
_COPIES = (10, 1000)
_MOST_MEMORY = 3_000_000_000  # bytes; a hostile string ends in MemoryError, not in the end of the machine

Reader = Callable[[str], object]


def main(argv: Sequence[str] | None = None) -> None:
    """Measure what is asked for and print it as Markdown tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="more texts, UTF-8")
    parser.add_argument("--part", choices=_PARTS, action="append", help="measure only this (may be repeated)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is run; the best counts")
    parser.add_argument("--megabytes", type=float, default=2.0, help="how much text, the documents repeated")
    args = parser.parse_args(argv)
    wanted = args.part or _PARTS
    if "memory" in wanted:
        print(memory(args.files[0] if args.files else texts.largest()), flush=True)
    readers = _readers()
    documents = texts.documents(args.files, int(args.megabytes * 1e6))
    if "speed" in wanted:
        print(speed(readers, documents, args.rounds), flush=True)
    if "hostile" in wanted:
        print_hostile(readers["metrics + steps + tags"], documents)


def _readers() -> dict[str, Reader]:
    """The yardstick in its two forms, then ours."""
    gazetteer = read_gazetteer()
    extractor = Extractor(read_site(texts.CONTENT, gazetteer=gazetteer).library.vocabulary, gazetteer)
    with_qualifier, without = expression(), expression(qualifier=False)

    return {
        "single expression": lambda text: list(with_qualifier.finditer(text)),
        "the same without qualifier": lambda text: list(without.finditer(text)),
        "metrics + steps + tags": lambda text: (extractor.metrics(text), steps(text), extractor.evidence(text)),
        "metrics": extractor.metrics,
        "steps": steps,
        "tags": extractor.evidence,
    }


def speed(readers: dict[str, Reader], documents: Sequence[str], rounds: int) -> str:
    """A table of CPU time for all documents, MB/s of UTF-8, and how many times as long as the single expression."""

    def over_all(read: Reader) -> Callable[[], object]:
        def run() -> None:
            for text in documents:
                read(text)

        return run

    for read in readers.values():
        read(documents[0])  # tables are loaded and expressions compiled once in a process
    size = texts.megabytes(documents)
    times = best({name: over_all(read) for name, read in readers.items()}, rounds)
    unit = times["single expression"]
    head = f"{len(documents)} documents, {size:.2f} MB of UTF-8, best of {rounds}:"
    rows = [
        (name, f"{seconds:.3f}", f"{size / seconds:.2f}", f"{seconds / unit:.1f}") for name, seconds in times.items()
    ]
    return f"{head}\n\n{table(('', 'CPU s', 'MB/s', 'times the single expression'), rows)}\n"


def memory(file: Path) -> str:
    """A table of the peak memory of the command on a few and on many copies of `file`."""
    command = [sys.executable, "-m", "benchmarks.memory", str(file), *map(str, _COPIES)]
    output = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    rows = [(count, f"{float(peak):.1f}") for count, peak in (line.split() for line in output.splitlines())]
    head = f"`python -m casebook extract` on copies of {file.name} ({file.stat().st_size:,} bytes):"
    return f"{head}\n\n{table(('copies', 'peak memory, MB'), rows)}\n"


def print_hostile(read: Reader, documents: Sequence[str]) -> None:
    """A table of hostile strings, a row as soon as it is there; then those that failed."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    real = best({"": lambda: [read(text) for text in documents]}, 2)[""] / sum(map(len, documents))
    print(table(("string", "n, ms", "2n, ms", "ratio", "a character, times real text"), ()), flush=True)
    bad = []
    for row in hostile.rows(read):
        bad += [row] if row.is_bad else []
        cells = (
            f"{row.once * 1e3:.1f}",
            f"{row.twice * 1e3:.1f}",
            f"{row.ratio:.2f}",
            f"{row.per_character / real:.1f}",
        )
        print(f"| `{row.name}` | {row.error if row.error else ' | '.join(cells)} |", flush=True)
    print(f"\n{len(bad)} of {len(hostile.STRINGS)} raise or grow by more than {hostile.LIMIT}:", flush=True)
    for row in bad:
        print(f"- `{row.name}` {row.error or f'{row.ratio:.2f}'}")


if __name__ == "__main__":
    main()
