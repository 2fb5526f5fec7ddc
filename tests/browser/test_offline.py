"""What a reader has without network: the pages read, the searches made; and how a newer edition is noticed."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from casebook_theme.node import THEME
from tests.browser.conftest import settling

PAGES = ("cases/jiujiang-food-safety/", "methods/deliberation/", "themes/parking/")
QUERIES = ("众筹", "停车")
KEPT = "async (url) => Boolean(await caches.match(url))"


@pytest.fixture
def reader(chromium: Browser, site: str) -> Iterator[BrowserContext]:
    """A reader whose browser keeps pages."""
    context = chromium.new_context(base_url=site, locale="zh-CN", viewport={"width": 390, "height": 844})
    yield context
    context.close()


def controlled(page: Page, address: str = "") -> None:
    """Open a page, and wait for the worker to have taken it on."""
    page.goto(address)
    page.evaluate("async () => { await navigator.serviceWorker.ready }")
    page.wait_for_function(
        "() => navigator.serviceWorker.controller"
    )  # a string is evaluated later, which the policy forbids


def kept(page: Page, *paths: str) -> None:
    """Wait until these pages and files are kept."""
    root = page.evaluate("async () => (await navigator.serviceWorker.ready).scope")
    for path in paths:
        page.wait_for_function(KEPT, arg=root + path, timeout=5_000)


def found(page: Page, query: str) -> list[str]:
    with settling(page):
        page.goto(f"search/?q={query}")
        expect(page.locator("#site-status")).to_contain_text(f"“{query}”：找到")
    return page.locator("#site-results > li").all_inner_texts()


def test_pages_read_and_searches_made_are_there_without_network(reader: BrowserContext):
    page = reader.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    controlled(page, PAGES[0])  # the page that was read before the worker was there
    for path in PAGES[1:]:
        page.goto(path)
    answers = {query: found(page, query) for query in QUERIES}
    kept(page, *PAGES, "search/", "offline.html")
    reader.set_offline(True)
    for path in PAGES:
        page.goto(path)
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator(".line")).to_contain_text("日存下的")
        assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--whole-site')")
    assert {query: found(page, query) for query in QUERIES} == answers
    page.goto("search/?q=议事协商")  # one that was not made
    expect(page.locator("#site-status")).to_contain_text("现在没有网络")
    expect(page.get_by_role("button", name="再试一次").last).to_be_visible()
    page.goto("cases/tongsheng-ebike-parking/?q=停车#step-1")  # one that was not read
    expect(page.get_by_role("heading", level=1)).to_have_text("现在没有网络")
    titles = page.get_by_role("list").get_by_role("link")
    assert {"搜索", "停车治理"} <= set(titles.all_inner_texts())
    titles.filter(has_text="停车治理").click()
    expect(page).to_have_url(re.compile("/themes/parking/$"))
    reader.set_offline(False)
    page.goto("cases/tongsheng-ebike-parking/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("金沙半岛")
    expect(page.locator(".line")).to_have_count(0)
    assert wrong == []


@pytest.fixture
def host(tmp_path: Path, tiny: Path, serve: Callable[[Path], str]) -> tuple[Path, str]:
    """A folder that is published anew in a test, and its address."""
    folder = Path(shutil.copytree(tiny, tmp_path / "host" / "canteens"))
    return folder, f"{serve(folder.parent)}canteens/"


def publish(built: Path, folder: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(built, folder)


def with_another_theme(folder: Path) -> None:
    """As if it were published with another theme: every script and style sheet is another file of another name."""
    files = [path for path in folder.rglob("*") if path.suffix in (".html", ".js", ".css")]
    named = {name: f"{name[::-1]}" for path in files for name in re.findall(r"-(\w{8})\.\w+$", path.name)}
    for path in files:
        text = re.sub("|".join(named), lambda found: named[found[0]], path.read_text(encoding="utf-8"))
        if path.name.startswith("site-") and path.suffix == ".css":
            text = f":root{{--theme: another}}{text}"
        path.unlink()
        path.with_name(re.sub("|".join(named), lambda found: named[found[0]], path.name)).write_text(text)


THEME_OF = "getComputedStyle(document.documentElement).getPropertyValue('--theme')"


def test_a_kept_page_has_the_theme_that_it_was_kept_with(chromium: Browser, host):
    folder, address = host
    context = chromium.new_context(base_url=address, locale="zh-CN")
    page = context.new_page()
    controlled(page, "cases/fanglin-leftovers/")
    kept(page, "cases/fanglin-leftovers/", *(f"theme/css/{path.name}" for path in folder.glob("theme/css/site-*.css")))
    with_another_theme(folder)
    page.goto("about/")
    assert page.evaluate(THEME_OF) == "another"
    context.set_offline(True)
    page.goto("cases/fanglin-leftovers/")
    expect(page.locator(".line")).to_contain_text("存下的")  # so its script is there, too
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--whole-site')")
    assert page.evaluate(THEME_OF) == ""
    context.close()


def test_an_open_page_whose_files_are_gone_says_how_to_go_on(browser: Browser, host):
    folder, address = host
    page = browser.new_context(base_url=address, locale="zh-CN").new_page()
    page.goto("about/")
    field = page.get_by_role("combobox")
    expect(field).to_be_visible()
    with_another_theme(folder)
    field.press_sequentially("芳林")
    expect(page.get_by_role("status")).to_contain_text("按回车")
    field.press("Enter")
    expect(page.locator("#site-results > li").first).to_be_visible()
    assert page.evaluate(THEME_OF) == "another"
    page.context.close()


COME_BACK = "document.dispatchEvent(new Event('visibilitychange'))"


def test_a_newer_edition_is_told_once_and_none_is_mixed(chromium: Browser, host, moved: Path, tiny: Path):
    folder, address = host
    context = chromium.new_context(base_url=address, locale="zh-CN")
    page = context.new_page()
    controlled(page, "cases/fanglin-leftovers/")
    page.goto("about/")
    page.evaluate(COME_BACK)
    expect(page.locator(".line")).to_have_count(0)
    publish(moved, folder)
    page.evaluate(COME_BACK)
    line = page.locator(".line")
    expect(line).to_contain_text("有新版")
    expect(page.locator("main a[href*='methods/weigh-leftovers/']").first).to_be_visible()  # this page is as it was
    line.get_by_role("button", name="刷新看").click()
    expect(page.locator("main a[href*='methods/weigh-plates/']").first).to_be_visible()
    page.evaluate(COME_BACK)
    expect(line).to_have_count(0)
    context.set_offline(True)
    page.goto("cases/fanglin-leftovers/")  # as it was kept, with what belongs to it
    expect(line).to_contain_text("存下的")
    assert page.locator("main a[href*='methods/weigh-leftovers']").count()
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--whole-site')")
    context.close()


def test_a_slow_host_is_not_waited_for_when_a_page_is_kept(chromium: Browser, host):
    folder, address = host
    worker = folder / "sw.js"
    code = worker.read_text()
    assert code.count("3e3") == 1  # milliseconds of the worker, which has no clock that a test could set
    worker.write_text(code.replace("3e3", "200"))
    context = chromium.new_context(base_url=address, locale="zh-CN")
    page = context.new_page()
    controlled(page, "about/")
    kept(page, "about/")
    held: list[Route] = []
    context.route("**/about/", lambda route: held.append(route))
    page.goto("about/")
    expect(page.locator(".line")).to_contain_text("存下的")
    assert held
    context.close()


def test_what_is_not_of_the_site_is_left_alone(reader: BrowserContext, site: str):
    page = reader.new_page()
    controlled(page)
    assert page.goto("no-such-page/").status == 404
    page.goto("cases/jiujiang-food-safety")  # a host leads to the address with the slash
    expect(page).to_have_url(f"{site}cases/jiujiang-food-safety/")
    answer = page.evaluate("async () => (await fetch('index.html', { headers: { Range: 'bytes=0-9' } })).ok")
    assert answer
    keys = page.evaluate(
        "async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat()"
    )
    assert keys
    assert not [key for key in keys if "no-such-page" in key or "edition" in key or not key.startswith(site)]


def test_a_worker_that_shall_keep_nothing_takes_all_away(chromium: Browser, host):
    folder, address = host
    context = chromium.new_context(base_url=address, locale="zh-CN")
    page = context.new_page()
    controlled(page, "about/")
    assert page.evaluate("async () => (await caches.keys()).length")
    shutil.copy(THEME / "build" / ".farewell.js", folder / "sw.js")
    page.evaluate("async () => (await navigator.serviceWorker.ready).update()")
    page.wait_for_function(
        "async () => !(await caches.keys()).length && !(await navigator.serviceWorker.getRegistration())"
    )
    page.goto("about:blank")  # Chromium may never answer a page that is opened while one worker takes over from another
    page.goto(f"{address}about/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    context.close()
