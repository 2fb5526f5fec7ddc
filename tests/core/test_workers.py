"""Jobs in this process and in workers: the same results, and what becomes of workers that die."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from casebook.workers import WHERE, ExecutorError, Lost, run

NUMBERS = list(range(40))
SLEEPERS = """
import os, signal, sys, time
from casebook.workers import run
from tests.core.test_workers import sleeping
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # also where a shell had it ignored
    run(sleeping, None, list(range(4)), size=1)
"""


def squared(state: int, number: int) -> int:
    return state + number * number


def deadly(state: int, number: int) -> int:
    """Kills the process that it runs in, as the system does when memory is short."""
    if number in (7, 30):
        os.kill(os.getpid(), signal.SIGKILL)
    return squared(state, number)


def unlucky(path: str, number: int) -> int:
    """Kills its process once: the next one goes well."""
    if number == 7 and not os.path.exists(path):
        open(path, "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def broken(state: int, number: int) -> int:
    raise ValueError(f"no {number}")


def sleeping(state: None, number: int) -> None:
    os.write(1, f"{os.getpid()}\n".encode())  # in one piece, since others write there, too
    time.sleep(60)


@pytest.fixture(params=["1", "2"])
def workers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv(WHERE, request.param)
    return str(request.param)


def test_results_stand_in_the_order_of_the_items(workers: str) -> None:
    finished: list[object] = []
    squares = [5 + number * number for number in NUMBERS]
    assert run(squared, 5, NUMBERS, size=3, done=finished.extend) == squares
    assert finished == squares


def test_few_items_are_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WHERE, "2")
    assert run(lambda state, item: os.getpid(), None, [1, 2, 3]) == [os.getpid()] * 3


def test_a_job_that_fails_ends_all(workers: str) -> None:
    with pytest.raises(ValueError, match="no 0"):
        run(broken, 0, NUMBERS, size=3)


def test_items_of_which_workers_die_are_named(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(WHERE, "2")
    results = run(deadly, 0, NUMBERS, size=3)
    assert [number for number, result in enumerate(results) if result == Lost()] == [7, 30]
    assert [result for result in results if result != Lost()] == [n * n for n in NUMBERS if n not in (7, 30)]
    assert "A worker died" in capfd.readouterr().err


def test_a_worker_that_was_only_unlucky_costs_no_item(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setenv(WHERE, "2")
    assert run(unlucky, f"{tmp_path}/met", NUMBERS, size=3) == NUMBERS


@pytest.mark.parametrize("where", ["many", "0", "-2", "２", "tcp://x"])
def test_an_unknown_executor_is_refused(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WHERE, where)
    with pytest.raises(ExecutorError, match="write a number"):
        run(squared, 0, NUMBERS)


def killed(process: subprocess.Popen[str]) -> None:
    process.kill()


def interrupted(process: subprocess.Popen[str]) -> None:
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does


@pytest.mark.parametrize("end", [killed, interrupted])
def test_no_worker_outlives_us(end: Callable[[subprocess.Popen[str]], None]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SLEEPERS],
        env={**os.environ, WHERE: "2"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    pids = [int(process.stdout.readline()) for _ in range(2)]
    end(process)
    assert process.wait(timeout=20) != 0
    deadline = time.monotonic() + 20
    while any(_is_there(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_is_there(pid) for pid in pids)


def _is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as file:  # a process that nobody has waited for is none
        return file.read().rpartition(")")[2].split()[0] != "Z"
