"""Pictures of the built site, to be looked at: `python -m tests.screenshots FOLDER`; with a file, the home page alone.

In the folder: every kind of page on a phone and a desktop, light and dark, the whole page, and A4 sheets of what people
print. How many pages each case has on paper is said at the end.
"""

import re
import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from casebook.files import read_site
from tests.browser.conftest import SIZES
from tests.chromium import ARGUMENTS, executable
from tests.conftest import ROOT
from tests.kinds import kinds
from tests.server import served

SITE = ROOT / "output"
SCHEMES = ("light", "dark")
PRINTED = ("case", "method", "compare-two")
_PAGE_OF_PDF = re.compile(rb"/Type\s*/Page\b")


def main(path: Path) -> None:
    """Write one picture to a file that is named, or all of them to a folder."""
    with (
        served(SITE) as site,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS)) as browser,
    ):
        if path.suffix:
            page = browser.new_page(base_url=site, viewport=SIZES["desktop"])
            page.goto("")
            page.screenshot(path=path)
            return
        path.mkdir(parents=True, exist_ok=True)
        library = read_site(ROOT / "content").library
        shown = kinds(library, SITE)
        for size, scheme in product(SIZES, SCHEMES):
            _pictures(browser, site, shown, path, size, scheme)
        _sheets(browser, site, {kind: shown[kind] for kind in PRINTED if kind in shown}, path)
        _count_sheets(browser, site, sorted(library.cases))


def _pictures(browser: Browser, site: str, shown: dict[str, str], folder: Path, size: str, scheme: str) -> None:
    """`KIND-SIZE-SCHEME.png` of every kind."""
    page = browser.new_page(base_url=site, viewport=SIZES[size], color_scheme=scheme, locale="zh-CN")
    for kind, address in shown.items():
        page.goto(address, wait_until="networkidle")
        page.screenshot(path=folder / f"{kind}-{size}-{scheme}.png", full_page=True)
    page.close()


def _sheets(browser: Browser, site: str, printed: dict[str, str], folder: Path) -> None:
    """`KIND.pdf` of what people print."""
    page = browser.new_page(base_url=site, locale="zh-CN")
    for kind, address in printed.items():
        page.goto(address, wait_until="networkidle")
        page.pdf(path=folder / f"{kind}.pdf", prefer_css_page_size=True, format="A4")
    page.close()


def _count_sheets(browser: Browser, site: str, cases: list[str]) -> None:
    """Say how many pages of A4 each case is."""
    page = browser.new_page(base_url=site, locale="zh-CN")
    for case in cases:
        page.goto(f"cases/{case}/")
        count = len(_PAGE_OF_PDF.findall(page.pdf(prefer_css_page_size=True, format="A4")))
        print(f"{count} pages: {case}")
    page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
