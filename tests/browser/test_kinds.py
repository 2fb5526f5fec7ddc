"""What every kind of page must stand: axe in light and dark, a zoom of 400 %, large text, forced colours, no jumps.

All is tried on one visit, since opening takes as long as looking.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tasks import GATES
from tests.browser.conftest import SIDEWAYS, SIZES, complaining
from tests.content.test_content import SITE
from tests.kinds import kinds

AXE = GATES / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIOLATIONS = """async (tags) => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const rules = { "target-size": { enabled: true } };
  const { violations } = await axe.run(document, { runOnly: tags, rules, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`));
}"""
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


@pytest.fixture(scope="module")
def visits(browser: Browser, real: Path, serve: Callable[[Path], str]) -> Callable[..., Iterator[tuple[str, Page]]]:
    """Every kind with a page that shows it, at the root of a host, since 404.html knows where it is published."""
    site = serve(real)

    def visit(text: int = 16, **options: object) -> Iterator[tuple[str, Page]]:
        context = browser.new_context(base_url=site, locale="zh-CN", reduced_motion="reduce", **options)
        page = context.new_page()
        page.add_init_script(WATCH_SHIFTS)
        context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": text}})
        wrong = complaining(page, site)
        for kind, address in kinds(SITE.library, real).items():
            page.goto(address, wait_until="networkidle" if "?" in address else "load")
            yield kind, page
        context.close()
        assert wrong == []

    return visit


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_and_nothing_jumps(visits, size: str, scheme: str):
    found = {}
    for kind, page in visits(viewport=SIZES[size], color_scheme=scheme):
        if (shifted := page.evaluate(SHIFTED)) > JUMP:
            found[f"{kind} jumps"] = shifted
        if wide := page.evaluate(SIDEWAYS):
            found[f"{kind} is too wide"] = wide
        page.evaluate(AXE.read_text(encoding="utf-8"))
        if violations := page.evaluate(VIOLATIONS, TAGS):
            found[f"{kind} has violations"] = violations
    assert found == {}


def test_everything_fits_at_a_zoom_of_400_percent_with_forced_colours(visits):
    wide = {kind: page.evaluate(SIDEWAYS) for kind, page in visits(viewport=ZOOMED, forced_colors="active")}
    assert {kind: pixels for kind, pixels in wide.items() if pixels} == {}


def test_text_at_200_percent_fits_on_a_phone(visits):
    found = {}
    for kind, page in visits(viewport=SIZES["phone"], text=32):
        if wrong := [*filter(None, [page.evaluate(SIDEWAYS)]), *page.evaluate(CUT_OFF)]:
            found[kind] = wrong
    assert found == {}
