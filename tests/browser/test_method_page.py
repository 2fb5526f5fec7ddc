"""What unfolds on the page of a method."""

from playwright.sync_api import Page, expect


def test_what_unfolds_stands_under_its_heading(page: Page):
    page.goto("methods/deliberation/")
    variants = page.locator("section").filter(has=page.get_by_role("heading", name="案例里的变体"))
    expect(variants.locator("table")).to_be_hidden()
    variants.locator("summary").click()
    expect(variants.locator("table")).to_be_visible()
    spread = page.locator("section").filter(has=page.get_by_role("heading", name="各案例报告的数字"))
    expect(spread.locator("summary")).to_contain_text("8 个案例里，2 个报告了志愿者（按人计）：20名到79名")
