"""One page of every template, on a phone and on a desktop, in a colour scheme each; an audit looks at more."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import frozen
from tests.kinds import templates
from tests.looks import faults
from tests.weight import CASE, CSS, loaded, weight


@pytest.mark.parametrize(("size", "scheme"), [("phone", "dark"), ("desktop", "light")])
def test_every_template(browser: Browser, frozen_site: Path, serve: Callable[[Path], str], size: str, scheme: str):
    assert faults(browser, serve(frozen_site), templates(frozen(), frozen_site), size, scheme) == {}


def test_the_largest_case_is_light(browser: Browser, frozen_site: Path, site: str):
    page = browser.new_page()
    page.goto(site + templates(frozen(), frozen_site)["case"], wait_until="networkidle")
    assert weight(loaded(page, frozen_site, site)) <= CASE
    page.close()


def test_the_css_is_small(frozen_site: Path):
    assert 0 < weight(frozen_site.rglob("*.css")) <= CSS


def test_every_style_sheet_says_at_its_end_that_it_is_whole(frozen_site: Path):
    sheets = sorted(frozen_site.glob("theme/css/*.css"))
    assert [
        one for one in sheets if not one.read_text().rstrip().endswith(f":root{{--whole-{one.stem.split('-')[0]}: 1}}")
    ] == []
    assert len(sheets) > 1
