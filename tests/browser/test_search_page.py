"""The search page: results as one types, kinds of results, lists to narrow them down, and the address that keeps it."""

import gzip
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from casebook_theme.bundle import BUNDLED
from casebook_theme.node import THEME
from tests.browser.conftest import ONE_SIZE, pause, settling

QUERY = "停车"
JAVASCRIPT = 25_900  # bytes after gzip -9 of all scripts of the search page, while it finds what is typed
ELSE = 5_300  # of the script that finds what else may have been meant


def state(page: Page) -> dict[str, list[str]]:
    """What the address of the page keeps."""
    return parse_qs(urlsplit(page.url).query)


def open_search(page: Page, address: str) -> None:
    """Open the search page and wait for what it finds."""
    page.goto(address)
    expect(page.get_by_role("status")).to_contain_text("找到")


def to_the_tenth(page: Page) -> None:
    """Read on to the end of the first ten."""
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator("#site-results > li")).to_have_count(10)


@ONE_SIZE
def test_results_come_as_one_types_and_back_leads_to_the_search_before(page: Page):
    open_search(page, "search/?q=众筹")
    field = page.get_by_role("searchbox")
    field.fill("")
    field.press_sequentially("农场", delay=20)
    expect(page.get_by_role("status")).to_contain_text("“农场”：找到")
    field.press_sequentially("志愿", delay=20)
    expect(page.get_by_role("status")).to_contain_text("农场志愿")
    assert state(page) == {"q": ["农场志愿"]}
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text("“众筹”")
    expect(field).to_have_value("众筹")


@ONE_SIZE
def test_the_old_results_stay_until_the_new_ones_are_there(page: Page):
    open_search(page, "search/?q=众筹")
    count = page.locator("#site-results > li").count()
    page.evaluate(
        """() => {
          window.seen = [];
          const list = document.getElementById("site-results");
          new MutationObserver(() => seen.push(list.childElementCount)).observe(list, { childList: true });
        }"""
    )
    page.get_by_role("searchbox").fill("众筹募捐")
    expect(page.get_by_role("status")).to_contain_text("“众筹募捐”：找到")
    assert count
    assert 0 not in page.evaluate("seen")


@ONE_SIZE
def test_nothing_is_searched_while_a_word_is_composed(page: Page):
    page.clock.install()
    open_search(page, "search/?q=众筹")
    field = page.get_by_role("searchbox")
    field.fill("")
    expect(page.get_by_role("status")).to_contain_text("输入")
    cdp = page.context.new_cdp_session(page)
    for letters in ("n", "no", "non", "nong"):
        cdp.send(
            "Input.imeSetComposition", {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)}
        )
        pause(page)
    expect(page.get_by_role("status")).to_contain_text("输入")
    cdp.send("Input.insertText", {"text": "农场"})
    expect(page.get_by_role("status")).to_contain_text("“农场”：找到")


def test_each_kind_of_result_has_its_list(page: Page):
    open_search(page, f"search/?q={QUERY}")
    kinds = page.get_by_role("navigation", name="只看一类")
    kinds.get_by_role("link", name="步骤").click()
    expect(page.get_by_role("status")).to_contain_text("个步骤")
    assert state(page) == {"q": [QUERY], "view": ["steps"]}
    steps = page.locator("#site-results > li")
    expect(steps.first.locator("mark").first).to_have_text(QUERY)
    expect(steps.filter(has_not_text="步骤 ·")).to_have_count(0)
    kinds.get_by_role("link", name="数字").click()
    expect(page.get_by_role("status")).to_contain_text("个数字")
    expect(page.locator("#site-results > li").first).to_contain_text(re.compile(r"\d"))
    kinds.get_by_role("link", name="案例").click()
    expect(page.get_by_role("status")).to_contain_text("个案例")
    cases = page.locator("#site-results > li .result__facts")
    expect(cases.first).to_contain_text("案例")
    expect(cases.filter(has_not_text="案例")).to_have_count(0)
    expect(kinds.get_by_role("link", name="案例")).to_have_attribute("aria-current", "true")
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text("个数字")
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("个数字")


