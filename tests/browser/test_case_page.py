"""What a reader of a case does on a phone: figures and links stand once, what is folded is one tap or one address away."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ONE_SIZE
from tests.conftest import frozen


@pytest.fixture
def parking(page: Page) -> Page:
    page.goto("cases/tongsheng-ebike-parking/")
    return page


@ONE_SIZE
def test_a_figure_stands_once_beside_the_text(parking: Page):
    parking.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    beside = parking.locator("main :is(.strip, .proofs) :text-is('3场')")
    expect(beside).to_have_count(1)
    expect(parking.locator("main")).not_to_contain_text("有出处")
    expect(parking.locator("main")).not_to_contain_text("最终")


@ONE_SIZE
def test_links_to_methods_stand_once(parking: Page):
    expect(parking.locator(".step .prose a[href*='/methods/']")).to_have_count(0)
    expect(parking.locator(".step .prose").filter(has_text="（见")).to_have_count(0)
    parking.get_by_role("link", name="议事协商：召集", exact=True).click()
    expect(parking.locator(".step:target")).to_contain_text("召集")


@ONE_SIZE
def test_the_other_caveats_are_one_tap_away(parking: Page):
    others = frozen().cases["tongsheng-ebike-parking"].front.caveats[1:]
    expect(parking.get_by_text(others[0].text)).to_be_hidden()
    parking.get_by_role("link", name=f"还有 {len(others)} 条").click()
    for one in others:
        expect(parking.get_by_text(one.text)).to_be_visible()


@ONE_SIZE
@pytest.mark.parametrize("anchor", ["site-figures", "site-caveats-others", "site-organisations", "site-tags"])
def test_an_address_opens_what_it_leads_into(page: Page, anchor: str):
    page.goto(f"cases/tongsheng-ebike-parking/#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_what_is_folded_is_there_without_a_script(browser: Browser, site: str):
    page = browser.new_context(base_url=site, java_script_enabled=False).new_page()
    page.goto("cases/tongsheng-ebike-parking/")
    page.get_by_role("heading", name="本页的数字").click()
    expect(page.locator(".proofs__item").first).to_be_visible()
