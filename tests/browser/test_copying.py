"""A page, a step and all steps copied as text, on a phone; without JavaScript they are links."""

import json
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
    head, line, url = copied(phone, step.locator(".copy:not([data-cite])"))
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
    assert not page.locator("[data-cite]:visible").count()  # of no use without a script
    links = page.locator(".copy:not([data-cite])")
    assert {link.text_content() for link in links.all()} == {"链接"}
    links.nth(2).click(force=True)
    assert page.url.endswith(page.locator(".step").first.get_attribute("id"))


def words(part) -> str:
    return " ".join(part.text_content().split())


# --- citations ---


def test_a_page_is_cited_in_each_format_with_the_day_of_today(phone, site):
    phone.goto(CASE)
    phone.locator("#site-cite-title").tap()
    address, today = f"{site}{CASE}", phone.evaluate("new Date().toLocaleDateString('sv')")
    for name in ("GB/T 7714", "APA", "BibTeX", "RIS", "CSL-JSON"):
        text = "\n".join(copied(phone, phone.get_by_role("button", name=f"复制 {name} 引用")))
        assert phone.locator("h1").text_content() in text
        assert address in text
        assert today in text or today.replace("-", "/") in text or name in ("APA", "CSL-JSON")
    (one,) = json.loads(text)
    assert one["accessed"]["date-parts"] == [today.split("-")]


def test_a_step_and_a_figure_are_cited_with_their_address_in_the_chosen_format(phone, site):
    phone.goto(CASE)
    step = phone.locator(".step").nth(1)
    (text,) = copied(phone, step.locator("[data-cite]"))
    assert f"第2步：{words(step.locator('.step__title'))[2:]}（{phone.locator('h1').text_content()}）[EB/OL]" in text
    assert f"{site}{CASE}#{step.get_attribute('id')}" in text
    phone.locator("#site-cite-title").tap()
    copied(phone, phone.get_by_role("button", name="复制 CSL-JSON 引用"))
    phone.locator("#site-figures-title").tap()
    figure = phone.locator(".proofs__item").filter(has=phone.locator(".proofs__value", has_text="约700人次"))
    (one,) = json.loads("\n".join(copied(phone, figure.locator("[data-cite]"))))
    assert "服务人次：约700人次（截至2022年3月）；出处：《" in one["title"]
    assert "第37段" in one["title"]
    assert phone.locator(f"[id='{one['URL'].partition('#')[2]}']").count() == 1