def test_a_step_and_a_figure_lead_to_their_place(page: Page):
    open_search(page, "search/?q=5020.86")
    result = page.locator("#site-results > li").filter(has_text="为“食”小玩童").first
    result.get_by_role("link", name="5020.86元").first.click()
    expect(page).to_have_url(re.compile("/cases/jiujiang-food-safety/.*#figure-"))
    expect(page.locator(":target")).to_contain_text("5020.86元")


def test_lists_narrow_the_results_down_and_say_how_many_there_are(page: Page):
    open_search(page, "search/?q=居民")
    wanted = []
    page.on("request", lambda request: wanted.append(request.url))
    page.locator("summary", has_text="筛选").click()
    themes = page.get_by_role("combobox", name="主题")
    expect(themes.locator("option").nth(1)).to_be_attached()
    assert len([url for url in wanted if "/facets/" in url]) == 5
    name, count = re.fullmatch("(.+)（(\\d+)）", themes.locator("option").nth(1).text_content() or "").groups()
    themes.select_option(index=1)
    expect(page.locator("#site-chosen")).to_have_text("1 项")
    expect(page.get_by_role("status")).to_contain_text(re.compile(f"找到约? {count} 页"))
    (theme,) = state(page)["themes"]
    assert name
    page.reload()
    expect(page.get_by_role("status")).to_contain_text(re.compile(f"找到约? {count} 页"))
    expect(page.get_by_role("combobox", name="主题")).to_have_value(theme)
    page.get_by_role("button", name="去掉筛选").click()
    assert "themes" not in state(page)
    page.go_back()
    expect(page.get_by_role("combobox", name="主题")).to_have_value(theme)


@ONE_SIZE
def test_a_list_that_leaves_nothing_says_so_and_can_be_undone(page: Page):
    open_search(page, "search/?q=众筹&places=xujiahui")
    expect(page.get_by_role("status")).to_contain_text("这样限定没有找到")
    page.get_by_role("button", name="去掉筛选").click()
    expect(page.get_by_role("status")).to_contain_text("“众筹”：找到")


@ONE_SIZE
@pytest.mark.parametrize("address", ["search/?q=众筹&view=nonsense", "search/?q=众筹&themes=__proto__"])
def test_an_address_that_nobody_made_is_answered(page: Page, address: str):
    open_search(page, address)


@ONE_SIZE
def test_only_pages_that_hold_each_word_are_shown(page: Page):
    open_search(page, "search/?q=停车 志愿者")
    results, more = page.locator("#site-results > li"), page.get_by_role("button", name="再看一些")
    counted = page.locator("#site-status:not(:has-text('约'))")  # all were read; else more are offered
    expect(counted.or_(more).first).to_be_visible()
    while more.is_visible():
        before = results.count()
        more.click()
        expect(results.nth(before).or_(counted).first).to_be_visible()
        expect(counted.or_(more).first).to_be_visible()
    expect(page.get_by_role("status")).not_to_contain_text("约")
    expect(page.get_by_role("status")).to_contain_text(f"找到 {results.count()} 页")


@ONE_SIZE
def test_what_was_typed_is_said_to_be_called_otherwise(page: Page):
    open_search(page, "search/?q=三群体联动")
    expect(page.locator("#site-names")).to_contain_text("前身三社联动")
    page.locator("#site-names").get_by_role("link", name="三社联动").click()
    expect(page.get_by_role("status")).to_contain_text("“三社联动”")
    assert state(page) == {"q": ["三社联动"]}
    expect(page.get_by_role("searchbox")).to_have_value("三社联动")


@ONE_SIZE
def test_pages_with_some_words_of_a_sentence_are_not_said_to_hold_it(page: Page):
    open_search(page, "search/?q=楼上漏水")
    expect(page.get_by_role("status")).to_have_text(re.compile("^“楼上漏水”，含部分词的：找到 \\d+ 页$"))
    expect(page.locator("#site-also")).not_to_contain_text("只搜")  # to search for it alone would find nothing
    expect(page.locator("#site-results > li").first).to_be_visible()


