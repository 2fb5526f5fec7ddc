"""Parts of the comparison that need no page: fields of the file for spreadsheets."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import bundled


@pytest.fixture(scope="module")
def parts(browser: Browser, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    entry = 'export { csvOf } from "./compare/csv.js";'
    page = browser.new_page()
    page.goto(serve(bundled(entry, tmp_path_factory.mktemp("compare"))))
    page.evaluate("async () => { window.parts = await import('./modules.js'); }")
    yield page
    page.close()


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("约700人次", "约700人次"),
        ("a,b", '"a,b"'),
        ('他说"好"', '"他说""好"""'),
        ("一\n二", '"一\n二"'),
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+86 20", "'+86 20"),
        ("-", "'-"),
        ("\t=1", "'\t=1"),
        ('=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'),
        ("-12.5", "-12.5"),
        ("5020.86", "5020.86"),
        ("", ""),
    ],
)
def test_fields(parts: Page, text: str, field: str):
    assert parts.evaluate("text => parts.csvOf([[text, 'z']])", text) == f"\ufeff{field},z\r\n"
