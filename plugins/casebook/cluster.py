"""Workers of a cluster of Dask, through the executor that its own client gives: the package is an extra, `cluster`."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from typing import Any

from casebook.workers import ExecutorError, Team

try:
    from distributed import Client, KilledWorker
except ImportError:
    raise ExecutorError("Workers of Dask need a package more: pip install 'casebook[cluster]'") from None

_WAIT = "10s"  # for the scheduler to answer


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
        held = client.scatter(state, broadcast=True, hash=False)
        executor = client.get_executor(pure=False)

        def submit(job: Callable[..., Any], items: Sequence[Any]) -> Future[list[Any]]:
            future: Future[list[Any]] = executor.submit(_with_state, held, job, items)
            return future

        with executor:
            yield Team(submit, (KilledWorker, CancelledError))  # cancelled: the state was lost with a worker


def _with_state(state: object, job: Callable[..., Any], items: Sequence[Any]) -> list[Any]:
    return [job(state, item) for item in items]