@ONE_SIZE
def test_how_words_were_read_is_said_and_can_be_taken_back(page: Page):
    open_search(page, "search/?q=居委会台账太多")
    note = page.locator("#site-also")
    expect(note).to_contain_text(re.compile("按意思找：.*台账 ≈ "))
    note.get_by_role("link", name="只按字词找").focus()
    page.keyboard.press("Enter")
    expect(note).to_have_text("也按意思找")
    assert state(page) == {"q": ["居委会台账太多"], "alone": ["words"]}
    note.get_by_role("link", name="也按意思找").click()
    expect(note).to_contain_text("按意思找：")


def test_what_words_mean_is_asked_only_where_no_page_holds_what_was_typed(browser, site):
    page = browser.new_context(base_url=site).new_page()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    open_search(page, f"search/?q={QUERY}")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/meanings/" in url or "/else-" in url]
    open_search(page, "search/?q=居委会台账太多")
    page.wait_for_load_state("networkidle")
    scripts = [urlsplit(url).path.rpartition("/")[2] for url in asked if "/else-" in url]
    assert sum(len(gzip.compress((THEME / "build" / "js" / one).read_bytes(), 9)) for one in scripts) <= ELSE
    assert [url for url in asked if "/meanings/" in url]


def test_without_what_words_mean_there_is_what_was_found_before(browser, site):
    page = browser.new_context(base_url=site).new_page()
    open_search(page, "search/?q=居委会台账太多&alone=words")
    results = page.locator("#site-results > li a.result__title")
    before = results.all_inner_texts()
    page.route("**/meanings/*.json", lambda route: route.abort())
    open_search(page, "search/?q=居委会台账太多")
    expect(page.get_by_role("status")).to_contain_text("相近的说法没有取到")
    expect(page.locator("#site-also")).to_be_hidden()
    assert results.all_inner_texts() == before


@ONE_SIZE
def test_the_nearest_names_are_offered_when_nothing_is_found(page: Page):
    open_search(page, "search/?q=jeifanghui")
    expect(page.locator("#site-also")).to_contain_text("你要找的是不是")
    page.locator("#site-also").get_by_role("link").first.click()
    expect(page.get_by_role("status")).to_contain_text(re.compile("找到约? \\d+ 页"))


@ONE_SIZE
def test_a_topic_without_a_case_is_found_and_leads_on(page: Page):
    open_search(page, "search/?q=加装电梯")
    (result,) = page.locator("#site-results > li").all()
    expect(result).to_contain_text("还没有案例")
    expect(page.get_by_role("link", name="告诉我们")).to_have_attribute("href", re.compile("contribute/$"))
    result.get_by_role("link", name="空间微改造").click()
    expect(page).to_have_url(re.compile("/themes/space-micro-renewal/"))
    page.go_back()
    page.locator("#site-results > li").get_by_role("link", name="加装电梯").click()
    expect(page.locator("main")).to_contain_text("“加装电梯”还没有案例。")
    expect(page.locator("main").get_by_role("link", name="告诉我们")).to_be_visible()


@ONE_SIZE
def test_words_of_an_english_summary_find_its_page(page: Page):
    open_search(page, "search/?q=volunteer patrols")
    first = page.locator("#site-results > li").first
    expect(first.locator(".result__english")).to_have_text("Orderly E-bike Parking at Jinsha Peninsula")
    expect(first.locator("[lang=en] mark")).to_have_text(["volunteer", "patrol"])
    first.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/cases/tongsheng-ebike-parking/"))
    expect(page.locator("main mark").filter(has_text="patrol").first).to_be_visible()


def test_english_stands_at_the_door(page: Page):
    for path in ("", "search/", "cases/tongsheng-ebike-parking/"):
        page.goto(path)
        door = page.get_by_role("banner").get_by_role("link", name="EN", exact=True)
        expect(door).to_be_in_viewport()
        door.click()
        expect(page).to_have_url(re.compile("/english/$"))
        expect(page.get_by_role("banner").get_by_role("link", name="EN", exact=True)).to_have_attribute(
            "aria-current", "page"
        )


