"""Serves `output/` at home, builds again when a file changes, and makes the open pages reload.

Pages are served as they will be published, with one script more, which waits for the signal to reload. It comes from
this host, so the Content-Security-Policy of the pages allows it.
"""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tornado import web
from watchfiles import awatch

HOST = "127.0.0.1"
SCRIPT = "/-/reload.js"
EVENTS = "/-/reload"
_RELOAD_JS = f"""new EventSource("{EVENTS}").addEventListener("reload", () => location.reload());\n"""
_EMPTY = (
    "<!doctype html><meta charset=utf-8><title>还没有网站</title>"
    "<p>内容有错误,网站还没有生成。错误列在终端里;改好后这里会自动刷新。"
)


class _Reloads:
    """The signal to reload, for every waiting page."""

    def __init__(self) -> None:
        self.waiting: set[asyncio.Event] = set()

    def give(self) -> None:
        for event in self.waiting:
            event.set()


class _EventsHandler(web.RequestHandler):
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


class _ScriptHandler(web.RequestHandler):
    def get(self) -> None:
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.write(_RELOAD_JS)


class _SiteHandler(web.RequestHandler):
    """Serves `output/` as a static host does: `x/` is `x/index.html`, a missing page is `404.html`."""

    def initialize(self, folder: Path) -> None:
        self.folder = folder.resolve()

    def get(self, path: str) -> None:
        file = (self.folder / path).resolve()
        if file.is_dir() and path and not path.endswith("/"):
            return self.redirect(f"{urlsplit(self.request.uri or '').path}/")
        file = file / "index.html" if file.is_dir() else file
        if not (file.is_file() and file.is_relative_to(self.folder)):
            self.set_status(404)
            file = self.folder / "404.html"
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Type", _content_type(file))
        body = file.read_bytes() if file.is_file() else _EMPTY.encode()
        if file.suffix in (".html", ""):
            body += f'<script src="{SCRIPT}"></script>'.encode()
        self.write(body)
        return None

    head = get


def _content_type(file: Path) -> str:
    types = {".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml"}
    return f"{types.get(file.suffix, 'text/html')}; charset=utf-8"


async def serve(folder: Path, port: int, watched: Sequence[Path], build: Callable[[], bool]) -> None:
    """Serve `folder` on 127.0.0.1 until interrupted; when something in `watched` changes, `build`, then reload pages.

    `build` tells whether it made a new site; what it prints is the message to the author. OSError: the port is taken.
    """
    reloads = _Reloads()
    handlers: list[Any] = [
        (EVENTS, _EventsHandler, {"reloads": reloads}),
        (SCRIPT, _ScriptHandler),
        ("/(.*)", _SiteHandler, {"folder": folder}),
    ]
    web.Application(handlers, log_function=lambda handler: None).listen(port, address=HOST)
    print(f"http://{HOST}:{port}/  (live reload on; Ctrl-C stops)", flush=True)
    async for _changes in awatch(*watched):
        if await asyncio.to_thread(build):
            reloads.give()
