"""The search page of a built site in Chromium: what it answers to queries."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import urldefrag, urljoin

from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import ARGUMENTS, executable


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, closed at the end."""
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS)) as browser,
    ):
        yield browser


def answers(page: Page, site: str, queries: Iterable[str]) -> dict[str, list[str]]:
    """Query -> addresses of the pages found, best first: typed into one search page, one after another.

    The window is high, so that it has room for the first ten.
    """
    page.set_viewport_size({"width": 1280, "height": 2400})
    page.goto(urljoin(site, "search/"))
    field = page.get_by_role("searchbox")
    found: dict[str, list[str]] = {}
    for query in queries:
        field.fill(query)
        field.press("Enter")
        page.locator("#site-status").filter(has_text=f"“{' '.join(query.split())}”").wait_for()  # said with the results
        shown = page.locator("#site-leads a, #site-results a")
        links: list[str] = shown.evaluate_all("(links) => links.map((link) => link.href)")
        found[query] = _pages(links, site)
    return found


def _pages(links: Iterable[str], site: str) -> list[str]:
    """Addresses as the golden queries write them; a part of a page counts as the page, where it comes first."""
    inside = (urldefrag(link).url.partition("?")[0].removeprefix(site) for link in links if link.startswith(site))
    return list(dict.fromkeys(inside))
