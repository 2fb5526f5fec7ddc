"""A frozen_site Chromium; a page that complains fails its test."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from casebook.library import Library
from tests.browser.writing import STAY, emptied, opened
from tests.conftest import frozen

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 800}}


BREATH = "() => new Promise((next) => setTimeout(next, 80))"
PAUSE = 500  # milliseconds of a page's own clock, in which all that is going to be asked is asked


def pause(page: Page) -> None:
    """A reader waits: by the clock of the page, which a test has installed, and until what it then asks for is told."""
    page.clock.run_for(PAUSE)
    page.evaluate("() => fetch(location.href, { cache: 'no-store' }).then((last) => last.text())")


@contextmanager
def settling(page: Page) -> Iterator[None]:
    """What is opened within: at the end all that the page asked for is there, and it asks for nothing more."""
    asked: list[Request] = []

    def ask(request: Request) -> None:
        asked.append(request)

    page.on("request", ask)
    yield
    answered = 0
    while answered < len(asked):
        for one in asked[answered:]:
            answered += 1
            if response := one.response():
                response.finished()
        page.evaluate(BREATH)  # what has come may ask for more
    page.remove_listener("request", ask)


def complaining(page: Page, host: str) -> list[str]:
    """A list that fills with what goes wrong on `page`: console messages, errors, CSP reports, other hosts, 404s."""
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("request", lambda request: None if request.url.startswith(host) else wrong.append(f"host: {request.url}"))
    page.on(
        "response",
        lambda response: wrong.append(f"{response.status}: {response.url}") if response.status >= 400 else None,
    )
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (e) => console.error('CSP', e.violatedDirective, e.blockedURI))"
    )
    return wrong


ONE_SIZE = pytest.mark.parametrize("page", ["phone"], indirect=True)  # of what is alike on every screen


@pytest.fixture(params=SIZES)
def page(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """A fresh page, once phone-sized and once desktop-sized; at the end nothing may have gone wrong on it."""
    context = browser.new_context(viewport=SIZES[request.param], base_url=site, locale="zh-CN")  # type: ignore[arg-type]
    page = context.new_page()
    wrong = complaining(page, site)
    yield page
    context.close()
    assert wrong == []


@pytest.fixture(scope="module")
def library() -> Library:
    return frozen()


@pytest.fixture(scope="module")
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=SIZES["desktop"], base_url=site, locale="zh-CN", accept_downloads=True)
    yield context
    context.close()


@pytest.fixture(scope="module")
def tab(context: BrowserContext, site: str) -> Iterator[Page]:
    """One page for all tests of a file in which all goes well; at the end nothing may have gone wrong on it."""
    page = context.new_page()
    wrong = complaining(page, site)
    yield page
    page.close()
    assert wrong == []


@pytest.fixture(scope="module")
def desktop(browser: Browser, site: str) -> Iterator[Page]:
    """One page for all tests of a file that let it be; nothing may go wrong on it."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, base_url=site, locale="zh-CN")
    page = context.new_page()
    wrong = complaining(page, site)
    yield page
    context.close()
    assert wrong == []


@contextmanager
def held(browser: Browser, site: str) -> Iterator[Page]:
    """A page on a phone that is touched; nothing may go wrong on it."""
    size = SIZES["phone"]
    context = browser.new_context(viewport=size, has_touch=True, is_mobile=True, base_url=site, locale="zh-CN")  # type: ignore[arg-type]
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(5_000)
    wrong = complaining(page, site)
    yield page
    context.close()
    assert wrong == []


@pytest.fixture(scope="module")
def phone(browser: Browser, site: str) -> Iterator[Page]:
    """One page for all ways of a file through the collection, on a phone."""
    with held(browser, site) as page:
        yield page


@contextmanager
def writing(chromium: Browser, site: str) -> Iterator[Page]:
    """A phone whose browser keeps pages."""
    context = chromium.new_context(
        viewport=SIZES["phone"],  # type: ignore[arg-type]
        has_touch=True,
        is_mobile=True,
        base_url=site,
        locale="zh-CN",
        accept_downloads=True,
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.add_init_script(STAY)
    yield page
    context.close()


@pytest.fixture
def writer(chromium: Browser, site: str) -> Iterator[Page]:
    """A page for who comes to write, with nothing kept yet."""
    with writing(chromium, site) as page:
        yield page


@pytest.fixture(scope="session")
def begun(chromium: Browser, site: str) -> Iterator[tuple[Page, list[str]]]:
    """The form where all that checks has come, and what goes wrong there: to load that takes seconds."""
    with writing(chromium, site) as page:
        wrong = complaining(page, site)
        opened(page)
        yield page, wrong


@pytest.fixture
def form(begun: tuple[Page, list[str]]) -> Iterator[Page]:
    """The form, empty, where all that checks has come; nothing may go wrong in it."""
    page, wrong = begun
    emptied(page)
    wrong.clear()
    yield page
    assert wrong == []


@pytest.fixture
def spoilt(browser: Browser, site: str) -> Iterator[Page]:
    """A page of its own, for a test in which something fails on purpose."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, base_url=site)
    yield context.new_page()
    context.close()
