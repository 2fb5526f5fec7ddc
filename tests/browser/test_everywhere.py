"""Search on every page: the keys that lead to it, and what it asks of a page on which nobody searches."""

import gzip
import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from casebook_theme.node import THEME
from tests.browser.conftest import ONE_SIZE, pause

CASE = "cases/jiujiang-food-safety/"
ANYWHERE = ("", CASE, "search/", "all/")
EVERY_PAGE = 6400  # bytes of JavaScript, compressed, that every page loads


def field(page: Page) -> Locator:
    return page.locator(".search__field")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def asked(page: Page) -> list[str]:
    """The files of search that are fetched from now on."""
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url) if "/search/" in request.url else None)
    return urls


@ONE_SIZE
@pytest.mark.parametrize("path", ANYWHERE)
def test_a_key_leads_to_the_field(page: Page, path: str):
    page.goto(path)
    expect(field(page)).to_have_attribute("aria-keyshortcuts", "/ Control+K Meta+K")
    for key in ("/", "Control+k", "Meta+k"):
        field(page).blur()
        expect(field(page)).not_to_be_focused()
        page.keyboard.press(key)
        expect(field(page), key).to_be_focused()
        expect(field(page), key).to_have_value("")


@ONE_SIZE
def test_other_keys_do_not(page: Page):
    page.goto(CASE)
    for key in ("Alt+/", "Control+/", "Control+Shift+K", "Alt+Control+k", "Control+Meta+k", "k"):
        page.keyboard.press(key)
        expect(field(page), key).not_to_be_focused()
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()


def test_escape_leads_back(page: Page):
    page.emulate_media(reduced_motion="reduce")  # else the page may still be on its way
    page.goto(CASE)
    link = page.locator(".chip").last
    link.focus()
    expect(link).to_be_in_viewport()
    before = page.evaluate("scrollY")
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    assert page.evaluate("scrollY") == pytest.approx(before, abs=2)


def test_escape_closes_the_list_first_and_keeps_what_was_typed(page: Page):
    page.goto(CASE)
    page.keyboard.press("/")
    page.keyboard.type("停车")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(options(page).first).to_be_hidden()
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field(page)).not_to_be_focused()
    expect(field(page)).to_have_value("停车")


@ONE_SIZE
def test_a_slash_in_a_field_is_a_slash(page: Page):
    page.goto(CASE)
    page.evaluate("document.querySelector('#site-main').insertAdjacentHTML('afterbegin', '<textarea></textarea>')")
    for typed_in in (page.locator("textarea"), field(page)):
        typed_in.press("1")
        typed_in.press("/")
        expect(typed_in).to_have_value("1/")


@ONE_SIZE
def test_a_key_of_composing_is_no_shortcut(page: Page):
    page.goto(CASE)
    for more in ({"isComposing": True}, {"keyCode": 229}):
        page.evaluate("(more) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', ...more}))", more)
    expect(field(page)).not_to_be_focused()


def test_the_key_is_shown_beside_a_mouse(browser: Browser, site: str):
    page = browser.new_context(base_url=site, viewport={"width": 1280, "height": 800}).new_page()
    page.goto(CASE)
    expect(page.locator("kbd")).to_be_visible()
    field(page).focus()
    expect(page.locator("kbd")).to_be_hidden()
    phone = browser.new_context(base_url=site, viewport={"width": 390, "height": 844}, has_touch=True).new_page()
    phone.goto(CASE)
    expect(phone.locator("kbd")).to_be_hidden()


def test_by_keyboard_from_home_to_a_step_of_a_method(page: Page):
    page.goto("")
    page.keyboard.press("/")
    page.keyboard.type("困难指数")
    step = options(page).filter(has_text="打分").first
    expect(step).to_be_visible()
    for _ in range(8):
        page.keyboard.press("ArrowDown")
        if step.get_attribute("aria-selected") == "true":
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/methods/deliberation/\?q=%E5%9B%B0%E9%9A%BE%E6%8C%87%E6%95%B0#score$"))
    expect(page.locator("mark.found__here")).to_have_text("困难指数")
    expect(page.locator("mark.found__here")).to_be_in_viewport()


def test_nothing_is_fetched_before_a_reader_types(browser: Browser, site: str):
    page = browser.new_context(base_url=site).new_page()
    page.clock.install()
    files = asked(page)
    scripts: list[str] = []
    page.on("response", lambda one: scripts.append(one.url) if one.url.partition("?")[0].endswith(".js") else None)
    page.goto(CASE, wait_until="networkidle")
    built = [THEME / "build" / "js" / url.partition("?")[0].rpartition("/")[2] for url in scripts]
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in built) <= EVERY_PAGE
    field(page).focus()
    pause(page)
    assert files == []
    field(page).fill("停车")
    expect(options(page).first).to_be_visible()
    assert len([url for url in files if "/pages/" in url]) <= 10


def test_without_javascript_the_field_leads_to_the_list_of_all_pages(browser: Browser, site: str):
    page = browser.new_context(base_url=site, java_script_enabled=False).new_page()
    page.goto(CASE)
    expect(page.locator("kbd")).to_have_count(0)
    page.get_by_role("searchbox").fill("停车")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q="))
    page.locator("noscript a").first.click()
    expect(page).to_have_url(re.compile("/all/$"))
    page.locator("#all-cases").get_by_role("link", name="为“食”小玩童").click()
    expect(page).to_have_url(re.compile(f"/{CASE}$"))
