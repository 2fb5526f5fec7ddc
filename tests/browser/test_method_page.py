"""A method on a phone: how soon its first step is read, how long it is, how much leads away, and what unfolds."""

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES

SOON, ALWAYS, MOSTLY = 2, 2.5, 0.9  # screens to the first sentence of the first step: for so many methods, and for all
USUAL, LONGEST = 6, 10  # screens of a page: of half of all, and of all
LINKS = 120  # of a page with all folds open
UNFOLDED = 20  # screens of a page with all folds open, as many as the longest had before it had any
MEASURE = """() => {
  const bottom = (one) => one.getBoundingClientRect().bottom + scrollY;
  const height = () => document.documentElement.scrollHeight / innerHeight;
  const sizes = [...document.querySelectorAll("main p, main li, main dd, main td")]
    .filter((one) => one.checkVisibility()).map((one) => parseFloat(getComputedStyle(one).fontSize));
  const found = { first: bottom(document.querySelector(".step__opening")) / innerHeight, folded: height() };
  found.hidden = [...document.querySelectorAll(".step__opening, .step .prose, .answers")]
    .filter((one) => !one.checkVisibility()).length;
  found.smallest = Math.min(...sizes);
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  return { ...found, unfolded: height(), links: document.querySelectorAll("a[href]").length };
}"""


@pytest.fixture(scope="module")
def methods(browser: Browser, real: Path, serve: Callable[[Path], str]) -> Iterator[dict[str, dict[str, float]]]:
    """What is measured of every method, by its address."""
    context = browser.new_context(viewport=SIZES["phone"], base_url=serve(real), locale="zh-CN")  # type: ignore[arg-type]
    page = context.new_page()

    def measured(address: str) -> dict[str, float]:
        page.goto(address)
        return page.evaluate(MEASURE)

    written = sorted(path.parent.name for path in (real / "methods").glob("*/index.html"))
    yield {name: measured(f"methods/{name}/") for name in written}
    context.close()


def over(methods: dict[str, dict[str, float]], what: str, most: float) -> dict[str, float]:
    return {name: round(found[what], 2) for name, found in methods.items() if found[what] > most}


def test_the_first_step_is_read_within_two_screens(methods):
    assert over(methods, "first", ALWAYS) == {}
    late = over(methods, "first", SOON)
    assert len(late) <= (1 - MOSTLY) * len(methods), late


def test_no_method_is_long(methods):
    assert over(methods, "folded", LONGEST) == {}
    assert median(found["folded"] for found in methods.values()) <= USUAL


def test_steps_are_never_folded_and_no_words_are_small(methods):
    assert over(methods, "hidden", 0) == {}
    assert min(found["smallest"] for found in methods.values()) >= 13


def test_what_unfolds_is_bounded(methods):
    assert over(methods, "unfolded", UNFOLDED) == {}
    assert over(methods, "links", LINKS) == {}


def test_what_unfolds_stands_under_its_heading(page: Page):
    page.goto("methods/deliberation/")
    variants = page.locator("section").filter(has=page.get_by_role("heading", name="案例里的变体"))
    expect(variants.locator("table")).to_be_hidden()
    variants.locator("summary").click()
    expect(variants.locator("table")).to_be_visible()
    spread = page.locator("section").filter(has=page.get_by_role("heading", name="各案例报告的数字"))
    expect(spread.locator("summary")).to_contain_text("8 个案例里，2 个报告了志愿者（按人计）：20名到79名")
