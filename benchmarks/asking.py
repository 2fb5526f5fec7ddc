"""The search page of a built site in Chromium: what it answers to queries."""

import functools
import http.server
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urljoin

from playwright.sync_api import Browser, Page, Request, sync_playwright

from tests.chromium import ARGUMENTS, executable

_POLL = 40  # milliseconds
_PATIENCE = 250  # polls
_STATE = """() => ({
  status: document.getElementById("site-status").textContent,
  links: [...document.querySelectorAll("#site-results a")].map((link) => link.href),
})"""
_WAITING = ("", "正在查找……")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, closed at the end."""
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS)) as browser,
    ):
        yield browser


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of `folder` on a free port, with the slash at the end."""
    handler = functools.partial(_Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def answers(page: Page, site: str, queries: Iterable[str]) -> dict[str, list[str]]:
    """Query -> addresses of the pages found, best first; each query opens the search page anew."""
    under_way: set[Request] = set()
    page.on("request", lambda request: under_way.add(request))
    page.on("requestfinished", lambda request: under_way.discard(request))
    page.on("requestfailed", lambda request: under_way.discard(request))
    found: dict[str, list[str]] = {}
    for query in queries:
        page.goto(urljoin(site, f"search/?q={quote(query)}"))
        found[query] = _pages(_settled(page, under_way), site)
    return found


def _settled(page: Page, under_way: set[Request]) -> list[str]:
    """The links to results, once nothing is fetched any more and two looks see the same."""
    last: object = None
    for _ in range(_PATIENCE):
        state = page.evaluate(_STATE)
        if state == last and not under_way and state["status"] not in _WAITING:
            links: list[str] = state["links"]
            return links
        last = state
        page.wait_for_timeout(_POLL)
    raise TimeoutError(f"{page.url}: {last}")


def _pages(links: Iterable[str], site: str) -> list[str]:
    """Addresses as the golden queries write them; a part of a page, and the words to mark there,
    count as the page, where it comes first."""
    inside = (link.partition("#")[0].partition("?")[0].removeprefix(site) for link in links if link.startswith(site))
    return list(dict.fromkeys(inside))
