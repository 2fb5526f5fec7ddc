"""Every method of the real site on each of its papers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.papers import cards_fit, methods, sheets_fit


@pytest.fixture
def paper(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(locale="zh-CN")
    page.emulate_media(media="print")
    yield page
    page.close()


def test_every_paper_is_one_side_of_its_sheet(paper: Page, real: Path, serve: Callable[[Path], str]):
    host, slugs = serve(real), methods(real)
    sheets_fit(paper, host, slugs)
    cards_fit(paper, host, slugs)
