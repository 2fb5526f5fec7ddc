"""What pages weigh with a thousand cases: `python -m benchmarks.pages`, or with 1 for the collection as it is.

The collection is multiplied (`multiplied.py`) and built as it is published. One table has the heaviest page of every
template and what it fetches before a reader does anything, one the heaviest file of each kind of data.
"""

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.multiplied import multiply
from benchmarks.tables import table
from casebook.files import read_site
from tests.chromium import ARGUMENTS, executable
from tests.conftest import CONTENT, built
from tests.kinds import templates
from tests.server import served
from tests.weight import loaded, weight

TIMES = 40  # of 25 cases: a thousand
METHODS, TERMS = 4, 20  # methods and terms do not grow as cases do
HEAVIEST, FIRST = 150_000, 60_000  # bytes of a page, and compressed of what it fetches first
_BUILD = re.compile(r"/[0-9a-f]{10}/")


def fetched(site: Path, pages: Mapping[str, str]) -> Iterator[tuple[str, int, int, int]]:
    """(page, its bytes, compressed, of all that it fetches compressed) of each page, in Chromium."""
    with served(site) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))
        for url in pages.values():
            context = browser.new_context(service_workers="block")
            page = context.new_page()
            page.goto(host + url, wait_until="networkidle")
            file = site / url.partition("?")[0]
            file = file if file.suffix else file / "index.html"
            yield f"/{url}", file.stat().st_size, weight([file]), weight(dict.fromkeys(loaded(page, site, host)))
            context.close()
        browser.close()


def data(site: Path) -> dict[str, tuple[int, Path]]:
    """Kind of data file -> (bytes, path) of the heaviest."""
    found: dict[str, tuple[int, Path]] = {}
    for path in site.rglob("*.json"):
        name = _BUILD.sub("/", f"/{path.relative_to(site).as_posix()}")
        kind = re.sub(r"^(/\w+/\w+|/compare)/[^/]+$", r"\1/*", name) if "manifest" not in name else name
        found[kind] = max(found.get(kind, (0, path)), (path.stat().st_size, path))
    return found


def main(times: int) -> None:
    """Build, measure, print."""
    with tempfile.TemporaryDirectory() as scratch:
        content, site = Path(scratch, "content"), Path(scratch, "site")
        multiply(CONTENT, content, cases=times, methods=min(times, METHODS), terms=min(times, TERMS))
        built(content, site)
        pages = list(site.rglob("*.html"))
        heavy = Counter(path.stat().st_size > HEAVIEST for path in pages)
        cases = len(list(content.glob("cases/*.md")))
        print(f"{cases:,} cases, {len(pages):,} pages, {heavy[True]} over {HEAVIEST:,} bytes\n")
        rows = sorted(fetched(site, templates(read_site(content).library, site)), key=lambda row: -row[2])
        print(table(("heaviest page of a kind", "bytes", "gzip", "with all it fetches first"), map(_told, rows)))
        files = sorted(data(site).items(), key=lambda pair: -pair[1][0])
        weights = ((kind, size, weight([path])) for kind, (size, path) in files)
        print(f"\n{table(('heaviest file of data', 'bytes', 'gzip'), map(_told, weights))}\n")
        over = [str(row[0]) for row in rows if row[3] > FIRST]
        print(f"over {FIRST:,} bytes with all that they fetch: {', '.join(over) or 'none'}")


def _told(row: tuple[str | int, ...]) -> list[str]:
    return [f"{cell:,}" if isinstance(cell, int) else cell for cell in row]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES)
