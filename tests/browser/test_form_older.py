"""The form in browsers that lack something: what can be done is done, and what is lacking is said."""

from collections.abc import Iterator
from typing import Protocol

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES
from tests.browser.writing import FORM, on_to


class Lacking(Protocol):
    def __call__(self, without: str) -> Page: ...


@pytest.fixture
def lacking(browser: Browser, site: str) -> Iterator[Lacking]:
    """The form where a script has run before all others."""
    context = browser.new_context(viewport=SIZES["phone"], base_url=site, locale="zh-CN", accept_downloads=True)  # type: ignore[arg-type]

    def opened(without: str) -> Page:
        page = context.new_page()
        page.add_init_script(without)
        page.goto(FORM)
        return page

    yield opened
    context.close()


OLD_WORKERS = """
const { Worker: Newer } = window;
window.Worker = class extends Newer { constructor(address) { super(address); } };
"""  # which take no modules


def test_a_browser_whose_workers_take_no_modules_is_told_that_it_is_too_old(lacking: Lacking):
    page = lacking(OLD_WORKERS)
    expect(page.locator("#form-core-said")).to_contain_text("太旧")
    expect(page.locator("#form-core-fetch")).to_be_hidden()


def test_a_browser_that_cannot_check_takes_the_answers_and_gives_the_file(lacking: Lacking):
    page = lacking("delete window.WebAssembly; delete Navigator.prototype.serviceWorker")
    expect(page.locator("#form-core")).to_contain_text("太旧")
    on_to(page, "period")
    page.locator('.ask:visible [data-part="start"]').fill("那年夏天")
    expect(page.locator(".ask:visible .ask__problems")).to_contain_text("看不懂“那年夏天”")
    page.locator('.ask:visible [data-part="start"]').fill("2023年5月")
    on_to(page, "end")
    expect(page.locator("#form-review")).to_contain_text("还没有检查过")
    with page.expect_download() as download:
        page.get_by_role("button", name="下载文件").click()
    assert "period: 2023-05\n" in download.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("address", [FORM, "contribute/report/"])
def test_a_browser_that_cannot_run_the_form_says_what_else_can_be_done(lacking: Lacking, address: str):
    page = lacking("delete Object.hasOwn")
    page.goto(address)
    expect(page.locator("#site-trouble")).to_contain_text("太旧")
    expect(page.locator("#site-trouble")).to_contain_text("editors@example.org")
