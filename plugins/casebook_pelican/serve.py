"""Serves the site at home, to this machine alone; when something changed, the open pages show it, or what is wrong.

Pages are served as they will be published, with one script more, which waits for the word that there is something new.
It comes from this host, so the Content-Security-Policy of the pages allows it.
"""

import asyncio
import errno
import json
import os
import re
import traceback
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import escape
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from socket import socket
from types import TracebackType
from typing import Any
from urllib.parse import quote

from tornado import web
from tornado.httpserver import HTTPServer
from tornado.iostream import StreamClosedError
from tornado.netutil import bind_sockets

from casebook_pelican.resident import CODE, Resident
from casebook_pelican.watching import update_after_changes

HOST = "127.0.0.1"
OWN = "/-/"  # below it is what no published site has
SCRIPT, EVENTS = f"{OWN}page.js", f"{OWN}events"
_HOME = Path(__file__).parents[2] / "theme" / "home"  # the script and the style sheet below OWN
_EMPTY = (
    '<!doctype html><html lang="zh-CN"><meta charset=utf-8><meta name=viewport content="width=device-width">'
    '<meta name=color-scheme content="light dark"><title>{title}</title><p>{text}'
)
_NOTHING = ("还没有网站", "网站还没有生成:正在生成,或者内容有错误。改好后这里会自动刷新。")
_FAILED = ("这一页没有做成", "这一页没有做成:{}。详细的在终端里;改好后这里会自动刷新。")
_OURS = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?", re.I | re.A)  # any port: one may be forwarded
_AGAIN = 500  # milliseconds after which a page asks again when the server was away
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


class _Pages:
    """The open pages, which wait for something new."""

    def __init__(self) -> None:
        self.waiting: set[asyncio.Event] = set()

    def tell(self) -> None:
        """There is something new."""
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
    """Tells a page what there is to know, now and whenever that changes (server-sent events)."""

    def initialize(self, resident: Resident, pages: _Pages) -> None:
        self.resident, self.pages = resident, pages
        self.event = asyncio.Event()

    async def get(self) -> None:
        self.set_header("Content-Type", "text/event-stream")
        self.set_header("Cache-Control", "no-store")
        address = self.get_query_argument("page", "/").removeprefix("/")
        self.pages.waiting.add(self.event)
        while self.event in self.pages.waiting:
            self.event.clear()
            state = self.resident.state(address)
            self.write(f"retry: {_AGAIN}\ndata: {json.dumps(state._asdict(), ensure_ascii=False)}\n\n")
            try:
                await self.flush()
            except StreamClosedError:
                break
            await self.event.wait()

    def on_finish(self) -> None:
        self.pages.waiting.discard(self.event)

    def on_connection_close(self) -> None:
        self.pages.waiting.discard(self.event)
        self.event.set()


class _OwnHandler(_Handler):
    """Serves the script and the style sheet."""

    def get(self, name: str) -> None:
        path = _HOME / name
        self.set_header("Content-Type", _content_type(path.suffix))
        self.set_header("Cache-Control", "no-store")
        self.write(path.read_bytes())

    head = get


class _SiteHandler(_Handler):
    """Serves the site as a static host does: `x/` is `x/index.html`, a missing page is `404.html`.

    `make` does a work of the one thread that reads and makes.
    """

    def initialize(self, resident: Resident, make: Callable[..., Awaitable[Any]]) -> None:
        self.resident, self.make = resident, make

    async def get(self, address: str) -> None:
        """Send a file whole; where an address lacks the slash of a folder, send the address that has it."""
        path, edition = _path(address), self.resident.edition
        self.set_header("Cache-Control", "no-store")
        try:
            if edition and "." not in path and await self.make(edition.file, f"{path}/index.html") is not None:
                query = f"?{self.request.query}" if self.request.query else ""
                return self.redirect(f"/{quote(path)}/{query}")
            body = await self.make(edition.file, path) if edition else None
            if edition and body is None:
                self.set_status(404)
                path, body = "404.html", await self.make(edition.file, "404.html")
        except Exception as error:  # of a template, as a rule: it is told where its author looks
            traceback.print_exc()
            self.set_status(500)
            path, body = "500.html", _told(_FAILED, f"{type(error).__name__}: {error}")
        if edition is None:
            self.set_status(404)
            path, body = "404.html", _told(_NOTHING)
        suffix = PurePosixPath(path).suffix
        self.set_header("Content-Type", _content_type(suffix))
        self.write(body or b"")
        if suffix == ".html":
            name = edition.name if edition else ""
            self.write(f'<script src="{SCRIPT}" data-edition="{name}"></script>')
        return None

    head = get


def _path(address: str) -> str:
    """The path of the file that stands at an address. HTTPError 400: it is no address of any site."""
    names = address.split("/")
    if _ODD.search(address) or any(len(name.encode()) > 255 for name in names):
        raise web.HTTPError(400)
    return address if names[-1] else f"{address}index.html"


def _told(page: tuple[str, str], why: str = "") -> bytes:
    title, text = page
    return _EMPTY.format(title=title, text=text.format(escape(why))).encode()


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


async def serve(
    resident: Resident, sockets: Sequence[socket], watched: Mapping[str, Path], restart: Callable[[], str]
) -> None:
    """Serve a site until interrupted; when something in `watched` (what changes there -> folder) changes, update it.

    Where that is the code, `restart` starts the program anew, or says why it cannot.
    """
    pages = _Pages()
    with ThreadPoolExecutor(1) as thread:  # one: workers that are forked then find no half-done work of others

        async def make(work: Callable[..., Any], *given: Any) -> Any:
            return await asyncio.get_running_loop().run_in_executor(thread, work, *given)

        def update(changed: frozenset[str]) -> None:
            if CODE in changed:
                resident.note(CODE, restart())
            resident.update(changed)

        handlers: list[Any] = [
            (EVENTS, _EventsHandler, {"resident": resident, "pages": pages}),
            (f"{OWN}(page\\.(?:js|css))", _OwnHandler),
            ("/(.*)", _SiteHandler, {"resident": resident, "make": make}),
        ]
        site = web.Application(handlers, default_handler_class=_OddHandler, log_function=lambda handler: None)
        server = HTTPServer(site, max_body_size=1024)
        server.add_sockets(list(sockets))
        print(f"http://{HOST}:{sockets[0].getsockname()[1]}/  (live reload on; Ctrl-C stops)", flush=True)
        first = frozenset(watched) - {CODE}
        await update_after_changes(watched, first, lambda changed: make(update, changed), pages.tell)
