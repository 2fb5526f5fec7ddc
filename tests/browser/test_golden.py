"""The search page shows what its scripts answer: a golden query of every kind, typed by a reader."""

from benchmarks.asking import answers
from benchmarks.golden import by_kind, queries
from tests.browser.conftest import SIZES, complaining
from tests.scripts import ask


def test_the_search_page_shows_what_scripts_answer(browser, site: str, frozen_site):
    page = browser.new_page(viewport=SIZES["phone"], locale="zh-CN")
    wrong = complaining(page, site)
    asked = [some[0].text for some in by_kind(queries()).values()]
    shown = answers(page, site, asked)
    page.close()
    assert list(shown.values()) == ask(frozen_site, answers=asked)["answers"]
    assert wrong == []
