"""Workers of a cluster of Dask: a real one, of two processes on this machine."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client, LocalCluster
from distributed.comm.core import CommClosedError

import casebook.cluster
from casebook.files import read_site
from casebook.readings import Readings
from casebook.workers import WHERE, ExecutorError, run, shares_files
from tests.core.test_readings import CANTEENS, copies, shown
from tests.core.test_workers import NUMBERS, squared, unlucky


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as one:
        yield one


@pytest.fixture(autouse=True)
def asked(cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WHERE, f"dask://{cluster.scheduler_address.removeprefix('tcp://')}")


def whose(state: None, number: int) -> int:
    return os.getpid()


def test_both_workers_do_the_work_and_we_do_not(cluster: LocalCluster) -> None:
    assert set(run(whose, None, NUMBERS, size=1)) == {worker.pid for worker in cluster.workers.values()}
    assert not shares_files()


def test_results_stand_in_the_order_of_the_items() -> None:
    assert run(squared, 5, NUMBERS, size=3) == [5 + number * number for number in NUMBERS]


def test_a_worker_that_is_killed_costs_no_item(tmp_path: Path) -> None:
    assert run(unlucky, f"{tmp_path}/met", NUMBERS, size=3) == NUMBERS


def test_a_collection_is_read_as_in_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = shutil.copytree(CANTEENS, tmp_path / "content")
    copies(content, 40)
    there = shown(read_site(content, read=Readings(tmp_path / "there.db")))
    monkeypatch.setenv(WHERE, "1")
    assert there == shown(read_site(content))


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casebook.cluster._WAIT", "1s")
    monkeypatch.setenv(WHERE, "dask://127.0.0.1:9")
    with pytest.raises(ExecutorError, match=r"127\.0\.0\.1:9"):
        run(squared, 5, NUMBERS)


class Falling(Client):
    """A client that is told of workers that die while they are sent something."""

    falls = 0

    def scatter(self, *given: object, **named: object) -> object:
        if Falling.falls:
            Falling.falls -= 1
            raise CommClosedError
        return super().scatter(*given, **named)


def test_what_workers_need_is_sent_again_when_one_dies_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(casebook.cluster, "Client", Falling)
    monkeypatch.setattr(casebook.cluster, "_PAUSE", 0)
    monkeypatch.setattr(Falling, "falls", casebook.cluster._TRIES - 1)
    assert run(squared, 5, NUMBERS, size=3) == [5 + number * number for number in NUMBERS]
    monkeypatch.setattr(Falling, "falls", casebook.cluster._TRIES)
    with pytest.raises(ExecutorError, match="die before they begin"):
        run(squared, 5, NUMBERS, size=3)
