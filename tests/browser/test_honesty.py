"""The pages that say what is doubtful and what is lacking: near the home page, and complete."""

import re

from playwright.sync_api import Page, expect

from casebook.library import gaps
from tests.browser.conftest import ONE_SIZE
from tests.conftest import frozen

LIBRARY = frozen()
pytestmark = ONE_SIZE


def from_home(page: Page, name: str) -> None:
    """Two clicks at most: here it takes one, at the foot of the home page."""
    page.goto("")
    page.get_by_role("navigation", name="页脚").get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_every_caveat_of_every_case_is_one_click_from_home(page: Page):
    from_home(page, "读之前要知道")
    for case in LIBRARY.cases.values():
        section = page.locator(f"#case-{case.slug}")
        for caveat in case.front.caveats:
            expect(section.get_by_text(caveat.text, exact=True)).to_have_count(1)
    page.locator("section[aria-labelledby=site-kind-1]").get_by_role("link").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    assert page.locator(":target .caveat__kind").inner_text() == "矛盾"


def test_every_gap_is_one_click_from_home(page: Page):
    from_home(page, "还缺什么")
    for kind, found in gaps(LIBRARY).items():
        group = page.locator(f"#gaps-{kind}")
        expect(group.locator("tbody tr")).to_have_count(len(found))
        for gap in found:
            expect(group.locator(f"th a[href$='/{gap.id}/']")).not_to_have_count(0)
    expect(page.locator(".wanted__item")).to_have_count(10)
    page.get_by_role("main").get_by_role("link", name="怎样投稿").click()
    expect(page).to_have_url(re.compile("/contribute/"))


def test_a_case_leads_to_its_place_among_all_caveats_and_to_its_year(page: Page):
    page.goto("cases/jiujiang-food-safety/")
    page.get_by_role("link", name="还有 9 条").click()  # which opens them
    page.get_by_role("link", name="全部案例的提醒").click()
    expect(page.locator("#case-jiujiang-food-safety")).to_be_in_viewport()
    page.go_back()
    page.get_by_role("heading", name="基本情况").click()
    page.get_by_role("link", name="2021年", exact=True).click()
    expect(page.get_by_role("link", name="九江镇街坊会志愿服务总队", exact=True)).to_be_visible()
