"""Serves a site at home, to this machine alone, and makes the open pages reload when it was built again.

Pages are served as they will be published, with one script more, which waits for the signal to reload. It comes from
this host, so the Content-Security-Policy of the pages allows it.
"""

import asyncio
import errno
import os
import re
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus
from pathlib import Path
from socket import socket
from types import TracebackType
from typing import Any
from urllib.parse import quote

from tornado import web
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from casebook_pelican.watching import build_after_changes

HOST = "127.0.0.1"
SCRIPT = "/-/reload.js"
EVENTS = "/-/reload"
_RELOAD_JS = f"""new EventSource("{EVENTS}").addEventListener("reload", () => location.reload());\n"""
_EMPTY = (
    "<!doctype html><meta charset=utf-8><title>还没有网站</title>"
    "<p>网站还没有生成:正在生成,或者内容有错误。错误列在终端里;改好后这里会自动刷新。"
)
_OURS = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?", re.I | re.A)  # any port: one may be forwarded
_ODD = re.compile(r"[\x00-\x1f\x7f\\]")  # in an address: no name has it, and \ divides folders on Windows
_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
}
_SAID = {
    400: "这不是网址",
    403: "这里只给本机看:用 127.0.0.1 或 localhost 打开",
    405: "只能读(GET、HEAD)",
}
_PORTS = {
    errno.EADDRINUSE: "another program uses it",
    errno.EACCES: "the system keeps it for itself",
    errno.EPERM: "the system keeps it for itself",
}


class PortError(Exception):
    """There can be no server at a port: which one, and why."""


class _Reloads:
    """The signal to reload, for every waiting page."""

    def __init__(self) -> None:
        self.waiting: set[asyncio.Event] = set()

    def give(self) -> None:
        for event in self.waiting:
            event.set()


class _Handler(web.RequestHandler):
    """Answers to this machine alone.

    A page of another site may have the name of its host lead here, and would then read what is not published yet; but
    it cannot change the name that the browser asks for.
    """

    def prepare(self) -> Awaitable[None] | None:
        """Refuse what asks for another host."""
        if not _OURS.fullmatch(self.request.host):
            raise web.HTTPError(403)
        return None

    def write_error(self, status_code: int, **named: Any) -> None:
        """Say what is wrong in a line."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        if status_code == 405:
            self.set_header("Allow", "GET, HEAD")
        self.finish(f"{status_code} {_SAID.get(status_code, HTTPStatus(status_code).phrase)}\n")

    def log_exception(
        self,
        typ: type[BaseException] | None,
        value: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        """Print bugs, and nothing of what browsers ask wrongly."""
        if not isinstance(value, web.HTTPError):
            super().log_exception(typ, value, tb)


class _OddHandler(_Handler):
    """Refuses what is no path: `*`, or the address of a whole site."""

    def prepare(self) -> None:
        """Refuse it."""
        raise web.HTTPError(400)


class _EventsHandler(_Handler):
    """Lets a page wait for the signal to reload (server-sent events)."""

    def initialize(self, reloads: _Reloads) -> None:
        self.reloads = reloads
        self.event = asyncio.Event()

    async def get(self) -> None:
        self.set_header("Content-Type", "text/event-stream")
        self.set_header("Cache-Control", "no-store")
        self.reloads.waiting.add(self.event)
        await self.flush()
        await self.event.wait()
        self.write("event: reload\ndata: now\n\n")

    def on_finish(self) -> None:
        self.reloads.waiting.discard(self.event)

    def on_connection_close(self) -> None:
        self.event.set()
        self.reloads.waiting.discard(self.event)


class _ScriptHandler(_Handler):
    def get(self) -> None:
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.write(_RELOAD_JS)

    head = get


class _SiteHandler(_Handler):
    """Serves a folder as a static host does: `x/` is `x/index.html`, a missing page is `404.html`."""

    def initialize(self, folder: Path) -> None:
        self.folder = folder.resolve()

    def get(self, path: str) -> None:
        """Send a file whole; where an address lacks the slash of a folder, send the address that has it."""
        file = self._file(path)
        if file and file.is_dir() and path and not path.endswith("/"):
            query = f"?{self.request.query}" if self.request.query else ""
            return self.redirect(f"/{quote(file.relative_to(self.folder).as_posix())}/{query}")
        body = _body(file / "index.html" if file and file.is_dir() else file)
        if body is None:
            self.set_status(404)
            file = self.folder / "404.html"
            body = _body(file) or _EMPTY.encode()
        suffix = ".html" if file is None or file.is_dir() else file.suffix
        if suffix == ".html":
            body += f'<script src="{SCRIPT}"></script>'.encode()
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Type", _content_type(suffix))
        self.write(body)
        return None

    head = get

    def _file(self, path: str) -> Path | None:
        """What stands at an address; None if that is no address of this site. HTTPError 400: of no site at all."""
        names = path.removesuffix("/").split("/") if path else []
        if _ODD.search(path) or any(len(name.encode()) > 255 for name in names):
            raise web.HTTPError(400)
        if any(name in ("", ".", "..") or ":" in name for name in names):
            return None
        try:
            file = self.folder.joinpath(*names).resolve()
        except (OSError, RuntimeError):  # too long as a whole; a link to itself
            return None
        return file if file.is_relative_to(self.folder) else None


def _body(file: Path | None) -> bytes | None:
    """The content of a file; None if there is none, or by now none."""
    try:
        return file.read_bytes() if file and file.is_file() else None
    except OSError:
        return None


def _content_type(suffix: str) -> str:
    name = _TYPES.get(suffix)
    return f"{name}; charset=utf-8" if name else "application/octet-stream"


def listening(port: str) -> list[socket]:
    """Sockets at a port of this machine; PortError if there can be none."""
    if not re.fullmatch(r"\d{1,5}", port, re.A) or not 1 <= int(port) <= 65535:
        raise PortError(f"{port!r} is no port: give a number from 1024 to 65535")
    try:
        return bind_sockets(int(port), HOST)
    except OSError as error:
        why = _PORTS.get(error.errno or 0, error.strerror or os.strerror(error.errno or 0))
        raise PortError(f"Port {port} cannot be used: {why}") from None


async def serve(folder: Path, sockets: Sequence[socket], watched: Sequence[Path], build: Callable[[], bool]) -> None:
    """Build, and serve `folder` until interrupted; when something in `watched` changes, build, then reload pages.

    `build` tells whether it made a new site; what it prints is the message to the author.
    """
    reloads = _Reloads()
    handlers: list[Any] = [
        (EVENTS, _EventsHandler, {"reloads": reloads}),
        (SCRIPT, _ScriptHandler),
        ("/(.*)", _SiteHandler, {"folder": folder}),
    ]
    site = web.Application(handlers, default_handler_class=_OddHandler, log_function=lambda handler: None)
    server = HTTPServer(site, max_body_size=1024)
    server.add_sockets(list(sockets))
    print(f"http://{HOST}:{sockets[0].getsockname()[1]}/  (live reload on; Ctrl-C stops)", flush=True)
    await build_after_changes(watched, build, reloads.give)
