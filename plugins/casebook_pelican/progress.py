"""How far a long build is, on a terminal; elsewhere a line for each long phase; and the seconds of all phases."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from casebook.folder import write
from casebook.store import KEPT

_LONG = 2.0  # seconds, after which one wonders
TIMINGS = "timings.json"


class Phases:
    """The phases of a build, in their order: what each counts, how many, and its seconds."""

    def __init__(self) -> None:
        self.took: dict[str, float] = {}
        self.parts: dict[str, float] = {}  # of the site: the seconds of all workers together
        self._console = Console(stderr=True)

    @contextmanager
    def phase(self, name: str) -> Iterator[Callable[[int], None]]:
        """A phase, as long as the context lasts: a function that is told how many more are done."""
        start, count = time.monotonic(), 0
        bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self._console,
            auto_refresh=False,  # which is a thread, and workers are forked
            transient=True,
        )
        task = bar.add_task(name, total=None)

        def done(more: int) -> None:
            nonlocal count
            count += more
            bar.advance(task, more)
            if self._console.is_terminal and time.monotonic() - start > _LONG:
                bar.start()
                bar.refresh()

        try:
            yield done
        finally:
            if bar.live.is_started:
                bar.stop()
        self.took[name] = time.monotonic() - start
        if self.took[name] > _LONG:
            print(f"{name}: {count} in {self.took[name]:.1f} s", file=sys.stderr, flush=True)

    def tell(self) -> None:
        """Print the seconds of each phase, and those of the parts of the site; keep both for programs."""
        rows = {**self.took, **{f"  {name}, by all workers": seconds for name, seconds in self.parts.items()}}
        for name, seconds in rows.items():
            print(f"{seconds:8.2f} s  {name}", file=sys.stderr, flush=True)
        write(KEPT, TIMINGS, json.dumps({"phases": self.took, "parts": self.parts}))
