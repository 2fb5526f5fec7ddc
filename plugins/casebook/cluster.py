"""Workers of a cluster of Dask, through the executor that its own client gives: the package is an extra, `cluster`."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from typing import Any

from casebook.workers import ExecutorError, Team

try:
    from distributed import Client, KilledWorker
    from distributed.comm.core import CommClosedError
except ImportError:
    raise ExecutorError("Workers of Dask need a package more: pip install 'casebook[cluster]'") from None

_WAIT = "10s"  # for the scheduler to answer
_TRIES = 5  # at sending what workers need
_PAUSE = 0.5  # seconds, in which a scheduler sees who has died


@contextmanager
def cluster(address: str, state: object, count: int) -> Iterator[Team]:
    """A Team of the workers of the scheduler at `host:port`; ExecutorError if it does not answer.

    The state is sent to each worker once.
    """
    try:
        client = Client(f"tcp://{address}", timeout=_WAIT)
    except (OSError, ValueError) as error:
        raise ExecutorError(f"No scheduler of Dask answers at {address}: {error}") from None
    with client:
        held = _held(client, state, address)
        executor = client.get_executor(pure=False)

        def submit(job: Callable[..., Any], items: Sequence[Any]) -> Future[list[Any]]:
            future: Future[list[Any]] = executor.submit(_with_state, held, job, items)
            return future

        with executor:
            yield Team(submit, (KilledWorker, CommClosedError, CancelledError))  # the last: its state is lost


def _held(client: Client, state: object, address: str) -> object:
    """The state, sent to every worker; once more where one of them dies while it is sent."""
    left = _TRIES
    while True:
        try:
            return client.scatter(state, broadcast=True, hash=False)
        except OSError as error:
            left -= 1
            if not left:
                raise ExecutorError(f"Workers of {address} die before they begin: {error}") from None
            time.sleep(_PAUSE)


def _with_state(state: object, job: Callable[..., Any], items: Sequence[Any]) -> list[Any]:
    return [job(state, item) for item in items]
