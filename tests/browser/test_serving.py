"""The server at home as who writes sees it: what was saved, at once; what is wrong, above the page that it is wrong on."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from casebook_pelican.resident import CONTENT
from casebook_pelican.serve import HOST
from tests.browser.conftest import SIZES, complaining
from tests.looks import AXE, violations
from tests.serving import Home, serving, until

CASE = "cases/yunhe-tasting"


@pytest.fixture
def home(tmp_path: Path, tiny: Path) -> Home:
    return Home(tmp_path)


def test_what_is_saved_is_seen_where_one_was_reading_and_what_is_wrong_above_it(home: Home, browser: Browser) -> None:
    started = home.state(CASE).edition
    host = f"http://{HOST}:{serving(home.site, {CONTENT: home.content})}/"
    until(lambda: home.state(CASE).edition != started)
    path = home.content / f"{CASE}.md"
    good = path.read_text()
    context = browser.new_context(viewport=SIZES["phone"], color_scheme="dark")
    page = context.new_page()
    wrong = complaining(page, host)
    page.add_init_script(path=AXE)
    page.goto(f"{host}{CASE}/")
    page.evaluate("scrollTo(0, 700)")

    path.write_text(good.replace("\n## ", "\n后来隔壁的街坊也来学。\n\n## ", 1))
    page.get_by_text("隔壁的街坊也来学").wait_for()
    page.wait_for_function("() => scrollY === 700")
    box = page.get_by_role("region", name="内容里的问题")
    assert not box.is_visible()

    path.write_text(good.replace("title: ", "titel: ", 1))
    box.get_by_text("titel: 不认识的键 titel").wait_for()
    assert box.bounding_box()["y"] == 0
    assert page.get_by_text("隔壁的街坊也来学").count() == 1
    assert wrong == []
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page, "phone") == []
    wrong.clear()  # axe writes styles into trees of their own, which the policy of the page forbids

    other = context.new_page()
    complaints = complaining(other, host)
    other.goto(f"{host}cases/")
    line = other.get_by_text("别的文件有 1 处错误")
    line.wait_for()
    assert other.get_by_text("有错误,网页没有更新").is_visible()
    assert not other.get_by_text("titel: 不认识的键").is_visible()
    line.click()
    assert other.get_by_text("titel: 不认识的键").is_visible()

    path.write_text(good)
    for one in (page, other):
        one.get_by_role("region", name="内容里的问题").wait_for(state="hidden")
    page.get_by_text("隔壁的街坊也来学").wait_for(state="detached")
    context.close()
    assert wrong + complaints == []
