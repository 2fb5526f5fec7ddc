"""CPU time of functions that are measured against each other."""

import gc
import time
from collections.abc import Callable, Mapping

Work = Callable[[], object]


def best(work: Mapping[str, Work], rounds: int) -> dict[str, float]:
    """The least CPU seconds of each; they take turns, so that whatever disturbs the machine hits all alike."""
    least = dict.fromkeys(work, float("inf"))
    for _ in range(rounds):
        for name, run in work.items():
            least[name] = min(least[name], seconds(run))
    return least


def seconds(run: Work) -> float:
    """The CPU seconds of one run, garbage of what ran before not counted."""
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start
