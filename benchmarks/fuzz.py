"""Looks for what costs more than its size: a row a text or heap, over three doublings up to the largest allowed.

Run from the root of the project: `python -m benchmarks.fuzz [--only EXPRESSION]`. README.md of this folder tells more.
"""

import argparse
import os
import re
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from math import log2
from multiprocessing import Pipe
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.heaps import HEAPED, HEAPS, Heap, outcome, write
from benchmarks.patterns import Pattern, patterns
from benchmarks.surfaces import SURFACES
from benchmarks.tables import table

DOUBLINGS = 3
MOST_SECONDS, MOST_MEGABYTES = 10.0, 300.0  # what a file may cost that is read to its end
STEEPEST = 1.4  # exponent of the last doubling: 1 is linear, 2 quadratic
_SLOW = 1.0  # seconds; what takes less at the largest size is not measured at smaller ones
_GROWN = 1.5  # times as large, for two sizes to tell anything
_STOP, _FULL = 40, 3_000_000_000  # seconds and bytes after which a reading is ended
_UNIT = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss is counted in, in bytes


@dataclass(frozen=True)
class Cost:
    """CPU seconds and peak megabytes of one reading, with the tables that it needs, and the first error it ended in."""

    size: int
    seconds: float
    megabytes: float
    said: str

    @property
    def is_ended(self) -> bool:
        """Whether it raised, or was ended."""
        return self.said.startswith("!")


def cost(size: int, read: Callable[[], str]) -> Cost:
    """What it costs to read `size` bytes; a process of its own reads them, so that one takes nothing from the next."""
    mine, its = Pipe(duplex=False)
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (_STOP, _STOP))
        resource.setrlimit(resource.RLIMIT_AS, (_FULL, _FULL))
        try:
            its.send(read())
        except BaseException as error:  # whatever it is, it belongs into the table
            its.send(f"!{type(error).__name__}: {error}"[:80])
        os._exit(0)
    its.close()
    try:
        said = str(mine.recv())
    except EOFError:
        said = "!ended"
    _, _, used = os.wait4(child, 0)
    return Cost(size, used.ru_utime + used.ru_stime, used.ru_maxrss * _UNIT / 1e6, said)


def of_pattern(pattern: Pattern, size: int) -> Cost:
    """What `size` bytes of a pattern cost."""
    data = pattern.make(size).encode()
    return cost(len(data), partial(SURFACES[pattern.surface].outcome, data))


def of_heap(heap: Heap, count: int) -> Cost:
    """What a collection with `count` of a heap costs."""
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        return cost(write(heap, count, content), partial(outcome, content))


def costs(largest: int, cost_of: Callable[[int], Cost]) -> list[Cost]:
    """The costs at the largest size and, unless that is cheap and read to its end, at the sizes half as large each."""
    found: list[Cost] = []
    for halved in range(DOUBLINGS + 1):
        found.insert(0, cost_of(largest >> halved))
        if found[0].seconds < _SLOW and not found[0].said:
            break
    return found


def exponent(found: Sequence[Cost]) -> float:
    """How time grows with size at the last doubling of which both were read alike; 0 if neither takes long."""
    alike = (two for two in pairwise(found) if bool(two[0].said) == bool(two[1].said))
    pairs = [(one, two) for one, two in alike if two.size > _GROWN * one.size]
    if not pairs or pairs[-1][1].seconds < _SLOW:
        return 0.0
    one, two = pairs[-1]
    return log2(two.seconds / one.seconds) / log2(two.size / one.size)


def faults(found: Sequence[Cost]) -> Iterator[str]:
    """What is wrong with the costs of a pattern or heap."""
    if any(one.is_ended for one in found):
        yield "ended"
    if any(one.seconds > MOST_SECONDS for one in found):
        yield f"more than {MOST_SECONDS:.0f} s"
    if any(one.megabytes > MOST_MEGABYTES for one in found):
        yield f"more than {MOST_MEGABYTES:.0f} MB"
    if exponent(found) > STEEPEST:
        yield f"grows faster than n^{STEEPEST}"


def _row(surface: str, name: str, found: Sequence[Cost]) -> list[str]:
    seconds = " → ".join(f"{one.seconds:.2f}" for one in found)
    megabytes = " → ".join(f"{one.megabytes:.0f}" for one in found)
    said = found[-1].said.splitlines()[0][:70] if found[-1].said else "read"
    size = f"{found[-1].size // 1024:,}"
    return [surface, f"`{name}`", size, seconds, megabytes, f"{exponent(found):.2f}", said]


def _everything() -> Iterator[tuple[str, str, Callable[[], list[Cost]]]]:
    """Surface, name and costs of each pattern and heap."""
    for pattern in patterns():
        largest = SURFACES[pattern.surface].largest
        yield pattern.surface, pattern.name, partial(costs, largest, partial(of_pattern, pattern))
    for name, heap in HEAPS.items():
        yield "collection", name, partial(costs, HEAPED, partial(of_heap, heap))


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; 1 if a pattern costs too much, else 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--only", default="", help="only those of which surface and name match this expression")
    parser.add_argument("--least", type=float, default=0.0, help="seconds below which a row without fault is left out")
    args = parser.parse_args(argv)
    for one in SURFACES.values():
        one.outcome(one.simple.encode())  # tables are loaded and expressions compiled before any is measured
    print(table(("surface", "pattern", "KiB", "seconds", "MB", "exponent", "outcome"), ()), flush=True)
    bad: list[str] = []
    for surface, name, costs_of in _everything():
        if not re.search(args.only, f"{surface} {name}"):
            continue
        found = costs_of()
        wrong = ", ".join(faults(found))
        bad += [f"- {surface} `{name}`: {wrong}"] if wrong else []
        if wrong or found[-1].seconds >= args.least:
            print(f"| {' | '.join(_row(surface, name, found))} |", flush=True)
    print("\n".join([f"\n{len(bad)} cost too much:", *bad]))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
