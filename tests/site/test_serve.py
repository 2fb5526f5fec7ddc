"""The server at home: addresses as on a static host, and the word to reload after a new build."""

import asyncio
import socket
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from casebook_pelican.serve import EVENTS, SCRIPT, serve


@pytest.fixture
def home(tiny: Path, tmp_path: Path):
    """(address, watched folder, list of builds) of a running server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    builds: list[bool] = []

    def build() -> bool:
        builds.append((tmp_path / "good").exists())
        return builds[-1]

    threading.Thread(target=lambda: asyncio.run(serve(tiny, port, [tmp_path], build)), daemon=True).start()
    address = f"http://127.0.0.1:{port}"
    for _ in range(100):
        try:
            urllib.request.urlopen(address)
            break
        except urllib.error.URLError:
            time.sleep(0.1)
    return address, tmp_path, builds


def test_addresses(home):
    address, _, _ = home
    with urllib.request.urlopen(f"{address}/cases") as response:
        assert response.url == f"{address}/cases/"
        assert SCRIPT in response.read().decode()
    with urllib.request.urlopen(f"{address}/theme/css/site.css") as response:
        assert response.headers["Content-Type"] == "text/css; charset=utf-8"
        assert b"<script" not in response.read()
    for path in ("/nope/", "/..%2f..%2f..%2fetc/passwd", "/theme/nope.css"):
        with pytest.raises(urllib.error.HTTPError) as missing:
            urllib.request.urlopen(address + path)
        assert missing.value.code == 404
        assert "没有这一页" in missing.value.read().decode()


def test_reload_only_after_a_build_that_went_well(home):
    address, watched, builds = home
    heard: list[bytes] = []
    events = urllib.request.urlopen(address + EVENTS, timeout=60)
    listener = threading.Thread(target=lambda: heard.append(events.read()), daemon=True)
    listener.start()
    for number in range(100):  # until the watcher has begun
        (watched / f"bad-{number}").touch()
        if builds:
            break
        time.sleep(0.1)
    assert set(builds) == {False}
    assert heard == []
    (watched / "good").touch()
    listener.join(30)
    assert heard == [b"event: reload\ndata: now\n\n"]
