"""Cases and methods on a phone: how soon the first step is read, how long a page is, what of it is not the answer."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import SIZES

SOON, ALWAYS, MOSTLY = 2, 2.5, 0.9  # screens to the first sentence of the first step: for so many pages, and for all
USUAL, LONGEST = 6, 10  # screens of a page: of half of all, and of all
UNFOLDED = 20  # screens of a page with all folds open, as many as the longest had before it had any
LINKS = 120  # of a page with all folds open
SMALLEST = 13  # pixels of type
AROUND = 0.35  # of the height of a case: what is not its title, its summary, what it took, its text

# What is told of a page, in screens: as a reader meets it, and then with all folds open.
MEASURE = """() => {
  const END = /[。！？]/;
  const all = (names) => [...document.querySelectorAll(names)];
  const seen = (one) => one.checkVisibility();
  const size = (one) => parseFloat(getComputedStyle(one).fontSize);
  const height = (names) => all(names).reduce((sum, one) => sum + one.getBoundingClientRect().height, 0);
  const screens = () => document.documentElement.scrollHeight / innerHeight;

  const [told] = [".step", ".section--how", ".section:not(.section--problem)"].flatMap(all);
  const text = document.createTreeWalker(told.querySelector(".step__opening, .prose"), NodeFilter.SHOW_TEXT);
  let last = text.nextNode();
  while (!END.test(last.data) && text.nextNode()) last = text.currentNode;
  const sentence = document.createRange();
  sentence.setStart(told, 0);
  sentence.setEnd(last, last.data.search(END) + 1 || last.length);

  const whole = all(".section--problem, .section--results, .section--limits, .step, .step__opening, .step > .prose, .answers");
  const found = {
    first: (sentence.getBoundingClientRect().bottom + scrollY) / innerHeight,
    folded: screens(),
    hidden: whole.filter((one) => !seen(one)).length,
    smallest: Math.min(...all("main :is(p, li, dt, dd, td)").filter(seen).map(size)),
    around: 1 - height("h1, .head__lead, .strip, .caveats, .section") / height("main"),
  };
  for (const fold of all("details")) fold.open = true;
  return { ...found, unfolded: screens(), links: all("a[href]").length };
}"""

Found = Mapping[str, Mapping[str, float]]  # what is measured of every page of a kind, by its name


@pytest.fixture(scope="module", params=["cases", "methods"])
def found(
    request: pytest.FixtureRequest, browser: Browser, real: Path, serve: Callable[[Path], str]
) -> Iterator[Found]:
    context = browser.new_context(viewport=SIZES["phone"], base_url=serve(real), locale="zh-CN")  # type: ignore[arg-type]
    page = context.new_page()

    def measured(name: str) -> Mapping[str, float]:
        page.goto(f"{request.param}/{name}/")
        return page.evaluate(MEASURE)

    yield {path.parent.name: measured(path.parent.name) for path in sorted((real / request.param).glob("*/index.html"))}
    context.close()


def over(found: Found, what: str, most: float) -> dict[str, float]:
    return {name: round(one[what], 2) for name, one in found.items() if one[what] > most}


def test_the_first_step_is_read_within_two_screens(found: Found):
    assert over(found, "first", ALWAYS) == {}
    late = over(found, "first", SOON)
    assert len(late) <= (1 - MOSTLY) * len(found), late


def test_no_page_is_long(found: Found):
    assert over(found, "folded", LONGEST) == {}
    assert median(one["folded"] for one in found.values()) <= USUAL


def test_problem_steps_results_and_limits_are_never_folded_and_no_words_are_small(found: Found):
    assert over(found, "hidden", 0) == {}
    assert min(one["smallest"] for one in found.values()) >= SMALLEST


def test_most_of_a_page_is_its_answer(found: Found):
    assert over(found, "around", AROUND) == {}


def test_what_unfolds_is_bounded(found: Found):
    assert over(found, "unfolded", UNFOLDED) == {}
    assert over(found, "links", LINKS) == {}
