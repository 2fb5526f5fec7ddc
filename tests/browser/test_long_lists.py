"""An item that has moved to a later page of its list is found by the anchor that it always had."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect


@pytest.fixture(scope="module")
def host(many: Path, serve) -> str:
    return serve(many)


@pytest.fixture(scope="module")
def last(many: Path) -> tuple[str, str]:
    """(anchor of a case, of one of its caveats) on the second page of all caveats."""
    page = BeautifulSoup((many / "caveats" / "2" / "index.html").read_text(encoding="utf-8"), "html.parser")
    case = page.find("details", id=re.compile("^case-"))
    return case["id"], case.find("li")["id"]


def test_an_anchor_leads_to_the_page_that_has_it(browser: Browser, host: str, last: tuple[str, str]):
    page = browser.new_page()
    for anchor in last:
        page.goto(f"{host}caveats/#{anchor}")
        expect(page).to_have_url(f"{host}caveats/2/#{anchor}")
        expect(page.locator(f"#{anchor}")).to_be_attached()
        page.goto("about:blank")
    page.close()


def test_an_anchor_that_nobody_has_leads_nowhere(browser: Browser, host: str):
    page = browser.new_page()
    with page.expect_response(re.compile("/anchors/")):
        page.goto(f"{host}caveats/#__proto__")
    expect(page).to_have_url(f"{host}caveats/#__proto__")
    page.close()


def test_without_scripts_it_leads_to_the_list(browser: Browser, host: str, last: tuple[str, str]):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}caveats/#{last[0]}")
    expect(page.get_by_role("heading", level=1)).to_have_text("读之前要知道")
    page.get_by_role("link", name="下一页").click()
    expect(page.locator(f"#{last[0]}")).to_be_visible()
    context.close()