@ONE_SIZE
def test_cases_and_methods_come_before_terms_and_a_term_stands_once(page: Page):
    open_search(page, "search/?q=长者")
    to_the_tenth(page)
    more = page.get_by_role("button", name="再看一些")
    more.click()
    expect(more).to_be_hidden()
    kinds = page.locator("#site-results > li .kind").all_text_contents()
    is_entry = [kind in ("案例", "方法", "页面") for kind in kinds]
    assert is_entry == sorted(is_entry, reverse=True)
    assert {True, False} == set(is_entry)
    lead = page.locator("#site-leads > li")
    expect(lead).to_have_count(1)
    expect(lead).to_contain_text(re.compile("受益者.*长者.*个案例.*也是.*参与者"))
    expect(page.locator("#site-results > li .result__title").get_by_text("长者", exact=True)).to_have_count(0)
    lead.get_by_role("link", name="参与者").click()
    expect(page).to_have_url(re.compile("/actors/elders/"))


@ONE_SIZE
def test_what_was_searched_instead_is_said_above_what_it_found(page: Page):
    page.goto("search/?q=議事協商")
    expect(page.get_by_role("status")).to_have_text(
        re.compile("^“議事協商”，按“议事协商”（繁体）搜的：找到约? \\d+ 页$")
    )
    expect(page.get_by_role("link", name=re.compile("只搜"))).to_have_count(0)


@ONE_SIZE
def test_where_nothing_is_found_problems_and_a_way_to_tell_are_offered(page: Page):
    page.goto("search/?q=魑魅魍魉")
    expect(page.get_by_role("status")).to_contain_text("没有找到")
    expect(page.get_by_role("link", name="告诉我们")).to_be_visible()
    page.locator("#site-nothing").get_by_role("link", name="停车难").click()
    expect(page).to_have_url(re.compile("/themes/parking/$"))


@ONE_SIZE
@pytest.mark.parametrize("query", ["停车", "加装电梯", "议事协商", "5020.86", "楼上漏水", "food safety"])
def test_no_button_leads_to_nothing(page: Page, query: str):
    with settling(page):
        open_search(page, f"search/?q={query}")
    for link in page.locator("#site-views a:visible").all():
        with settling(page):
            link.click()
            expect(link).to_have_attribute("aria-current", "true")
            expect(page.locator("#site-results > li").first).to_be_visible()
            expect(page.get_by_role("status")).to_contain_text("找到")
    page.locator("#site-views a").first.click()
    expect(page.get_by_role("status")).to_contain_text("页")
    more, results = page.get_by_role("button", name="再看一些"), page.locator("#site-results > li")
    with settling(page):
        page.evaluate("scrollTo(0, document.body.scrollHeight)")  # the rest of the first ten comes by itself
    while more.is_visible():
        before = results.count()
        with settling(page):
            more.click()
            page.wait_for_function(
                "(count) => document.querySelectorAll('#site-results > li').length > count", arg=before
            )
    if page.locator("#site-filters").is_visible():
        page.locator("#site-filters > summary").click()
        page.wait_for_function(
            """() => [...document.querySelectorAll("#site-filters label:not([hidden]) select")]
              .every((list) => list.options.length > 1)"""
        )


def test_what_was_typed_before_the_script_came_is_searched(browser, site):
    page = browser.new_context(base_url=site).new_page()
    held = []
    page.route("**/js/search-*.js", lambda route: held.append(route))
    with page.expect_request("**/js/search-*.js"):
        page.goto("search/", wait_until="commit")
    page.get_by_role("searchbox").fill("停车")
    held[0].continue_()
    expect(page.get_by_role("status")).to_contain_text("“停车”：找到")
    expect(page).to_have_title(re.compile("^停车 · 搜索"))


def test_what_is_shown_stays_when_more_of_it_cannot_be_fetched(browser, site):
    page = browser.new_context(base_url=site).new_page()
    open_search(page, "search/?q=居民")
    results = page.locator("#site-results > li")
    count = results.count()
    page.route("**/facets/*.json", lambda route: route.abort())
    page.locator("summary", has_text="筛选").click()
    expect(page.get_by_role("status")).to_contain_text("筛选的数据没有取到")
    expect(results).to_have_count(count)


