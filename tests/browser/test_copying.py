"""A page, a step and all steps copied as text, on a phone; without JavaScript they are links."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES

METHOD, CASE = "methods/deliberation/", "cases/jiujiang-food-safety/"
DONE = "已复制"


@pytest.fixture(scope="module")
def phone(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport=SIZES["phone"], base_url=site, locale="zh-CN", is_mobile=True, has_touch=True
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def copied(page: Page, link) -> list[str]:
    """The lines that a tap on a link copies; it is as high as a thumb, and says what it did."""
    box = link.bounding_box()
    assert min(box["width"], box["height"]) >= 44
    expect(link).to_have_css("opacity", "1")
    link.tap()
    expect(link).to_have_text(DONE)
    expect(page.get_by_role("status").filter(has_text=DONE)).to_have_count(1)
    return page.evaluate("navigator.clipboard.readText()").split("\n")


@pytest.mark.parametrize("address", [METHOD, CASE])
def test_a_page_is_its_title_a_line_and_the_clean_address(phone, site, address):
    phone.goto(f"{address}?q=议事&from=singlemessage")
    title, line, url = copied(phone, phone.get_by_role("link", name="本页的链接"))
    assert title == phone.locator("h1").text_content()
    assert phone.locator("meta[name=description]").get_attribute("content").startswith(line)
    assert line.endswith("。")
    assert url == f"{site}{address}"


@pytest.mark.parametrize("address", [METHOD, CASE])
def test_a_step_is_its_title_a_line_and_its_address(phone, site, address):
    phone.goto(f"{address}?q=议事")
    step = phone.locator(".step").nth(1)
    head, line, url = copied(phone, step.locator(".copy"))
    assert head == f"{phone.locator('h1').text_content()} 2. {words(step.locator('.step__title'))[2:]}"
    assert line
    assert line in words(step)
    assert url == f"{site}{address}#{step.get_attribute('id')}"
    assert phone.url.endswith(f"#{step.get_attribute('id')}")  # and is shown


@pytest.mark.parametrize("address", [METHOD, CASE])
def test_steps_are_a_numbered_text(phone, site, address):
    phone.goto(address)
    section = phone.locator(".section").filter(has=phone.locator(".step"))
    title, *lines, url = copied(phone, section.get_by_role("link", name="步骤的链接"))
    assert title == phone.locator("h1").text_content()
    heads = [words(one) for one in section.locator(".step__title").all()]
    assert [line for line in lines if line.split(". ")[0].isdigit()] == [
        f"{number}. {head[2:]}" for number, head in enumerate(heads, 1)
    ]
    text = words(section)
    assert [line for line in lines if line.partition("：")[2] not in text] == []
    assert len(lines) > len(heads)
    assert not any("另外" in line for line in lines)  # what cases tell stays on the page
    assert url == f"{site}{address}#{section.get_attribute('aria-labelledby')}"


def test_apps_that_know_only_the_old_way(phone):
    phone.goto(METHOD)
    phone.evaluate("() => void (navigator.clipboard.writeText = () => Promise.reject())")
    assert copied(phone, phone.get_by_role("link", name="本页的链接"))[0] == "议事协商"
    phone.evaluate("() => void (document.execCommand = () => false)")
    link = phone.locator(".step .copy").first
    link.tap()
    expect(link).to_have_text("没有复制成")


def test_without_javascript_they_are_links(browser, site):
    page = browser.new_context(base_url=site, java_script_enabled=False).new_page()
    page.goto(METHOD)
    links = page.locator(".copy")
    assert {link.text_content() for link in links.all()} == {"链接"}
    links.nth(2).click(force=True)
    assert page.url.endswith(page.locator(".step").first.get_attribute("id"))


def words(part) -> str:
    return " ".join(part.text_content().split())
