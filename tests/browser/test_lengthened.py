"""Addresses that apps have lengthened when a reader shared them: the page is the same, and nothing is said of it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ONE_SIZE

ADDED = "from=singlemessage&isappinstalled=0&scene=1&clicktime=1700000000&utm_source=wechat#rd"


@ONE_SIZE
@pytest.mark.parametrize(
    ("address", "status", "shown"),
    [
        ("cases/?", "#explore-status", "#explore-results .cards > li"),
        ("cases/?theme=elder-care&", "#explore-status", "#explore-results .cards > li"),
        ("search/?q=停车&", "#site-status", "#site-results > li"),
        ("compare/?cases=jiujiang-food-safety,tongsheng-ebike-parking&", "#site-status", "#site-table td"),
    ],
)
def test_what_an_app_adds_to_an_address_is_not_told(page: Page, address: str, status: str, shown: str):
    page.goto(address.rstrip("?&"), wait_until="networkidle")
    said, count = page.locator(status).text_content() or "", page.locator(shown).count()
    assert count
    page.goto(address + ADDED)
    expect(page.locator(shown)).to_have_count(count)
    expect(page.locator(status)).to_have_text(said)
    expect(page.locator("#explore-notices p, #site-notes li")).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text("isappinstalled")
