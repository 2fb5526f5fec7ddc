"""How heavy pages are: bytes after gzip -9, as much as static hosts send."""

import gzip
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

CASE = 60_000  # a case's page with everything that it loads
CSS = 19_500  # of all sheets; a page loads one or two
LOADED = "[location.href, ...performance.getEntriesByType('resource').map((one) => one.name)]"


def weight(files: Iterable[Path]) -> int:
    """Of all files together."""
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in files)


def loaded(page: Page, folder: Path, host: str) -> list[Path]:
    """The files of `folder`, served at `host`, that a page has loaded, itself among them."""
    paths = [folder / urlsplit(url).path.removeprefix(urlsplit(host).path) for url in page.evaluate(LOADED)]
    return [path / "index.html" if path.is_dir() else path for path in paths]
