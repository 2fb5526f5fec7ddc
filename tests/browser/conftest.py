"""A real Chromium; a page that complains fails its test."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tasks import NODE, THEME

ENTRY = """
import lunr from "lunr";
export { hit } from "./match/hits.js";
export { indexOf, ranked, shardOf } from "./index/pages.js";
export { queryTerms } from "./index/terms.js";
export { matches, snippet } from "./match/snippet.js";
export { alsoFound, otherNames, suggested } from "./search/also.js";
export { nearest } from "./query/nearest.js";
export { occurrences, partsOf } from "./match/occurrences.js";
export { mark, unmark } from "./page/marks.js";
export { marked } from "./dom/links.js";
export { variants } from "./query/variants.js";
export { lunr };
"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 800}}


def bundled(entry: str, folder: Path) -> Path:
    """`folder` with an empty page and modules.js: what `entry` exports of the theme's JavaScript."""
    (folder / "index.html").write_text("<!doctype html><title>modules</title><link rel=icon href=data:,>")
    options = ("--bundle", "--format=esm", f"--outfile={folder / 'modules.js'}", "--log-level=error")
    command = (str(NODE), str(THEME / "node_modules/esbuild/bin/esbuild"), *options)
    subprocess.run(command, input=entry, text=True, check=True, cwd=THEME / "static" / "js")
    return folder


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


@pytest.fixture(scope="session")
def modules(
    browser: Browser, serve: Callable[[Path], str], real: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """A page with the theme's JavaScript as `modules`, the real `index`, its `data`, and `refs(text)`: what is found."""
    folder = bundled(ENTRY, tmp_path_factory.mktemp("modules"))
    (folder / "search").symlink_to(real / "search")
    address = serve(folder)
    page = browser.new_page()
    wrong = complaining(page, address)
    page.goto(address)
    page.evaluate(
        """async () => {
          window.modules = await import("./modules.js");
          const json = async (path) => (await fetch(path)).json();
          window.index = modules.indexOf(await json("search/manifest.json"), json);
          window.data = await index.others();
          window.refs = async (text) =>
            Promise.all((await index.find(text)).map(async (number) => (await index.page(number)).url));
        }"""
    )
    yield page
    assert wrong == []


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
