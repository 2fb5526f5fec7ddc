"""From a figure to its sentence in one click: on the page of a case, and from the page of an indicator."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ONE_SIZE


def item(page: Page, text: str, note: str = "") -> Locator:
    """A figure of 本页的数字, opened where the list is folded."""
    for fold in page.locator("#site-figures ~ details").all():
        fold.evaluate("element => element.open = true")
    found = page.locator(".figures__item").filter(has=page.get_by_role("link", name=text, exact=True))
    return found.filter(has_text=note) if note else found


def expect_marked(page: Page, text: str, sentence: str) -> None:
    """The figure that the address names is marked, in sight, in its sentence."""
    mark = page.locator("data.figure:target")
    expect(mark).to_have_text(text)
    expect(mark).to_be_in_viewport()
    expect(mark.locator("xpath=..")).to_contain_text(sentence)


FIGURES = [
    ("22场", "阶段", "报了22场，覆盖11个村居，服务584人次"),
    ("584人次", "阶段", "报了22场，覆盖11个村居，服务584人次"),
    ("25场", "最终", "活动25场，服务居民约700人次"),
    ("约700人次", "截至2022年3月", "活动25场，服务居民约700人次"),
]


def test_interim_and_final_figures_stand_apart_and_lead_to_their_sentences(page: Page):
    for text, note, sentence in FIGURES:
        page.goto("cases/jiujiang-food-safety/")
        item(page, text, note).get_by_role("link", name=text, exact=True).click()
        expect_marked(page, text, sentence)


def test_a_change_shows_what_was_before(page: Page):
    page.goto("cases/nanan-three-matter-triage/")
    page.locator(".keyfigures").get_by_role("link", name="251项 → 62项").first.click()
    expect_marked(page, "62项", "从251项减少到62项")


@ONE_SIZE
def test_a_figure_shows_the_words_of_its_source(page: Page):
    page.goto("cases/lishui-micro-venture-4/")
    found = item(page, "13903人次")
    expect(found).to_contain_text("直接服务社区居民13903人次")
    expect(found).to_contain_text("第26段")
    expect(found.locator("a[href*='sources/nanhai-lishui-micro-venture']")).to_be_visible()


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
