"""Every method of the real site on each of its papers."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.papers import cards_fit, methods, sheets_fit


def test_every_paper_is_one_side_of_its_sheet(paper: Page, real: Path, serve: Callable[[Path], str]):
    host, slugs = serve(real), methods(real)
    sheets_fit(paper, host, slugs)
    cards_fit(paper, host, slugs)
