"""The page of all cases: how a test asks it for cases and reads what it lists."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

RAISED = "indicator=funds-raised-yuan&series=元-raised"


def explore(page: Page, query: str = "", said: str = "个案例") -> None:
    page.goto(f"cases/?{query}" if query else "cases/")
    expect(page.locator("#explore[data-ready]")).to_be_attached()
    expect(page.locator("#explore-status")).to_contain_text(said)


def state(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def whole(page: Page) -> None:
    """Wait until all cases of this page of the list are there, as they are for a reader who uses a keyboard."""
    expect(page.locator("#explore-results[aria-busy=true]")).to_have_count(0)
    page.keyboard.press("Shift")
    expect(page.locator("#explore-results .coming")).to_have_count(0)


def slugs(page: Page, group: str = "") -> list[str]:
    """The cases listed, in a group or in all."""
    whole(page)
    inside = page.locator(".explore__group", has_text=group) if group else page.locator("#explore-results")
    links = inside.locator(":is(.cards h2, tbody th) a")
    return [urlsplit(link.get_attribute("href") or "").path.split("/")[-2] for link in links.all()]
