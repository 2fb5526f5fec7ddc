"""One page of every kind on all screens, in light and dark."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from casebook.files import read_site
from tests.conftest import CONTENT
from tests.kinds import kinds
from tests.looks import LOOKS, faults


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_every_kind_of_page(browser: Browser, real: Path, serve: Callable[[Path], str], size: str, scheme: str):
    assert faults(browser, serve(real), kinds(read_site(CONTENT).library, real), size, scheme) == {}
