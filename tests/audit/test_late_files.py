"""Every file that a reader's ways ask for, spoilt in every way: a sentence and a way on, within eight seconds."""

import pytest
from playwright.sync_api import Browser

from tests.browser.lateness import SCENES, Spoilt, files_of, kind_of, outcome, ways_of


@pytest.mark.parametrize("name", SCENES)
def test_no_file_that_does_not_come_is_passed_over_in_silence(browser: Browser, site: str, name: str):
    scene = SCENES[name]
    urls, healthy = files_of(browser, site, scene)
    spoilt = {
        f"{kind_of(url)} {way}": Spoilt(url, spoil)
        for url in {kind_of(url): url for url in urls}.values()
        for way, spoil in ways_of(url).items()
    }
    found = {name: outcome(browser, site, scene, one, healthy) for name, one in spoilt.items()}
    assert {name: one.told for name, one in found.items() if not one.is_well} == {}
