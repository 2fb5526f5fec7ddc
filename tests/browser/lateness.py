"""What a reader is told when a file of a page does not come as it should: the files that a page asks for, each spoilt."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import settling

PATIENCE = 8_000  # milliseconds within which a reader is told something
STEPS = 8
PAUSE = 30  # milliseconds for what is not on the clock of the page: the host, the scripts
REAL = 6  # pauses before the clock of the page goes on
OLDER = "0000000000"  # the folder of a build that is gone


class Scene(NamedTuple):
    """Something that a reader does, the part of the page that shows what comes of it, whether the page needs no script."""

    address: str
    shows: str
    typed: str = ""
    is_plain: bool = False


SCENES = {
    "search": Scene("search/?q=众筹", "#site-results > li"),
    "meant": Scene("search/?q=議事協商", "#site-results > li"),
    "nearest": Scene("search/?q=查无此词啊", "#site-status"),
    "narrowed": Scene("search/?q=停车&themes=parking", "#site-results > li"),
    "filtered": Scene("cases/?theme=elder-care&indicator=service-contacts&view=table", ".cases-table tbody tr"),
    "map": Scene("cases/?view=map&sort=title&place=foshan", ".explore__map figcaption .tap"),
    "compared": Scene("compare/?cases=jiujiang-federation,tongsheng-ebike-parking", "#site-table tbody tr"),
    "suggested": Scene("cases/jiujiang-food-safety/", "[role=option]", typed="停车", is_plain=True),
    "found": Scene("cases/jiujiang-food-safety/?q=众筹", "main mark", is_plain=True),
}


def _half(route: Route) -> None:
    """The first half of the file, as of a connection that ended too soon."""
    answer = route.fetch()
    body = answer.body()
    route.fulfill(status=200, content_type=answer.headers["content-type"], body=body[: len(body) // 2])


def of_a_build_that_is_gone(manifest: dict[str, Any]) -> dict[str, Any]:
    """A manifest that names another build, or of search another folder for each kind of files."""
    return {**manifest, "build": OLDER, "builds": dict.fromkeys(manifest.get("builds", ()), OLDER)}


def _older(route: Route) -> None:
    """A manifest that names a build which is gone; a file of another build."""
    answer = route.fetch().json()
    route.fulfill(json=of_a_build_that_is_gone(answer) if isinstance(answer, dict) else [OLDER, answer[1]])


# Every way in which a file may not come as it should; those of JSON alone are by themselves.
WAYS: dict[str, Callable[[Route], object]] = {
    "hangs": lambda route: None,
    "404": lambda route: route.fulfill(status=404, body="404"),
    "500": lambda route: route.fulfill(status=500, body=""),
    "reset": lambda route: route.abort("connectionreset"),
    "cut": _half,
    "portal": lambda route: route.fulfill(
        status=200, content_type="text/html", body="<!doctype html><title>登录</title>"
    ),
}
WAYS_OF_JSON: dict[str, Callable[[Route], object]] = {
    "object": lambda route: route.fulfill(json={"error": "no"}),
    "list": lambda route: route.fulfill(json=[]),
    "null": lambda route: route.fulfill(json=None),
    "older": _older,
}
TELLS = re.compile("没有取到|没有等到|没有网络|太旧")
TOLD = """() => [...document.querySelectorAll('[role=status], .notice, .line, [role=option]')]
  .filter((one) => one.checkVisibility({ checkOpacity: true, visibilityProperty: true })).map((one) => one.textContent).join('\\n')"""
# Animations do not follow the clock that a test has installed.
LATER = "() => document.getAnimations().forEach((one) => (one.currentTime = 8000))"
WAY_ON = """() => [...document.querySelectorAll('.trouble a, .trouble button, .line button, [role=option]')]
  .some((one) => one.checkVisibility({ visibilityProperty: true }))"""


SHARED = re.compile(r"/chunk-\w+\.js$")


def kind_of(url: str) -> str:
    """The path of a file without what differs between builds and entries, so that files of one kind are one."""
    path = re.sub(r"[0-9a-f]{10}", "BUILD", urlsplit(url).path)
    return re.sub(r"(?<!chunk)-[0-9A-Z]{8}(?=\.)", "", re.sub(r"/\d+\.json", "/N.json", path))


def ways_of(url: str) -> dict[str, Callable[[Route], object]]:
    return {**WAYS, **(WAYS_OF_JSON if urlsplit(url).path.endswith(".json") else {})}


class Spoilt(NamedTuple):
    """A file that does not come as it should."""

    url: str
    spoil: Callable[[Route], object]


class Outcome(NamedTuple):
    """What a reader has in the end: whether that is an answer, or a sentence with a way on; and what the page says."""

    is_well: bool
    told: str


def act(page: Page, scene: Scene) -> None:
    """Do what the scene says, as far as the page lets a reader."""
    page.goto(scene.address, wait_until="commit")
    if scene.typed:
        page.wait_for_selector(".search__field")
        page.locator(".search__field").press_sequentially(scene.typed)


@contextmanager
def opened(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site, locale="zh-CN")
    yield context.new_page()
    context.close()


def files_of(browser: Browser, site: str, scene: Scene) -> tuple[list[str], list[str]]:
    """The files that a scene asks for, in their order, without the page itself; and what it shows when all is well."""
    asked: list[str] = []
    with opened(browser, site) as page:
        page.on("request", lambda one: asked.append(one.url) if one.url.startswith(site) else None)
        with settling(page):
            act(page, scene)
            page.wait_for_selector(scene.shows)
        return list(dict.fromkeys(url for url in asked if not urlsplit(url).path.endswith("/"))), shown(page, scene)


def shown(page: Page, scene: Scene) -> list[str]:
    return [re.sub(r"\s+", " ", text) for text in page.locator(scene.shows).all_inner_texts()]


def outcome(browser: Browser, site: str, scene: Scene, spoilt: Spoilt, healthy: list[str]) -> Outcome:
    """What a reader has after eight seconds when one file is spoilt."""
    errors: list[str] = []
    with opened(browser, site) as page:
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.clock.install()
        page.route(lambda asked: asked == spoilt.url, spoilt.spoil)
        act(page, scene)
        found = _settled(page, scene, healthy)
        page.unroute_all(behavior="ignoreErrors")
    if errors and not spoilt.url.partition("?")[0].endswith(".js"):  # a script that is cut off cannot but complain
        return Outcome(False, f"uncaught: {errors}")
    return found


def _settled(page: Page, scene: Scene, healthy: list[str]) -> Outcome:
    """What is there as soon as it is well: at once, or as the eight seconds go by on the clock of the page."""
    for step in range(REAL + STEPS):
        page.wait_for_timeout(PAUSE)  # what was asked for may come
        if step >= REAL:
            page.clock.run_for(PATIENCE / STEPS)
        if step == REAL + STEPS - 1:
            page.evaluate(LATER)
        found = _judged(page, scene, healthy)
        if found.is_well:
            break
    return found


def _judged(page: Page, scene: Scene, healthy: list[str]) -> Outcome:
    told = page.evaluate(TOLD)
    if TELLS.search(told):
        return Outcome(page.evaluate(WAY_ON) or "按回车" in told, told)
    is_plain = scene.is_plain and not page.locator("[role=combobox]").count()  # a form, as without scripts
    return Outcome(is_plain or shown(page, scene) == healthy, told)
