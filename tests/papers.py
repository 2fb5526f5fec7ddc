"""What a method is printed as: whether each paper is one side of its sheet, with all of its words."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdfium2 import PdfDocument

A4, A5 = (595.3, 841.9), (419.5, 595.3)  # points
MARGIN = 20  # points of a card in which nothing stands
FULLEST = 4  # those with most words, which are looked at after each change; an audit looks at all
_FITS = """() => [...document.querySelectorAll(".sheet__inside, .sheet__front, .sheet__back")]
  .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.className)"""
_UPRIGHT = ".sheet--handout .doing__title, .sheet__front h1"  # a PDF tells what stands on its head otherwise


def methods(site: Path, most: int | None = None) -> list[str]:
    """The methods of a site that is built: those with most on their cards first, `most` of them or all."""
    cards = sorted(site.glob("methods/*/card/index.html"), key=lambda path: (-path.stat().st_size, path))
    return [path.parts[-3] for path in cards[:most]]


def printed(paper: Page) -> PdfDocument:
    """A page as PDF, on the sheet that it asks for."""
    return PdfDocument(paper.pdf(prefer_css_page_size=True))


def words(text: str) -> str:
    """A text without what stands between words, of which PDF has another idea."""
    return "".join(text.split())


def sheets_fit(paper: Page, site: str, slugs: Iterable[str]) -> None:
    """Handout and pocket card are one side of A4, with the titles of all steps, and nothing is cut off."""
    for address in (f"methods/{slug}/{name}/" for slug in slugs for name in ("handout", "pocket")):
        paper.goto(site + address)
        document = printed(paper)
        assert len(document) == 1, address
        assert document[0].get_size() == pytest.approx(A4, abs=1), address
        assert paper.evaluate(_FITS) == [], address
        told = words(document[0].get_textpage().get_text_range())
        assert [one for one in paper.locator(_UPRIGHT).all_inner_texts() if words(one) not in told] == [], address


def cards_fit(paper: Page, host: str, slugs: Iterable[str]) -> None:
    """A card is one side of A5, with all its words, and nothing in its margin."""
    for slug in slugs:
        paper.goto(f"{host}methods/{slug}/card/")
        document = printed(paper)
        assert len(document) == 1, slug
        assert document[0].get_size() == pytest.approx(A5, abs=1), slug
        text = document[0].get_textpage()
        told = words(text.get_text_range())
        parts = paper.locator(".leaf :is(p, dt, dd, li)").all_inner_texts()
        assert [part for part in parts if words(part) not in told] == [], slug
        corners = [text.get_rect(at) for at in range(text.count_rects())]
        assert min(min(left, bottom) for left, bottom, _, _ in corners) >= MARGIN, slug
        assert max(right for _, _, right, _ in corners) <= A5[0] - MARGIN, slug
