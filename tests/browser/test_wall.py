"""On a wall: larger type, lines as long as elsewhere, and the room of the screen is used."""

import pytest
from playwright.sync_api import Browser

WALL = {"width": 1920, "height": 1080}
# of each paragraph of two lines and more: how many characters a line has, and how high they are
LINES = """parts => parts.map((part) => {
    const size = parseFloat(getComputedStyle(part).fontSize);
    return { part, size, long: part.clientWidth / size, lines: part.clientHeight / size };
}).filter(({ lines }) => lines > 3).map(({ size, long }) => [size, long])"""


@pytest.mark.parametrize("address", ["methods/deliberation/", "cases/jiujiang-food-safety/"])
def test_a_line_has_34_to_42_characters_of_a_larger_size(browser: Browser, site: str, address: str):
    page = browser.new_page(base_url=site, viewport=WALL)
    page.goto(address)
    told = page.locator(".prose > p").evaluate_all(LINES)
    assert len(told) > 3
    assert min(size for size, _ in told) >= 22
    assert max(long for _, long in told) <= 42
    assert min(long for _, long in told) >= 33.5  # a hair is the gap between columns
    assert page.evaluate("document.documentElement.scrollWidth") <= WALL["width"]
    used = page.locator(".steps").first.bounding_box()
    assert used["width"] > WALL["width"] * 0.85
    first, second = (page.locator(".step").nth(at).bounding_box() for at in (0, 1))
    assert first["y"] == second["y"]  # side by side
    page.close()
