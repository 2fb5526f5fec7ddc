"""A file that is late, missing, cut off or of another build ends in a sentence and a way on, within eight seconds.

Every kind of file that a reader's ways ask for is spoilt once here, in one way after the other; each in every way in
tests/audit/test_late_files.py.
"""

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import settling
from tests.browser.lateness import SCENES, SHARED, Spoilt, files_of, kind_of, outcome, ways_of


def test_a_file_that_does_not_come_ends_in_a_sentence_and_a_way_on(browser: Browser, site: str):
    seen: set[str] = set()
    failed: dict[str, str] = {}
    for name, scene in SCENES.items():
        urls, healthy = files_of(browser, site, scene)
        for url in urls:
            kind = kind_of(url)
            if kind in seen or SHARED.search(kind):  # what is shared fails as does what shares it
                continue
            ways = ways_of(url)
            way = list(ways)[len(seen) % len(ways)]
            seen.add(kind)
            found = outcome(browser, site, scene, Spoilt(url, ways[way]), healthy)
            if not found.is_well:
                failed[f"{name}: {kind} {way}"] = found.told
    assert failed == {}
    assert len(seen) >= 35


OLD = {  # what a browser below the promised ones lacks -> the address that it would answer wrongly
    "delete Object.hasOwn": "cases/?theme=elder-care",
    "delete Array.prototype.at": "search/?q=众筹",
    "delete Array.prototype.flatMap": "compare/?cases=jiujiang-federation,tongsheng-ebike-parking",
    "delete globalThis.TransformStream": "search/?q=众筹",
}


@pytest.mark.parametrize("lack", OLD)
def test_a_browser_that_is_too_old_is_told_so(browser: Browser, site: str, lack: str):
    page = browser.new_context(base_url=site).new_page()
    page.add_init_script(lack)
    page.goto(OLD[lack])
    assert "这个浏览器太旧" in page.locator("#site-trouble").inner_text()
    assert page.locator("#site-trouble a").first.is_visible()
    page.context.close()


def test_a_script_that_breaks_says_what_to_do(browser: Browser, site: str):
    page = browser.new_context(base_url=site).new_page()
    page.add_init_script("delete Object.entries")  # what nobody thought of
    page.goto("cases/?theme=elder-care")
    page.wait_for_selector("#site-trouble", state="visible")
    assert "没有按地址里的条件筛选" in page.locator("#site-trouble").inner_text()
    page.context.close()


LESS = (  # what readers turn off, and what some views within other apps have not: all is as without it
    "delete globalThis.caches; Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })",
    "Object.defineProperty(globalThis, 'caches', { get() { throw new DOMException('', 'SecurityError') } })",
    "Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })",
    "delete globalThis.indexedDB; delete globalThis.structuredClone; delete AbortSignal.timeout; delete Intl.Segmenter",
)


@pytest.mark.parametrize("lack", LESS)
def test_what_a_browser_may_lack_changes_nothing(browser: Browser, site: str, lack: str):
    page = browser.new_context(base_url=site).new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.add_init_script(lack)
    with settling(page):
        page.goto("search/?q=众筹")
        page.wait_for_selector("#site-results > li")
    assert wrong == []
    page.context.close()
