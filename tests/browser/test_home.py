"""The home page on a phone: short, with what most readers come for in sight."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import ONE_SIZE, SIZES

LONGEST = 4  # screens


@ONE_SIZE
def test_home_is_at_most_four_screens(page: Page):
    page.goto("")
    expect(page.get_by_role("heading", name="新收的案例")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST * SIZES["phone"]["height"]


@ONE_SIZE
def test_problems_begin_on_the_first_screen(page: Page):
    page.goto("")
    box = page.locator(".hero__problems .chip").first.bounding_box()
    assert box
    assert box["y"] + box["height"] <= SIZES["phone"]["height"]


@ONE_SIZE
def test_the_other_ways_in_unfold(page: Page):
    page.goto("")
    chips = page.locator(".ways .chip")
    expect(chips.first).to_be_attached()
    expect(page.locator(".ways .chip:visible")).to_have_count(0)
    for summary in page.locator(".ways summary").all():
        summary.click()
    expect(page.locator(".ways .chip:visible")).to_have_count(chips.count())
