"""The page of cases side by side: how a test asks it for cases and reads its table."""

import re

from playwright.sync_api import Locator, Page, expect

FOOD, EBIKE, CONTEST, FARM, PARLOUR = (
    "jiujiang-food-safety",
    "tongsheng-ebike-parking",
    "lishui-micro-venture-4",
    "zhoucun-love-farm",
    "xujiahui-neighbourhood-parlour",
)


def status(page: Page) -> Locator:
    """What the page says of itself; the field in the header has a status of its own."""
    return page.locator("#site-status")


def compare(page: Page, *slugs: str) -> None:
    page.goto(f"compare/?cases={','.join(slugs)}")
    expect(status(page)).not_to_have_text(re.compile("^$|正在取"))


def titles(page: Page) -> list[str]:
    """The columns by their letters and titles."""
    return page.locator("#site-table").get_by_role("columnheader").all_inner_texts()


def row(page: Page, section: str, name: str, under: str = "") -> Locator:
    """The cells of a row."""
    rows = (
        page.locator(f"#site-compare-{section}")
        .get_by_role("row")
        .filter(has=page.get_by_role("rowheader", name=f"{name} {under}".strip(), exact=True))
    )
    expect(rows).to_have_count(1)
    return rows.get_by_role("cell")
