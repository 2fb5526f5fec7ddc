"""What pages weigh in the collection as it is and with a thousand cases: `python -m benchmarks.pages`.

The collection is multiplied (`multiplied.py`) and built as it is published. Of each of the two sites, tables have the
heaviest pages, what the heaviest page of every template fetches before a reader does anything, and the heaviest file of
each kind of data.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.multiplied import changed
from benchmarks.tables import table
from casebook.files import read_site
from casebook.library import Library
from tests.chromium import ARGUMENTS, executable
from tests.kinds import templates
from tests.server import served
from tests.weight import loaded, weight

ROOT = Path(__file__).parent.parent
TIMES = 40  # of 25 cases: a thousand
METHODS, TERMS = 4, 20  # methods and terms do not grow as cases do
HEAVIEST, FIRST = 150_000, 60_000  # bytes of a page, and compressed of what it fetches first
SHOWN = 20  # of the heaviest pages
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


def main() -> None:
    """Build both, measure, print."""
    for times in (1, TIMES):
        with tempfile.TemporaryDirectory() as scratch:
            site = Path(scratch, "site")
            content = changed(
                ROOT / "content", Path(scratch, "repository"), times, min(times, METHODS), min(times, TERMS)
            )
            command = [sys.executable, "-m", "pelican", content, "-s", "pelicanconf.py", "-o", site, "--fatal=warnings"]
            subprocess.run([str(part) for part in command], cwd=ROOT, check=True)
            _report(read_site(content).library, site)


def _report(library: Library, site: Path) -> None:
    sizes = sorted(((path.stat().st_size, path) for path in site.rglob("*.html")), reverse=True)
    heavy = sum(size > HEAVIEST for size, _ in sizes)
    print(f"\n{len(library.cases):,} cases, {len(sizes):,} pages, {heavy} over {HEAVIEST:,} bytes\n")
    print(table(("heaviest page", "bytes"), (_told((_url(site, path), size)) for size, path in sizes[:SHOWN])))
    rows = sorted(fetched(site, templates(library, site)), key=lambda row: -row[3])
    print(f"\n{table(('heaviest page of a kind', 'bytes', 'gzip', 'with all it fetches first'), map(_told, rows))}")
    files = sorted(data(site).items(), key=lambda pair: -pair[1][0])
    weights = ((kind, size, weight([path])) for kind, (size, path) in files)
    print(f"\n{table(('heaviest file of data', 'bytes', 'gzip'), map(_told, weights))}\n")
    over = [row[0] for row in rows if row[3] > FIRST]
    print(f"over {FIRST:,} bytes with all that they fetch: {', '.join(over) or 'none'}")


def _url(site: Path, path: Path) -> str:
    return f"/{path.relative_to(site).as_posix().removesuffix('index.html')}"


def _told(row: tuple[str | int, ...]) -> list[str]:
    return [f"{cell:,}" if isinstance(cell, int) else cell for cell in row]


if __name__ == "__main__":
    main()
