"""From a figure to its sentence in one click: on the page of a case, and from the page of an indicator."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ONE_SIZE


def item(page: Page, text: str, words: str = "") -> Locator:
    """A figure of 本页的数字, which is opened."""
    page.get_by_role("heading", name="本页的数字").click()
    found = page.locator(".proofs__item").filter(has=page.get_by_text(text, exact=True))
    return found.filter(has_text=words) if words else found


def expect_marked(page: Page, text: str, sentence: str) -> None:
    """The figure that the address names is marked, in sight, in its sentence."""
    mark = page.locator("data.figure:target")
    expect(mark).to_have_text(text)
    expect(mark).to_be_in_viewport()
    expect(mark.locator("xpath=..")).to_contain_text(sentence)


FIGURES = [
    ("22场", "还没做完时的数", "报了22场，覆盖11个村居，服务584人次"),
    ("584人次", "还没做完时的数", "报了22场，覆盖11个村居，服务584人次"),
    ("25场", "", "活动25场，服务居民约700人次"),  # of the whole: nothing need be said
    ("约700人次", "截至2022年3月", "活动25场，服务居民约700人次"),
]


@ONE_SIZE
def test_interim_and_final_figures_stand_apart_with_their_sentences(page: Page):
    for text, note, sentence in FIGURES:
        page.goto("cases/jiujiang-food-safety/")
        found = item(page, text)
        expect(found).to_have_count(1)
        expect(found).to_contain_text(sentence)
        expect(found).to_contain_text(note)


def test_what_a_case_took_leads_to_its_sentence(page: Page):
    page.goto("cases/jiujiang-food-safety/")
    page.locator(".strip").get_by_role("link", name="5020.86元", exact=True).click()
    expect_marked(page, "5020.86元", "有116人次捐款，募得5020.86元")


@ONE_SIZE
def test_a_figure_in_a_folded_part_is_seen_where_its_address_leads(page: Page):
    page.goto("cases/lishui-micro-venture-4/")
    page.locator(".strip").get_by_role("link", name="211名", exact=True).click()
    expect_marked(page, "211名", "执行团队骨干合计211名")


@ONE_SIZE
def test_a_change_shows_what_was_before(page: Page):
    page.goto("cases/nanan-three-matter-triage/")
    expect(item(page, "251项 → 62项")).to_contain_text("从251项减少到62项")


@ONE_SIZE
def test_a_figure_shows_the_words_of_its_source(page: Page):
    page.goto("cases/lishui-micro-venture-4/")
    found = item(page, "13903人次")
    expect(found).to_contain_text("直接服务社区居民13903人次")
    expect(found).to_contain_text("第26段")
    source = page.locator("#site-sources .source__title")
    expect(page.locator(".proofs__source").first).to_contain_text(source.inner_text())


@ONE_SIZE
def test_the_page_of_an_indicator_has_children_under_their_programme(page: Page):
    page.goto("indicators/service-contacts/")
    rows = page.locator("tr, li").filter(has=page.locator("a[href*='#figure-']"))
    texts = [" ".join(text.split()) for text in rows.all_inner_texts()]
    order = [
        next(i for i, text in enumerate(texts) if words in text) for words in ("13903人次", "超100人次", "约700人次")
    ]
    assert order == sorted(order)
    main = page.locator("main")
    expect(main).to_contain_text("不另加")
    expect(main).to_contain_text("个案例没有这个口径的数字")
    expect(main).to_contain_text("584人次")
    expect(main).to_contain_text("28.0")
    page.get_by_role("link", name="13903人次").first.click()
    expect(page).to_have_url(re.compile(r"/cases/lishui-micro-venture-4/#figure-"))
    expect_marked(page, "13903人次", "直接服务居民13903人次")
