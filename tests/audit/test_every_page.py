"""A walk through all pages in Chromium: quiet, no wider than a phone, light enough for a slow line."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import SIDEWAYS, SIZES, complaining
from tests.weight import CASE, loaded, weight

PARTS = 4  # so that workers can share the pages


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_quiet_and_fits_a_phone(browser: Browser, serve, real: Path, record_property, part: int):
    """No console message, no CSP report, no other host, nothing missing; no scrolling sideways; cases are light."""
    site = serve(real)
    pages = sorted(f"{path.relative_to(real).parent.as_posix()}/" for path in real.rglob("index.html"))
    context = browser.new_context(viewport=SIZES["phone"], base_url=site, locale="zh-CN")
    page = context.new_page()
    wrong = complaining(page, site)
    wide, cases = {}, {}
    for path in pages[part::PARTS]:
        assert page.goto(path).ok
        wide[path] = page.evaluate(SIDEWAYS)
        if path.startswith("cases/"):
            cases[path] = weight(loaded(page, real, site))
    context.close()
    assert wrong == []
    assert {path: pixels for path, pixels in wide.items() if pixels} == {}
    assert {path: size for path, size in cases.items() if size > CASE} == {}
    heaviest = max(cases, key=cases.__getitem__)
    record_property("figures", f"heaviest case of part {part}: {cases[heaviest]} bytes, {heaviest}")
