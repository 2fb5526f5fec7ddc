"""From saving a case to seeing it in the browser, with `inv serve`: `python -m benchmarks.saving`.

`grown.py` makes the collection in each size. A Chromium has a case open; a sentence is written into its file, and the
time runs until the sentence stands in the page. So with an error, until it is told above the page. Five times each, the
median counts: of the time that passes, and of what the server computes meanwhile, which a busy machine does not
lengthen.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Error, Page, sync_playwright

from benchmarks.grown import grow
from benchmarks.tables import table
from casebook_theme.node import ROOT
from tests.chromium import ARGUMENTS, executable

SIZES = "25,1000"
TIMES = 5
SAVED = "隔壁的街坊第{}回也来学。"
PATIENCE = 600_000  # milliseconds, for the first reading of a large collection
SHOWS = """(word) => [document.body, document.body?.firstElementChild?.shadowRoot].some(
  (tree) => tree?.textContent.includes(word),
)"""  # looked at in each frame; what is wrong stands in a tree of its own
REST = 1.0  # seconds between two: nobody saves while the last page is still loading
_TICKS = os.sysconf("SC_CLK_TCK")


def measured(cases: int, page: Page, content: Path) -> list[str]:
    """A row of the table: seconds until the first page, and medians of what is saved and of what is wrong."""
    grow(ROOT / "content", content, cases)
    path = sorted((content / "cases").glob("*.md"))[cases // 2]
    text = path.read_text(encoding="utf-8")
    start = time.perf_counter()
    with _served(content) as (process, address):
        _opened(page, f"{address}cases/{path.stem}/")
        first = time.perf_counter() - start
        words = [SAVED.format(number) for number in range(1, TIMES + 1)]
        seen = [_taken(page, process, path, f"{text.rstrip()}\n\n{word}\n", word) for word in words]
        wrong = text.replace("title: ", "titel: ", 1)
        told = []
        for _ in words:
            told.append(_taken(page, process, path, wrong, "titel: 不认识的键"))
            path.write_text(text, encoding="utf-8")
            page.locator(".problems .title").wait_for(state="hidden")
    medians = [median(one) for taken in (seen, told) for one in zip(*taken, strict=True)]
    return [f"{cases:,}", *(f"{seconds:.2f}" for seconds in (first, *medians))]


@contextmanager
def _served(content: Path) -> Iterator[tuple[int, str]]:
    """The number of the process that serves a collection, and its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (sys.executable, "-m", "invoke", "serve", "--port", str(port))
    with tempfile.TemporaryFile("w+") as printed:
        environment = {**os.environ, "CONTENT": str(content)}
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=printed, stderr=subprocess.STDOUT)
        try:
            yield process.pid, f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait()


def _opened(page: Page, address: str) -> None:
    """Open a page as soon as there is a server, and wait until there is a site."""
    while True:
        try:
            page.goto(address)
            break
        except Error:
            time.sleep(0.05)
    page.locator("main").wait_for(timeout=PATIENCE)


def _taken(page: Page, process: int, path: Path, text: str, word: str) -> tuple[float, float]:
    """Seconds from the writing of a text until a page shows a word, and those of them that the server computed."""
    time.sleep(REST)
    start, computed = time.perf_counter(), _computed(process)
    path.write_text(text, encoding="utf-8")
    page.wait_for_function(SHOWS, arg=word, timeout=PATIENCE)
    return time.perf_counter() - start, _computed(process) - computed


def _computed(process: int) -> float:
    """Seconds that a process has computed, as Linux tells them; else 0."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / _TICKS


def main(argv: Sequence[str] | None = None) -> int:
    """Measure each size, and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.saving", description=__doc__)
    parser.add_argument("--cases", default=SIZES, help=f"how many, one size after the other (default {SIZES})")
    rows = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))
        for cases in map(int, parser.parse_args(argv).cases.split(",")):
            with tempfile.TemporaryDirectory(dir=ROOT / ".build") as scratch:
                rows.append(measured(cases, browser.new_page(), Path(scratch, "content")))
        browser.close()
    head = ("cases", "first page s", "saved to seen s", "computed s", "wrong to told s", "computed s")
    print(table(head, rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
