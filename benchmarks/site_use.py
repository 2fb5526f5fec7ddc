"""How long a reader with a phone waits for what the site finds: `python -m benchmarks.site_use SITE`.

Chromium as a phone: its screen, a processor four times slower, a line of 1.6 Mbit/s with 150 ms there and back, as
Lighthouse has them. A row is the time from opening an address to what is looked for, or from a tap to what follows.
"""

import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from benchmarks.tables import table
from tests.chromium import ARGUMENTS, executable
from tests.server import served

ROUNDS = 3
PHONE = ViewportSize(width=390, height=844)
SLOWER = 4
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
OPENED = {  # what is opened -> what comes with what one looks for
    "cases/": ".cards > li h2",
    "cases/?theme=elder-care": "#explore-results[aria-busy=false] .cards > li h2",
    "cases/?theme=elder-care&indicator=service-contacts": "#explore-results[aria-busy=false] .cards > li h2",
    "cases/?view=map": ".explore__map figcaption .tap",
    "search/?q=停车": "#site-results > li",
    "search/?q=volunteer patrol": "#site-results > li",
    "compare/?cases=jiujiang-federation,tongsheng-ebike-parking": ".compare-table td",
}
# From the next click to the frames after which what is left is counted, and the first cases of it are there.
_TIMED = """() => {
  const status = document.getElementById("explore-status");
  const list = document.getElementById("explore-results");
  const before = status.textContent;
  window.timed = new Promise((done) => {
    addEventListener("click", ({ timeStamp }) => {
      const seconds = [];
      const isCounted = () => status.textContent !== before && /\\d/.test(status.textContent);
      const seen = [isCounted, () => list.ariaBusy === "false"];
      const look = () => {
        while (seen.length && seen[0]()) {
          seen.shift();
          requestAnimationFrame(() => seconds.push((performance.now() - timeStamp) / 1000) === 2 && done(seconds));
        }
        if (seen.length) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, { once: true, capture: true });
  });
}"""


def used(site: Path) -> dict[str, float]:
    """What is done -> seconds, the median of three visits."""
    found: dict[str, list[float]] = {}
    with served(site) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))
        for _ in range(ROUNDS):
            for name, seconds in _visits(browser, host):
                found.setdefault(name, []).append(seconds)
        browser.close()
    return {name: median(all_of) for name, all_of in found.items()}


def _visits(browser: Browser, host: str) -> Iterator[tuple[str, float]]:
    for address, wanted in OPENED.items():
        page = _phone(browser)
        start = time.perf_counter()
        page.goto(host + address, wait_until="commit")
        page.locator(wanted).first.wait_for()
        yield f"/{address}", time.perf_counter() - start
        if address == "cases/?theme=elder-care":
            yield from _chosen(page)
        page.context.close()


def _phone(browser: Browser) -> Page:
    page = browser.new_context(viewport=PHONE, service_workers="block").new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def _chosen(page: Page) -> Iterator[tuple[str, float]]:
    """From a tap on an option to the count of what is left, and to its first cases, painted; the options are there."""
    page.locator("#explore-filters > summary").click()
    theme = page.locator("details[data-key=theme]")
    if theme.get_attribute("open") is None:
        theme.locator("summary").click()
    box = page.locator("details[data-key=theme] .option__box:not(:checked):not(:disabled)").first
    box.wait_for()
    page.wait_for_load_state("networkidle")
    page.evaluate(_TIMED)
    box.click()
    count, cases = page.evaluate("timed")
    yield "a second theme, its options open: the count", count
    yield "a second theme, its options open: its first cases", cases


def told(seconds: Mapping[str, float]) -> str:
    """A table of milliseconds."""
    return table(("on a phone", "ms"), ([name, f"{1000 * one:,.0f}"] for name, one in seconds.items()))


if __name__ == "__main__":
    print(told(used(Path(sys.argv[1]))))
