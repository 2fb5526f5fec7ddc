"""Pictures as readers meet them: they lead on, their text stays readable, and no page scrolls sideways."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import complaining

TABLE = "matrix/"  # which is a picture to the eye alone
PAGES = ("places/", "places/dongguan/", "places/xuhui/", "years/", TABLE, "methods/deliberation/")
SMALLEST = 11  # pixels of text


@pytest.fixture(scope="module")
def narrow(browser: Browser, site: str) -> Iterator[Page]:
    """One page as narrow as a phone, or as a desktop at 400 %."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, base_url=site, locale="zh-CN")
    page = context.new_page()
    wrong = complaining(page, site)
    yield page
    context.close()
    assert wrong == []


def unfold(page: Page) -> None:
    page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true")


@pytest.mark.parametrize("path", PAGES)
def test_at_320_pixels_no_page_scrolls_sideways_and_text_is_readable(narrow: Page, path: str):
    narrow.goto(path)
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320
    unfold(narrow)
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320
    sizes = narrow.evaluate(
        """[...document.querySelectorAll("main svg text")].filter((text) => text.checkVisibility()).map((text) =>
             parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""
    )
    assert min(sizes, default=SMALLEST if path == TABLE else 0) >= SMALLEST


def test_names_fit_their_tiles(narrow: Page):
    for path in ("places/", "places/dongguan/", "places/xuhui/"):
        narrow.goto(path)
        expect(narrow.locator(".tile").first).to_be_visible()
        wide = narrow.evaluate(
            """[...document.querySelectorAll(".tile")].filter((tile) =>
                 tile.querySelector(".tile__name").getBoundingClientRect().width
                 > tile.querySelector(".tile__ground").getBoundingClientRect().width).map((tile) => tile.textContent)"""
        )
        assert wide == []


@pytest.mark.parametrize("path", PAGES)
def test_every_picture_has_title_and_description(narrow: Page, path: str):
    narrow.goto(path)
    pictures = narrow.locator("main svg:is([role=img], [role=group])")
    for picture in pictures.all():
        assert picture.locator("> title").text_content()
        assert picture.locator("> desc").text_content()
    assert bool(pictures.count()) is (path != TABLE)


def test_from_the_provinces_down_to_a_town(narrow: Page):
    narrow.goto("places/")
    narrow.get_by_role("link", name="广东 17 个案例").click()
    expect(narrow.get_by_role("heading", level=1)).to_have_text("广东省")
    narrow.goto("places/nanhai/")
    narrow.get_by_role("link", name="里水 4 个案例").press("Enter")
    expect(narrow.get_by_role("heading", level=1)).to_have_text("里水镇")


def test_a_mark_of_the_matrix_leads_to_the_step(narrow: Page):
    narrow.goto("matrix/")
    row = narrow.get_by_role("row").filter(has=narrow.get_by_role("link", name="金沙半岛小区电动自行车停放治理"))
    mark = row.get_by_role("link", name="小区公约")
    mark.focus()
    case = row.locator("th").bounding_box()
    assert case is not None
    box = mark.bounding_box()
    assert box is not None
    assert box["x"] >= case["x"] + case["width"] - 1  # not behind the column that sticks
    mark.press("Enter")
    expect(narrow.locator(".step:target")).to_be_in_viewport()


def test_with_the_systems_own_colours_a_place_with_cases_still_stands_out(narrow: Page):
    narrow.emulate_media(forced_colors="active")
    narrow.goto("places/")
    fill = "el => getComputedStyle(el).fill"
    used = narrow.locator("a.tile .tile__ground").first.evaluate(fill)
    assert used != narrow.locator(".tile--empty .tile__ground").first.evaluate(fill)
    narrow.emulate_media(forced_colors="none")
