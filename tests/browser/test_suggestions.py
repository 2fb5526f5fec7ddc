"""The pages suggested as one types, on every page: the list and its keys, composing, answers that come late or never."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import ONE_SIZE, pause
from tests.browser.lateness import of_a_build_that_is_gone
from tests.browser.test_everywhere import CASE, asked, field, options


class Held:
    """The files of the index, held back until they are released."""

    def __init__(self, page: Page) -> None:
        self.routes: list[Route] = []
        self.is_holding = True
        page.route("**/terms/*.json", lambda route: self.routes.append(route) if self.is_holding else route.continue_())

    def release(self) -> None:
        """Let the files come, and those that are asked for later."""
        self.is_holding = False
        for route in self.routes:
            route.continue_()
            route.request.response()


def opened(browser: Browser, site: str, path: str = CASE) -> Page:
    """A page on which something may go wrong."""
    page = browser.new_context(base_url=site, locale="zh-CN").new_page()
    page.goto(path)
    return page


@ONE_SIZE
def test_the_field_says_what_it_does(page: Page):
    page.goto(CASE)
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_attribute("aria-autocomplete", "list")
    box.press_sequentially("停车")
    expect(options(page).first).to_be_visible()
    listbox = page.get_by_role("listbox")
    expect(box).to_have_attribute("aria-controls", listbox.get_attribute("id") or "")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".suggest [role=status]")).to_have_text(re.compile(r"^(约 )?\d+ 个结果$"))
    expect(options(page).first.locator("mark")).to_have_text("停车")
    expect(options(page).last).to_have_text(re.compile("^查看全部.*个结果$"))
    assert 2 <= options(page).count() <= 9
    for key, at in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", -1), ("ArrowDown", 0), ("End", -1)):
        box.press(key)
        active = options(page).nth(at)
        expect(active).to_have_attribute("aria-selected", "true")
        expect(box).to_have_attribute("aria-activedescendant", active.get_attribute("id") or "")
        expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
        expect(active).to_be_in_viewport()
    box.press("Home")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    box.press("Tab")
    expect(listbox).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))


@ONE_SIZE
def test_home_and_end_belong_to_the_text_while_no_option_is_active(page: Page):
    page.goto(CASE)
    field(page).press_sequentially("停车")
    expect(options(page).first).to_be_visible()
    field(page).press("Home")
    assert field(page).evaluate("(one) => one.selectionStart") == 0
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)


@ONE_SIZE
def test_enter_without_an_option_goes_to_the_search_page(page: Page):
    page.goto(CASE)
    field(page).press_sequentially("停车")
    expect(options(page).first).to_be_visible()
    field(page).press("ArrowDown")
    field(page).press_sequentially("位")  # what is typed now is meant, not the option of what was typed before
    field(page).press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=%E5%81%9C%E8%BD%A6%E4%BD%8D$"))


def test_the_last_option_leads_to_all_results(page: Page):
    page.goto("")
    field(page).press_sequentially("停车")
    options(page).last.click()
    expect(page).to_have_url(re.compile(r"/search/\?q=%E5%81%9C%E8%BD%A6$"))
    expect(page.locator("#site-results > li").first).to_be_visible()


def test_an_option_can_be_clicked(page: Page):
    page.goto(CASE)
    field(page).press_sequentially("停车治理")
    options(page).first.click()
    expect(page).to_have_url(re.compile(r"/themes/parking/\?q="))


def test_the_list_fits_the_screen_and_the_thumb(page: Page):
    for path in ("", CASE):
        page.goto(path)
        field(page).press_sequentially("社区")
        expect(options(page).first).to_be_visible()
        screen = page.viewport_size or {}
        box = page.get_by_role("listbox").bounding_box() or {}
        typed = field(page).bounding_box() or {}
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= screen["width"]
        assert typed["y"] + typed["height"] <= box["y"]
        assert box["y"] + box["height"] <= screen["height"]
        assert min(one.bounding_box()["height"] for one in options(page).all()) >= 44
        assert field(page).evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)") >= 16


@ONE_SIZE
def test_nothing_is_asked_while_a_character_is_composed(page: Page):
    page.clock.install()
    page.goto(CASE)
    field(page).focus()
    files = asked(page)
    keyboard = page.context.new_cdp_session(page)
    for letters in ("y", "yi", "yi's", "yi'shi"):
        keyboard.send("Input.imeSetComposition", {"text": letters, "selectionStart": 1, "selectionEnd": 1})
        pause(page)
    expect(field(page)).to_have_value("yi'shi")
    assert files == []
    keyboard.send("Input.insertText", {"text": "议事"})
    expect(options(page).first).to_contain_text("议事")
    expect(field(page)).to_have_value("议事")
    assert files


@ONE_SIZE
def test_composing_as_other_browsers_tell_of_it(page: Page):
    """Safari tells of the end of composing after the last input, and then of the Enter that ended it."""
    page.clock.install()
    page.goto(CASE)
    files = asked(page)
    field(page).evaluate(
        """(one) => {
          one.focus();
          one.dispatchEvent(new CompositionEvent("compositionstart"));
          one.value = "yishi";
          one.dispatchEvent(new InputEvent("input", { isComposing: true }));
        }"""
    )
    pause(page)
    assert files == []
    field(page).evaluate(
        """(one) => {
          one.value = "议事";
          one.dispatchEvent(new InputEvent("input", { isComposing: true }));
          one.dispatchEvent(new CompositionEvent("compositionend"));
          one.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", keyCode: 229 }));
        }"""
    )
    expect(options(page).first).to_contain_text("议事")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)


@ONE_SIZE
def test_an_older_answer_never_comes_after_a_newer_one(page: Page):
    page.clock.install()
    page.goto(CASE)
    held = Held(page)
    with page.expect_request("**/terms/*.json"):
        field(page).fill("众筹")
    pause(page)
    assert held.routes
    held.is_holding = False
    field(page).fill("治理")  # in another file than what is held
    expect(options(page).first).to_contain_text("治理")
    with page.expect_response("**/pages/*.json"):  # what the older answer is made of
        held.release()
    pause(page)
    expect(options(page).first).to_contain_text("治理")


@ONE_SIZE
def test_the_old_list_stays_until_the_new_one_is_there(page: Page):
    page.clock.install()
    page.goto(CASE)
    field(page).fill("停车")
    expect(options(page).first).to_contain_text("停车")
    held = Held(page)
    with page.expect_request("**/terms/*.json"):
        field(page).fill("众筹募捐")
    pause(page)
    assert held.routes
    expect(options(page).first).to_contain_text("停车")
    held.release()
    expect(options(page).first).to_contain_text("众筹募捐")
    field(page).fill("")
    expect(options(page).first).to_be_hidden()


@ONE_SIZE
def test_what_was_meant_is_a_group_of_its_own(page: Page):
    page.goto(CASE)
    field(page).fill("議事協商")
    group = page.get_by_role("group", name="也搜了“议事协商”（繁体）")
    expect(group.get_by_role("option").first).to_contain_text("议事协商")


@ONE_SIZE
def test_nothing_found_is_said(page: Page):
    page.goto(CASE)
    for typed in ("查无此词啊", "😀😀", "<svg onload=prompt(9)>"):
        field(page).fill(typed)
        expect(page.locator(".suggest [role=status]")).to_have_text(re.compile(f"没有找到“{re.escape(typed)}”"))
        expect(page.get_by_role("combobox")).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".suggest img")).to_have_count(0)


@ONE_SIZE
def test_a_whole_article_in_the_field_is_answered(page: Page):
    page.goto(CASE)
    field(page).fill("社区居民议事" * 1700)
    expect(page.locator(".suggest [role=status]")).to_have_text(re.compile("个结果|没有找到"))


def of_another_build(frozen_site: Path) -> Callable[[Route], None]:
    manifest = json.loads((frozen_site / "search" / "manifest.json").read_text())
    return lambda route: route.fulfill(json=of_a_build_that_is_gone(manifest))


@pytest.mark.parametrize("lost", ["**/terms/*.json", "**/pages/*.json", "**/search/manifest.json", "**/suggest-*.js"])
def test_the_field_says_so_when_a_file_is_missing(browser: Browser, site: str, lost: str):
    page = opened(browser, site)
    page.route(lost, lambda route: route.fulfill(status=404))
    field(page).press_sequentially("停车")
    expect(page.locator(".suggest [role=status]")).to_contain_text("没有取到")
    expect(options(page)).to_have_count(0)
    field(page).press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q="))


def test_a_page_of_an_older_build_says_so_and_recovers(browser: Browser, site: str, frozen_site: Path):
    page = opened(browser, site)
    page.route("**/search/manifest.json", of_another_build(frozen_site))
    field(page).fill("停车")
    expect(page.locator(".suggest [role=status]")).to_contain_text("没有取到")
    page.unroute("**/search/manifest.json")
    field(page).fill("停车治")
    expect(options(page).first).to_contain_text("停车治理")
