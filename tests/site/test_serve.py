"""The server at home: addresses as on a static host, no others' questions, and a word to reload after a new build."""

import asyncio
import contextlib
import os
import socket
import threading
import time
import urllib.request
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from casebook_pelican import watching
from casebook_pelican.serve import EVENTS, HOST, SCRIPT, PortError, listening, serve

STORM = 1000  # changes


def free() -> socket.socket:
    """A port of this machine that nothing uses."""
    one = socket.socket()
    one.bind((HOST, 0))
    return one


@pytest.fixture(scope="module")
def port(tiny: Path, tmp_path_factory: pytest.TempPathFactory):
    """The port of a running server of the small collection."""
    with free() as probe:
        number = probe.getsockname()[1]
    sockets = listening(str(number))
    ever = threading.Event()
    threading.Thread(
        target=lambda: asyncio.run(
            serve(tiny, sockets, [tmp_path_factory.mktemp("content")], lambda: ever.set() or False)
        ),
        daemon=True,
    ).start()
    assert ever.wait(30)
    return number


def ask(port: int, target: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    """The answer to a request whose target is sent as it is."""
    with contextlib.closing(HTTPConnection(HOST, port, timeout=20)) as connection:
        connection.putrequest(method, "/", skip_host="Host" in headers)
        connection._buffer[0] = connection._buffer[0].replace(b" / ", b" %b " % target.encode("latin-1"))
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        return response, response.read()


def asset(site: Path, name: str) -> str:
    """The address of what is named after its content."""
    (path,) = site.glob(f"theme/{name}")
    return f"/{path.relative_to(site).as_posix()}"


def test_addresses(port, tiny):
    response, _ = ask(port, "/cases?a=1&b=%2f")
    assert (response.status, response.headers["Location"]) == (302, "/cases/?a=1&b=%2f")
    response, page = ask(port, "/cases/")
    assert SCRIPT in page.decode()
    response, style = ask(port, asset(tiny, "css/site-*.css"))
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert b"<script" not in style
    for path in ("/nope/", "/theme/nope.css", "/theme/"):
        response, page = ask(port, path)
        assert response.status == 404
        assert "没有这一页" in page.decode()


def test_what_a_static_host_answers(port, tiny):
    response, _ = ask(port, "/", "HEAD")
    assert (response.status, response.headers["Cache-Control"]) == (200, "no-store")
    length = response.headers["Content-Length"]
    response, page = ask(port, "/", Range="bytes=0-9")
    assert (response.status, str(len(page))) == (200, length)
    script = asset(tiny, "js/site-*.js")
    for name, kind in (("/search/manifest.json", "application/json"), (script, "text/javascript")):
        response, _ = ask(port, name)
        assert response.headers["Content-Type"] == f"{kind}; charset=utf-8"
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"):
        response, _ = ask(port, "/", method)
        assert response.status in (405, 400), method


ELSEWHERE = [
    "/..%2f..%2f..%2fetc/passwd",
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "//etc/passwd",
    "/%2fetc/passwd",
]
ELSEWHERE += [
    "////evil/..%2f..",
    "//evil.test/..",
    "/\tevil",
    "/.%2e/",
    "/cases/../cases",
    "/c:/windows",
    "/C:%2fwindows/",
]
ODD = [
    "/%00",
    "/cases/%00/",
    "/..%5c..%5cetc",
    "/%5c%5cevil.test",
    "/a%0d%0aSet-Cookie:%20a=b",
    "/%ff",
    "/%c0%ae%c0%ae/",
]
ODD += [f"/{'a' * 300}", f"/{'a/' * 50}{'%E4%B8%AD' * 100}", "/%1b[2J", "/%7f"]


ODD += ["*", "cases/", "http://evil.test/", "http://127.0.0.1/cases"]


@pytest.mark.parametrize("targets", [ELSEWHERE, ODD], ids=["elsewhere", "odd"])
def test_no_address_leads_out_of_the_site(port, targets, capfd):
    for target in targets:
        response, body = ask(port, target)
        assert response.status == 400 or (targets is ELSEWHERE and response.status == 404), target
        assert "Location" not in response.headers, target
        assert b"root:" not in body, target
    assert capfd.readouterr().err == ""


def test_a_folder_has_its_one_address(port):
    for target in ("/cases", "/%63ases", "/cases%2f..%2fcases"):
        response, _ = ask(port, target)
        assert response.headers["Location"] == ("/cases/" if ".." not in target else None)


def test_links_and_special_files_of_a_site_lead_nowhere(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "out").symlink_to("/etc")
    (site / "passwd").symlink_to("/etc/passwd")
    (site / "loop").symlink_to("loop")
    os.mkfifo(site / "pipe")
    with free() as probe:
        number = probe.getsockname()[1]
    sockets = listening(str(number))
    threading.Thread(target=lambda: asyncio.run(serve(site, sockets, [tmp_path], lambda: False)), daemon=True).start()
    for target in ("/out", "/out/passwd", "/passwd", "/loop", "/pipe", "/"):
        response, body = ask(number, target)
        assert response.status == 404, target
        assert "还没有网站" in body.decode(), target


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST:8000", "localhost:1", "[::1]", "[::1]:8000"])
def test_hosts_of_this_machine(port, host):
    assert ask(port, "/", Host=host)[0].status == 200


@pytest.mark.parametrize(
    "host",
    [
        *("evil.test", "evil.test:8000", "127.0.0.1.evil.test", "localhost.evil.test", "localhost@evil.test"),
        *("192.168.1.1", "0.0.0.0", "127.0.0.2", "127.0.0.1:8000:1", "127.0.0.1:x", "[::2]", "a b"),
    ],
)
def test_a_name_that_was_made_to_lead_here_is_refused(port, host):
    for target in ("/", "/search/manifest.json", SCRIPT, EVENTS):
        response, body = ask(port, target, Host=host)
        assert response.status in (400, 403), target
        assert b"<" not in body


def test_who_reads_slowly_or_says_nothing_keeps_nobody_waiting(port):
    slow = [socket.create_connection((HOST, port)) for _ in range(20)]
    for one in slow[:10]:
        one.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
    for one in slow[10:]:
        one.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert ask(port, "/")[0].status == 200
    for one in slow:
        one.close()


@pytest.mark.parametrize("port", ["0", "-1", "70000", "65536", "http", "", "8000.0", " 80", "٣", "99999999999"])
def test_what_is_no_port(port):
    with pytest.raises(PortError, match="is no port"):
        listening(port)


def test_a_port_that_is_taken_or_kept(monkeypatch):
    with free() as taken:
        taken.listen()
        with pytest.raises(PortError, match="another program uses it"):
            listening(str(taken.getsockname()[1]))

    def kept(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("casebook_pelican.serve.bind_sockets", kept)
    with pytest.raises(PortError, match="Port 80 cannot be used: the system keeps it for itself"):
        listening("80")


# --- building ---


class Builds:
    """Builds that wait until they are let go, and the pages that were told."""

    def __init__(self, watched: Path) -> None:
        self.watched = watched
        self.begun = 0
        self.told = 0
        self.is_good = True
        self.go = threading.Event()
        self.go.set()

    def build(self) -> bool:
        self.begun += 1
        assert self.go.wait(30)
        return self.is_good

    def give(self) -> None:
        self.told += 1

    def change(self, times: int = 1, folder: str = "") -> None:
        for number in range(times):
            (self.watched / folder / f"{time.monotonic_ns()}-{number}").touch()

    async def until(self, count: int) -> None:
        """Wait until so many builds have begun, and a moment longer than more would take."""
        async with asyncio.timeout(60):
            while self.begun < count:
                await asyncio.sleep(0.02)
        await asyncio.sleep(1.5 * watching.QUIET / 1000)
        assert self.begun == count


def watched(tmp_path: Path, story) -> Builds:
    """Run `story` on builds of changes in a folder, after the first of them."""
    builds = Builds(tmp_path / "content")
    builds.watched.mkdir()

    async def run() -> None:
        building = asyncio.create_task(watching.build_after_changes([builds.watched], builds.build, builds.give))
        await builds.until(1)
        await story(builds)
        building.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await building

    asyncio.run(run())
    return builds


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(watching, "LOOK", 100)


def test_a_storm_is_one_build_and_what_comes_while_it_builds_one_more(tmp_path):
    async def story(builds: Builds) -> None:
        await asyncio.to_thread(builds.change, STORM)
        await builds.until(2)
        builds.go.clear()
        builds.change()
        await builds.until(3)
        for _ in range(2):
            await asyncio.to_thread(builds.change, 100)
            await asyncio.sleep(1.5 * watching.QUIET / 1000)
        await builds.until(3)
        builds.go.set()
        await builds.until(4)

    assert watched(tmp_path, story).told == 4


def test_only_a_build_that_went_well_is_told(tmp_path):
    async def story(builds: Builds) -> None:
        builds.is_good = False
        builds.change()
        await builds.until(2)
        assert builds.told == 1
        builds.is_good = True
        builds.change()
        await builds.until(3)

    assert watched(tmp_path, story).told == 2


def test_a_folder_may_go_and_come_back(tmp_path):
    async def story(builds: Builds) -> None:
        away = builds.watched.rename(tmp_path / "away")
        await builds.until(2)
        away.rename(builds.watched)
        await builds.until(3)
        builds.change()
        await builds.until(4)

    watched(tmp_path, story)


def test_where_nobody_tells_of_changes_one_looks(tmp_path, monkeypatch):
    monkeypatch.setattr(watching, "is_remote", lambda _: True)

    async def story(builds: Builds) -> None:
        builds.change()
        await builds.until(2)

    watched(tmp_path, story)


def test_where_the_system_has_no_more_watches_one_looks(tmp_path, monkeypatch, capsys):
    really = watching.awatch

    def exhausted(*folders, force_polling, **options):
        if not force_polling:
            raise RuntimeError("Too many open files")
        return really(*folders, force_polling=True, **options)

    monkeypatch.setattr(watching, "awatch", exhausted)

    async def story(builds: Builds) -> None:
        builds.change()
        await builds.until(2)

    watched(tmp_path, story)
    assert capsys.readouterr().err == "Too many open files: looking for changes instead\n"


@pytest.mark.parametrize(
    ("rows", "expect"),
    [
        (["1 0 0:1 / / rw - ext4 /dev/a rw"], False),
        (["1 0 0:1 / / rw - ext4 /dev/a rw", "2 1 0:2 / {} rw shared:1 - nfs4 host:/x rw"], True),
        (["1 0 0:1 / / rw - ext4 /dev/a rw", "2 1 0:2 / {} rw - fuse.sshfs host:/x rw"], True),
        (["1 0 0:1 / / rw - 9p host rw", "2 1 0:2 / {} rw - ext4 /dev/b rw"], False),
        (["nonsense", ""], False),
    ],
)
def test_file_systems_of_other_machines(tmp_path, monkeypatch, rows, expect):
    (tmp_path / "mounts").write_text("\n".join(rows).format(tmp_path))
    (tmp_path / "content").mkdir()
    monkeypatch.setattr(watching, "MOUNTS", tmp_path / "mounts")
    assert watching.is_remote([tmp_path / "content"]) is expect
    monkeypatch.setattr(watching, "MOUNTS", tmp_path / "none")
    assert not watching.is_remote([tmp_path / "content"])


def test_an_open_page_hears_of_a_new_build(tiny, tmp_path):
    with free() as probe:
        number = probe.getsockname()[1]
    sockets = listening(str(number))
    (tmp_path / "content").mkdir()
    go, done = threading.Event(), threading.Event()

    def build() -> bool:
        done.set()
        return go.wait(30)

    threading.Thread(
        target=lambda: asyncio.run(serve(tiny, sockets, [tmp_path / "content"], build)), daemon=True
    ).start()
    events = urllib.request.urlopen(f"http://{HOST}:{number}{EVENTS}", timeout=30)
    assert done.wait(30)
    go.set()
    assert events.read() == b"event: reload\ndata: now\n\n"