@pytest.mark.parametrize("query", ["停车", "议事协商", "停车 志愿者"])
def test_a_phone_fetches_the_texts_that_it_shows_and_the_rest_of_ten_when_one_reads_on(browser, site, query: str):
    page = browser.new_context(base_url=site, viewport={"width": 390, "height": 844}).new_page()
    texts: list[str] = []
    page.on("request", lambda request: texts.append(request.url) if "/pages/" in request.url else None)
    open_search(page, f"search/?q={query}")
    page.wait_for_load_state("networkidle")
    results = page.locator("#site-results > li")
    assert results.count() == 4
    assert " " in query or len(texts) <= 6  # one leads to them, and one may tell whether there is more
    first = results.first.get_by_role("link").first
    first.focus()
    results.nth(3).scroll_into_view_if_needed()
    expect(results).to_have_count(10)
    expect(first).to_be_focused()
    first.click()
    expect(page).not_to_have_url(re.compile("/search/"))
    page.go_back()
    expect(results).to_have_count(10)


@ONE_SIZE
def test_a_kind_is_of_what_stands_in_the_field(page: Page):
    open_search(page, "search/?q=停车")
    page.get_by_role("searchbox").fill("志愿者")
    page.get_by_role("navigation", name="只看一类").get_by_role("link", name="案例").click()
    expect(page.get_by_role("status")).to_contain_text("“志愿者”：找到")
    assert state(page) == {"q": ["志愿者"], "view": ["cases"]}


@ONE_SIZE
def test_counts_are_of_pages_that_hold_what_was_typed(page: Page):
    open_search(page, "search/?q=1%2BN")
    expect(page.get_by_role("status")).to_have_text("“1+N”：找到 2 页")
    kinds = page.get_by_role("navigation", name="只看一类")
    expect(kinds.get_by_role("link", name="全部")).to_have_text(re.compile("全部\\s+2"))
    page.locator("summary", has_text="筛选").click()
    expect(page.get_by_role("combobox", name="主题").locator("option").nth(1)).to_contain_text(re.compile("（[12]）"))


@ONE_SIZE
def test_lists_that_hide_what_was_meant_say_so(page: Page):
    open_search(page, "search/?q=楼上漏水&themes=parking&alone=words")
    expect(page.get_by_role("status")).to_contain_text("这样限定没有找到")


def test_what_a_search_needs_of_javascript_is_small(browser, site):
    page = browser.new_context(base_url=site).new_page()
    scripts: list[str] = []
    page.on("response", lambda one: scripts.append(urlsplit(one.url).path) if ".js" in one.url else None)
    open_search(page, f"search/?q={QUERY}")
    page.wait_for_load_state("networkidle")
    built = [THEME / "build" / "js" / path.rpartition("/")[2] for path in scripts if path.endswith(".js")]
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in built) <= JAVASCRIPT


@pytest.mark.parametrize("address", [f"search/?q={QUERY}", "search/", "cases/?theme=elder-care", "compare/", "about/"])
def test_what_a_page_needs_is_named_in_it(browser, site, address):
    """A file that another one asks for costs a slow line a round trip; only that of suggestions may wait for it."""
    page = browser.new_context(base_url=site).new_page()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(address, wait_until="networkidle")
    named = page.evaluate(
        "Array.from(document.querySelectorAll('script[src], link[href]'), (one) => one.src || one.href)"
    )
    (combobox,) = BUNDLED.glob("js/combobox-*.js")
    late = {combobox.name, *re.findall(r'"\./(chunk-\w+\.js)"', combobox.read_text(encoding="utf-8"))}
    assert len(late) > 1
    assert [url for url in asked if url.endswith(".js") and url not in named and Path(url).name not in late] == []
    manifests = [url for url in asked if url.endswith("/search/manifest.json")]
    assert manifests == [url for url in named if url in manifests], "asked for once, by the page"
    assert bool(manifests) is address.startswith("search/")


@ONE_SIZE
def test_more_results_are_kept_when_one_comes_back(page: Page):
    open_search(page, "search/?q=居民")
    to_the_tenth(page)
    page.get_by_role("button", name="再看一些").click()
    results = page.locator("#site-results > li")
    expect(results).to_have_count(20)
    expect(results.nth(10).get_by_role("link").first).to_be_focused()
    results.nth(15).get_by_role("link").first.click()
    expect(page).not_to_have_url(re.compile("/search/"))
    page.go_back()
    expect(results).to_have_count(20)


@ONE_SIZE
def test_a_pasted_article_is_asked_for_by_its_beginning(page: Page):
    page.goto("search/")
    page.get_by_role("searchbox").fill("议事" * 5000)
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("只用了前 200 个字")
