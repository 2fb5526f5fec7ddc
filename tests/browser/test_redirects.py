"""Old addresses in a browser: with JavaScript straight to the step, without it in one click."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES, complaining


@pytest.fixture(scope="module")
def address(moved: Path, serve: Callable[[Path], str]) -> str:
    return serve(moved)


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport=SIZES["phone"], base_url=address, java_script_enabled=request.param)
    page = context.new_page()
    wrong = complaining(page, address)
    page.has_script = request.param
    yield page
    context.close()
    assert wrong == []


def test_a_link_to_a_step_of_a_page_that_moved_reaches_the_step(page: Page):
    page.goto("methods/weigh-leftovers/#weigh")
    if not page.has_script:
        chosen = page.locator(".moved__anchor:target")
        expect(chosen).to_have_text(re.compile("称"))
        expect(chosen).to_be_in_viewport()
        chosen.get_by_role("link").click()
        expect(page).to_have_url(re.compile(r"/methods/weigh-plates/#weighing$"))
    else:
        expect(page).to_have_url(re.compile(r"/methods/weigh-plates/#weighing$"))
        page.go_back()
        expect(page).to_have_url("about:blank")  # the old page is not in the way back
        page.go_forward()
    expect(page.locator(".step:target")).to_contain_text("吃完倒进桶里称")


def test_a_link_to_a_page_that_moved(page: Page):
    page.goto("methods/weigh-leftovers/")
    if not page.has_script:
        page.locator("#site-moved").click()
    expect(page).to_have_url(re.compile(r"/methods/weigh-plates/$"))


def test_a_page_without_steps_needs_no_script(page: Page):
    page.goto("themes/queues/")
    expect(page).to_have_url(re.compile(r"/themes/waiting/$"))


@pytest.mark.parametrize(
    ("old", "now"), [("step-change", "#step-new-dishes .step__title"), ("step-weigh", "#section-how")]
)
def test_an_old_step_scrolls_to_what_took_its_place(page: Page, old: str, now: str):
    page.goto(f"cases/fanglin-leftovers/#{old}")
    expect(page.locator(now)).to_be_in_viewport()
