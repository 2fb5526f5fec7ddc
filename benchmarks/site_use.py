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
    "cases/?theme=elder-care": "#explore-chosen > button",
    "cases/?theme=elder-care&indicator=service-contacts": "#explore-chosen > button",
    "cases/?view=map": ".explore__map figcaption .tap",
    "search/?q=停车": "#site-results > li",
    "search/?q=volunteer patrol": "#site-results > li",
    "compare/?cases=jiujiang-federation,tongsheng-ebike-parking": ".compare-table td",
}
_SAID = """(before) => {
  const status = document.getElementById("explore-status").textContent;
  return status !== before && /\\d/.test(status);
}"""
_NEXT = "() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))"


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
            yield "a second theme, its options open", _chosen(page)
        page.context.close()


def _phone(browser: Browser) -> Page:
    page = browser.new_context(viewport=PHONE, service_workers="block").new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def _chosen(page: Page) -> float:
    """From a tap on an option to the count of what is left, painted; the options, and the cases of all, are there."""
    page.locator("#explore-filters > summary").click()
    box = page.locator("details[data-key=theme] .option__box:not(:checked):not(:disabled)").first
    box.wait_for()
    page.wait_for_load_state("networkidle")
    before = page.locator("#explore-status").text_content()
    start = time.perf_counter()
    box.click()
    page.wait_for_function(_SAID, arg=before)
    page.evaluate(_NEXT)
    return time.perf_counter() - start


def told(seconds: Mapping[str, float]) -> str:
    """A table of milliseconds."""
    return table(("on a phone", "ms"), ([name, f"{1000 * one:,.0f}"] for name, one in seconds.items()))


if __name__ == "__main__":
    print(told(used(Path(sys.argv[1]))))
