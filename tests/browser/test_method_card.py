"""The card of every method: on one screen of a phone, on one side of A5, with the way back to the method."""

from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES
from tests.conftest import CONTENT, as_published
from tests.papers import FULLEST, cards_fit, methods, printed, words

ADDRESS = "https://neighbours.example.org/casebook"
DOTS = 200 / 72  # a printer has more
SMALLEST = 13  # pixels of type, as on the page of a method
MEASURE = """() => {
  const card = document.querySelector(".leaf");
  const shown = [...card.querySelectorAll("*")].filter((one) => one.checkVisibility() && one.textContent.trim());
  return {
    high: card.getBoundingClientRect().height,
    smallest: Math.min(...shown.map((one) => parseFloat(getComputedStyle(one).fontSize))),
  };
}"""

MOST = 8  # steps that a method may have
REPEAT = """(most) => {
  const steps = document.querySelector(".leaf__steps");
  for (let at = 0; steps.children.length < most; at++) steps.append(steps.children[at].cloneNode(true));
}"""


@pytest.fixture(scope="module")
def published(shared, typeface: Path) -> Path:
    """The real site, as it is published."""
    return shared("published-real", lambda output: as_published(CONTENT, output, ADDRESS))


@pytest.fixture(scope="module")
def cards(published: Path, serve: Callable[[Path], str]) -> list[str]:
    """The address of the card of each method."""
    host = serve(published)
    return [f"{host}methods/{name}/card/" for name in methods(published)]


def name_of(address: str) -> str:
    return address.split("/")[-3]


@pytest.mark.parametrize("least", [0, MOST])
def test_every_card_is_one_screen_of_a_phone(browser: Browser, cards, least: int):
    page = browser.new_page(viewport=SIZES["phone"], locale="zh-CN")
    found = {}
    for address in cards:
        page.goto(address)
        page.evaluate(REPEAT, least)
        found[name_of(address)] = page.evaluate(MEASURE)
    page.close()
    assert len(found) > 1
    assert {name: one["high"] for name, one in found.items() if one["high"] > SIZES["phone"]["height"]} == {}
    assert min(one["smallest"] for one in found.values()) >= SMALLEST


def test_the_fullest_cards_are_one_side_of_a5(paper, published, serve):
    cards_fit(paper, serve(published), methods(published, FULLEST))


def test_its_code_and_its_words_lead_to_the_method(paper, cards):
    for address in (cards[0], cards[-1]):
        paper.goto(address)
        document, home = printed(paper), f"{ADDRESS}/methods/{name_of(address)}/"
        (code,) = zxingcpp.read_barcodes(document[0].render(scale=DOTS).to_pil())
        assert code.text == home
        assert home in words(document[0].get_textpage().get_text_range())


def test_a_card_is_black_on_white(browser: Browser, cards):
    page = browser.new_page(color_scheme="dark")
    page.emulate_media(media="print")
    page.goto(cards[0])
    assert page.locator(".leaf__number").first.evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
    left = printed(page)[0].render(scale=1).to_pil().convert("L").getpixel((5, 5))
    assert left == 255
    page.close()


def test_a_method_leads_to_its_card_and_back(page: Page):
    page.goto("methods/deliberation/")
    page.get_by_role("link", name="卡片、讲义").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("议事协商")
    expect(page.get_by_role("navigation", name="当前位置").get_by_role("link")).to_have_text(
        ["首页", "方法", "议事协商"]
    )
    page.get_by_role("link", name="看全文").click()
    expect(page.get_by_role("heading", name="什么时候用")).to_be_visible()
