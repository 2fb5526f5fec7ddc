"""What was searched for is marked on the page that was found."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ONE_SIZE, complaining, settling
from tests.scripts import bundled

METHOD = "methods/deliberation/"
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "\"'`",
    "👩‍👩‍👧‍👦",
    "(.*)+$[^",
    "\\",
    "%00",
    "#",
    "&",
    "字" * 7_000,
]  # as long as the server lets an address be


@pytest.fixture(scope="module")
def modules(browser: Browser, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """An empty page with what marks as `modules`."""
    page = browser.new_page()
    address = serve(bundled('export { mark, unmark } from "./page/marks.js";', tmp_path_factory.mktemp("modules")))
    wrong = complaining(page, address)
    page.goto(address)
    page.evaluate("async () => { window.modules = await import('./modules.js'); }")
    yield page
    page.close()
    assert wrong == []


MARKED = """([html, query]) => {
  const root = document.createElement("main");
  root.innerHTML = html;
  document.body.append(root);
  const marks = modules.mark(root, query);
  const inside = root.innerHTML;
  const words = marks.map((match) => match.map((one) => one.textContent));
  modules.unmark(marks);
  const nodes = root.querySelector("p")?.childNodes.length;
  const after = root.innerHTML;
  root.remove();
  return { inside, after, nodes, words };
}"""


@pytest.mark.parametrize(
    ("html", "query", "words"),
    [
        ("<p>社区开议事会</p>", "议事", [["议事"]]),
        ("<p>开<b>议</b><a href='#'>事会</a>，议事</p>", "议事会", [["议", "事会"]]),
        ("<p>开<b>议</b>事会，<i>议事</i>会</p>", "议事会", [["议", "事会"], ["议事", "会"]]),
        ("<p>议事议事</p>", "议事", [["议事"], ["议事"]]),
        ("<p>开了议</p><p>事会</p>", "议事", []),  # two paragraphs are no word
        ("<ul><li>议</li><li>事</li></ul>", "议事", []),
        ("<p>议<br>事</p>", "议事", []),
        ("<p>议事</p><nav>议事</nav><form>议事</form><script>议事</script><p hidden>议事</p>", "议事", [["议事"]]),
        ("<svg><text>议事</text></svg><textarea>议事</textarea>", "议事", []),
        ("<p>a &lt;b&gt; c</p>", "<b>", [["<b>"]]),
    ],
)
def test_marks_in_a_page(modules: Page, html: str, query: str, words: list[list[str]]):
    before = modules.evaluate(
        "(html) => Object.assign(document.createElement('main'), {innerHTML: html}).innerHTML", html
    )
    found = modules.evaluate(MARKED, [html, query])
    assert found["words"] == words
    assert found["inside"].count("<mark>") == sum(map(len, words))
    assert found["after"] == before


def test_taking_marks_away_leaves_no_split_text(modules: Page):
    assert modules.evaluate(MARKED, ["<p>先议事，再议事，议事</p>", "议事"])["nodes"] == 1


def test_a_found_page_shows_the_first_match_of_its_part_and_leads_to_the_next(page: Page):
    page.goto(METHOD)
    text = page.locator("#site-main").inner_text()
    page.goto(f"{METHOD}?q=打分&x=1#score")
    here = page.locator("mark.found__here")
    expect(here).to_have_text("打分")
    expect(here).to_be_in_viewport()
    assert page.evaluate("document.getElementById('score').contains(document.querySelector('.found__here'))")
    bar = page.get_by_role("region", name="搜索的词在这一页")
    status = bar.get_by_role("status")
    expect(status).to_have_text(re.compile(r"^标出了 \d+ 处 “打分”$"))
    count = page.locator("#site-main mark").count()
    expect(status).to_contain_text(f" {count} 处")
    first = page.evaluate("[...document.querySelectorAll('mark')].indexOf(document.querySelector('.found__here'))")
    for name, at in (("下一处", first + 1), ("上一处", first), ("上一处", first - 1)):
        bar.get_by_role("button", name=name).press("Enter")
        expect(page.locator("#site-main mark").nth(at % count)).to_have_class("found__here")
        expect(here).to_be_in_viewport()
        expect(status).to_contain_text(f"第 {at % count + 1} 处，共 {count} 处")
    bar.get_by_role("button", name="去掉标记").press("Enter")
    expect(page.locator("mark")).to_have_count(0)
    expect(bar).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/methods/deliberation/\?x=1#score$"))
    expect(page.locator("#site-main")).to_be_focused()
    page.evaluate("document.querySelectorAll('#site-main details').forEach((one) => { one.open = false; })")
    assert page.locator("#site-main").inner_text() == text


@ONE_SIZE
def test_without_a_part_the_first_match_of_the_page_is_shown(page: Page):
    page.goto(f"{METHOD}?q=议事协商")
    expect(page.locator("mark").first).to_have_class("found__here")


def test_a_fold_that_holds_the_match_is_opened(page: Page):
    page.goto("glossary/")
    expect(page.locator("#words-places .words")).to_be_hidden()
    page.goto("glossary/?q=九江镇#words-places")
    expect(page.locator("mark.found__here")).to_be_in_viewport()
    assert page.locator("#words-places details").evaluate("(one) => one.open")


def test_the_bar_has_buttons_for_thumbs_and_covers_no_end_of_the_page(page: Page):
    page.goto(f"{METHOD}?q=议事")
    bar = page.get_by_role("region", name="搜索的词在这一页")
    expect(bar.get_by_role("button")).to_have_count(3)
    assert min(one.bounding_box()["height"] for one in bar.get_by_role("button").all()) >= 44
    page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    last = page.locator(".footer__note").bounding_box()
    assert last["y"] + last["height"] <= bar.bounding_box()["y"]
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_a_reader_who_comes_back_stays_where_they_were(page: Page):
    page.goto(f"{METHOD}?q=打分#score")
    expect(page.locator("mark.found__here")).to_be_in_viewport()
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    page.reload()
    expect(page.locator("mark").first).to_be_attached()
    expect(page.locator("mark.found__here")).to_have_count(0)


@ONE_SIZE
def test_no_query_breaks_a_page(page: Page):
    page.goto("all/")
    text = page.locator("#site-main").inner_text()
    for query in HOSTILE:
        address = "all/?" + page.evaluate("(q) => String(new URLSearchParams({q}))", query) + "#%E0%A4%A"
        with settling(page):
            page.goto(address)
        assert page.locator("#site-main").inner_text() == text, query
        expect(page.locator("#site-main img")).to_have_count(0)


@ONE_SIZE
def test_a_long_question_on_a_long_page_is_marked(page: Page):
    """A page that tries every place with every part of a question hangs for minutes."""
    page.goto("glossary/")
    words = page.locator("#site-main").inner_text()[:3000]
    page.goto("glossary/?" + page.evaluate("(q) => String(new URLSearchParams({q}))", words))
    expect(page.locator("mark").first).to_be_attached()


@ONE_SIZE
def test_the_search_page_marks_nothing_in_itself(page: Page):
    page.goto("search/?q=搜索")
    expect(page.get_by_role("status")).to_contain_text("找到")
    expect(page.locator(".found")).to_have_count(0)
