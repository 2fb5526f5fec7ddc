"""Does one job for many items: in this process, in worker processes of this machine, or on another's executor.

`CASEBOOK_EXECUTOR` says where: a number of processes (1: in this one alone; where it says nothing, as many as there are
cores), or `dask://host:port`, the scheduler of a cluster.
"""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from itertools import chain
from threading import Thread
from typing import Any, NamedTuple, TypeAlias, TypeVar

from casebook.characters import shown

WHERE = "CASEBOOK_EXECUTOR"
_DASK = "dask://"
_SIZE = 16  # items that a worker gets at a time: few enough that none is idle at the end
_FORKS = sys.platform == "linux"  # a child then has all that its parent holds, without a copy; elsewhere it is unsafe

State = TypeVar("State")
Item = TypeVar("Item")
Result = TypeVar("Result")


class Lost(NamedTuple):
    """What comes of an item of which its worker died, and died again."""


class ExecutorError(Exception):
    """Workers that cannot be had: which were asked for, and what to do."""


class Team(NamedTuple):
    """Workers that hold a state: `submit(job, items)` gives `[job(state, item) ...]`, or raises one of `died`."""

    submit: Callable[[Callable[..., Any], Sequence[Any]], Future[list[Any]]]
    died: tuple[type[Exception], ...]


_Opened: TypeAlias = Callable[[int], AbstractContextManager[Team]]  # of how many workers at most


def run(
    job: Callable[[State, Item], Result],
    state: State,
    items: Sequence[Item],
    *,
    size: int = _SIZE,
    done: Callable[[Sequence[Result | Lost]], None] = lambda results: None,
) -> list[Result | Lost]:
    """`job(state, item)` for each item, in the order of the items; `done` is told those that have come.

    `job` is a function of a module, and what goes in and out of it can be pickled. When a worker dies, what it had is
    done once more, one item at a time: Lost if its worker dies again. ExecutorError: there are no such workers.
    """
    opened = _opened(os.environ.get(WHERE, ""), state)
    if opened is None or len(items) <= size:
        return [result for item in items for result in _told([job(state, item)], done)]
    chunks = [items[at : at + size] for at in range(0, len(items), size)]
    with opened(len(chunks)) as team:
        futures = [team.submit(job, chunk) for chunk in chunks]
        found = [_result(future, team.died, done) for future in futures]
    lost = [item for chunk, results in zip(chunks, found, strict=True) if results is None for item in chunk]
    if lost:
        print(shown(f"A worker died; {len(lost)} items are done again, one by one"), file=sys.stderr)
    again = _one_by_one(opened, job, lost, done)
    return list(
        chain.from_iterable(
            [next(again) for _ in chunk] if results is None else results
            for chunk, results in zip(chunks, found, strict=True)
        )
    )


def shares_files() -> bool:
    """Whether workers see the files that this process sees; those of a cluster may have disks of their own."""
    return not os.environ.get(WHERE, "").startswith(_DASK)


def _opened(where: str, state: object) -> _Opened | None:
    """How to get the workers that are asked for; None if there are to be none."""
    if where.startswith(_DASK):
        from casebook.cluster import cluster  # only here, since its package is an extra

        return partial(cluster, where.removeprefix(_DASK), state)
    if where and not (where.isascii() and where.isdigit() and int(where)):
        raise ExecutorError(f"{WHERE}={where}: write a number of processes (1 for none besides), or {_DASK}host:port")
    count = int(where) if where else os.cpu_count() or 1
    return partial(_processes, state, count) if count > 1 else None


def _result(
    future: Future[list[Any]], died: tuple[type[Exception], ...], done: Callable[[Sequence[Any]], None]
) -> list[Any] | None:
    """The results of a chunk; None if its worker died."""
    try:
        return _told(future.result(), done)
    except died:
        return None


def _one_by_one(
    opened: _Opened, job: Callable[..., Any], items: Sequence[Any], done: Callable[[Sequence[Any]], None]
) -> Iterator[Any]:
    """The results of items that one worker does one after the other: so it is known of which it dies."""
    while items:
        with opened(1) as team:
            futures = [team.submit(job, [item]) for item in items]
            finished = 0
            for future in futures:
                results = _result(future, team.died, done)
                finished += 1
                yield from [Lost()] if results is None else results
                if results is None:
                    break
        items = items[finished:]


def _told(results: list[Any], done: Callable[[Sequence[Any]], None]) -> list[Any]:
    done(results)
    return results


@contextmanager
def _processes(state: object, most: int, count: int) -> Iterator[Team]:
    """A Team of processes of this machine; none of them outlives this one."""
    context = multiprocessing.get_context("fork" if _FORKS else "spawn")
    pool = ProcessPoolExecutor(min(most, count), context, _begin, (state,))

    def submit(job: Callable[..., Any], items: Sequence[Any]) -> Future[list[Any]]:
        return pool.submit(_in_process, job, items)

    try:
        yield Team(submit, (BrokenProcessPool,))
    finally:
        pool.shutdown(cancel_futures=True)


_held: list[object] = []  # by a worker process: the state


def _begin(state: object) -> None:
    """Begin to work: hold the state, end at once when somebody interrupts us, and when our parent ends."""
    _held.append(state)
    gc.disable()  # Python looks for circles between turns, and only among what the last one has made
    gc.freeze()  # what comes from the parent is shared as long as nobody touches it
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent
    parent.join()
    os._exit(1)


def _in_process(job: Callable[..., Any], items: Sequence[Any]) -> list[Any]:
    results = [job(_held[0], item) for item in items]
    gc.collect()
    gc.freeze()
    return results
