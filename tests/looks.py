"""What a page must stand whatever is on it: axe, nothing that jumps, nothing too wide, nothing cut off."""

from collections.abc import Mapping
from contextlib import nullcontext
from itertools import product

from playwright.sync_api import Browser, CDPSession, Page

from tasks import GATES
from tests.browser.conftest import SIDEWAYS, SIZES, complaining, settling

AXE = GATES / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
UNFOLD = "for (const fold of document.querySelectorAll('details')) fold.open = true"
VIOLATIONS = """async (tags) => {
  const rules = { "target-size": { enabled: true } };
  const { violations } = await axe.run(document, { runOnly: tags, rules, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`));
}"""
WHOLE = 30_000  # pixels: more than any page is high
ZOOMED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %, as WCAG 1.4.10 has it
WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) shifted += shift.value;
}).observe({ type: "layout-shift", buffered: true });
"""
JUMP = 0.005  # Web Vitals call 0.1 good; a row of links that is still read when first drawn counts some 0.003
SHIFTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(shifted))))"
# Text that ends in an ellipsis or behind the edge of its box, or stands in a column of one to three characters. What is
# for the ear only is a pixel wide; what scrolls may be wider than its box.
CUT_OFF = """() => {
  const found = [];
  const range = document.createRange();
  for (const element of document.querySelectorAll("body :not(svg *, script)")) {
    const { clientWidth, scrollWidth } = element;
    const { fontSize, overflowX, writingMode } = getComputedStyle(element);
    if (!element.checkVisibility() || element.closest(".hidden") || (clientWidth === 1 && overflowX === "hidden")) continue;
    const clips = overflowX === "hidden" && !element.matches("input") && scrollWidth > clientWidth + 1;
    for (const text of element.childNodes) {
      if (text.nodeType !== Node.TEXT_NODE || text.data.trim().length < 5) continue;
      range.selectNodeContents(text);
      const { width, height } = range.getBoundingClientRect();
      const size = parseFloat(fontSize);
      const narrow = writingMode === "horizontal-tb" && width > 1 && width < 2.5 * size && height > 4 * size;
      if (narrow) found.push(`cramped: ${element.className} ${text.data.trim().slice(0, 20)}`);
    }
    if (clips) found.push(`cut off: ${element.className} ${element.textContent.trim().slice(0, 20)}`);
  }
  return found;
}"""


LOOKS = tuple(product(SIZES, ("light", "dark")))


def faults(browser: Browser, host: str, shown: Mapping[str, str], size: str, scheme: str) -> dict[str, object]:
    """`KIND FAULT` -> what was found, of the pages `shown` at a size, in a colour scheme; all in one visit a page.

    `host` is the root of one, since 404.html knows where it is published.
    """
    context = browser.new_context(
        base_url=host, locale="zh-CN", reduced_motion="reduce", viewport=SIZES[size], color_scheme=scheme
    )
    page = context.new_page()
    page.add_init_script(WATCH_SHIFTS)
    page.add_init_script(path=AXE)
    devtools = context.new_cdp_session(page)
    wrong = complaining(page, host)
    found = {}
    for kind, address in shown.items():
        with settling(page) if "?" in address else nullcontext():
            page.goto(address)
        tried = {"jumps": _jump(page), "is too wide": page.evaluate(SIDEWAYS)}
        tried |= _large_text(page, devtools) if size == "phone" else _zoomed(page)
        tried["has violations"] = violations(page, size)
        found |= {f"{kind} {fault}": what for fault, what in tried.items() if what}
    context.close()
    return found | {"something goes wrong": wrong} if wrong else found


def _jump(page: Page) -> float:
    shifted = page.evaluate(SHIFTED)
    return shifted if shifted > JUMP else 0


def violations(page: Page, size: str) -> list[str]:
    """What axe, which the page has, finds with all folds open; laid out whole, since what a bar in sight covers is scrolled from below it."""
    page.evaluate(UNFOLD)
    page.set_viewport_size({**SIZES[size], "height": WHOLE})
    found = page.evaluate(VIOLATIONS, TAGS)
    page.set_viewport_size(SIZES[size])
    return found


def _large_text(page: Page, devtools: CDPSession) -> dict[str, object]:
    """What does not fit when text is twice as large."""
    devtools.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    tried = {"is too wide with large text": page.evaluate(SIDEWAYS), "is cut off": page.evaluate(CUT_OFF)}
    devtools.send("Page.setFontSizes", {"fontSizes": {"standard": 16}})
    return tried


def _zoomed(page: Page) -> dict[str, object]:
    """What does not fit at a zoom of 400 %, with the system's own colours."""
    size = page.viewport_size
    page.set_viewport_size(ZOOMED)
    page.emulate_media(forced_colors="active")
    tried = {"is too wide when zoomed": page.evaluate(SIDEWAYS)}
    page.emulate_media(forced_colors="none")
    page.set_viewport_size(size)
    return tried
