"""Steps as readers meet them: questions answered in a few clicks from home, evidence under each step, both orders."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ONE_SIZE
from tests.conftest import frozen

LIBRARY = frozen()
MOST_CLICKS = 3


class Visitor:
    """Somebody who starts at the home page; every click is counted."""

    def __init__(self, page: Page):
        self.page, self.clicks = page, 0
        page.goto("")

    def click(self, link: Locator) -> None:
        self.clicks += 1
        assert self.clicks <= MOST_CLICKS
        link.first.click()

    def menu(self, name: str) -> None:
        self.click(self.page.locator("header nav, footer nav").get_by_role("link", name=name, exact=True))

    def follow(self, name: str) -> None:
        self.click(self.page.locator("#site-main").get_by_role("link", name=name))


@pytest.fixture
def visitor(page: Page) -> Visitor:
    return Visitor(page)


@ONE_SIZE
def test_which_cases_deliberated_and_raised_money(visitor: Visitor):
    visitor.menu("方法")
    visitor.follow("议事协商")
    raised = visitor.page.locator(".spread__row").filter(has=visitor.page.get_by_role("link", name="募集资金"))
    visitor.click(visitor.page.locator("summary").filter(has_text="各案例报告的数字"))
    expect(raised.locator(".spread__case").filter(has_text="5020.86元")).to_be_visible()
    expect(raised.locator(".spread__case").filter(has_text="489元")).to_be_visible()
    expect(raised).to_contain_text("没有报告")
    expect(raised.locator(".spread__silent")).to_contain_text("金沙半岛")
    raised.get_by_role("link", name="募集资金").click()
    visitor.page.locator("main").get_by_role("link", name="5020.86元").first.click()
    expect(visitor.page.locator("data:target")).to_have_text("5020.86元")


@ONE_SIZE
def test_steps_and_times_of_a_federation(visitor: Visitor):
    visitor.menu("方法")
    visitor.follow("联合会（总队）")
    steps = visitor.page.locator(".step")
    titles = [step.title for step in LIBRARY.methods["federation"].steps]
    expect(steps).to_have_count(len(titles))
    convened = visitor.page.locator("#convene .evidence__item").filter(has_text="九江")
    expect(convened).to_contain_text("2021年5月")
    expect(visitor.page.locator("#act .evidence")).to_contain_text("2021年8月至2022年3月")
    visitor.click(convened.get_by_role("link"))
    expect(visitor.page.locator(".step:target")).to_contain_text("2021年5月")


@ONE_SIZE
def test_everything_from_one_source_district_year_or_organisation(visitor: Visitor):
    nanhai = ("九江镇街坊会志愿服务总队", "为“食”小玩童", "微创投大赛", "金沙半岛小区", "爱心农场", "最美导赏线")
    visitor.menu("地点")
    visitor.follow("南海区")
    for title in nanhai:
        expect(visitor.page.locator(".card").filter(has_text=title).first).to_be_visible()
    expect(visitor.page.locator(".card").filter(has_text="徐家汇")).to_have_count(0)


@ONE_SIZE
@pytest.mark.parametrize(
    ("menu", "name", "title"),
    [
        ("来源", "微创投", "金沙半岛小区"),
        ("年份", "2021年", "九江镇街坊会志愿服务总队"),
        ("机构", "同声社区公共服务中心", "金沙半岛小区"),
    ],
)
def test_everything_of_one(visitor: Visitor, menu: str, name: str, title: str):
    visitor.menu(menu)
    visitor.follow(name)
    expect(visitor.page.locator("#site-main").get_by_role("link", name=title).first).to_be_visible()


@ONE_SIZE
def test_what_is_disputed(visitor: Visitor):
    visitor.menu("读之前要知道")
    visitor.page.locator("main summary").filter(has_text="金沙半岛小区").click()
    expect(visitor.page.get_by_text("步骤有两种顺序")).to_be_visible()


@ONE_SIZE
def test_a_case_shows_the_order_its_source_states_and_the_one_it_tells(page: Page):
    page.goto("cases/tongsheng-ebike-parking/")
    order = page.locator(".section--how .order")
    expect(order.locator(".order__item")).to_have_text(["集问题", "组队伍", "提技能", "共议事", "齐治理"])
    expect(order).to_contain_text("来源明说的顺序")
    expect(order).to_contain_text("按讲述的先后排列")
    told = [step.title for step in LIBRARY.cases["tongsheng-ebike-parking"].steps]
    expect(page.locator(".section--how .step")).to_have_count(len(told))
    expect(page.locator("#step-patrol")).to_contain_text("21天")


@ONE_SIZE
def test_a_method_shows_under_each_step_how_it_went_in_cases(page: Page):
    page.goto("methods/deliberation/")
    for step in LIBRARY.methods["deliberation"].steps:
        items = page.locator(f"#{step.id} .evidence__item")
        told = {use.case for use in LIBRARY.uses_of("deliberation") if use.method_step == step.id}
        assert items.count() >= len(told) > 0
        for sentence in items.locator("p:first-child").all_text_contents():
            assert len(sentence) > 7


def test_the_address_of_a_step_leads_to_it(page: Page):
    page.goto("methods/deliberation/#score")
    expect(page.locator(".step:target .step__title")).to_contain_text("打分")
    expect(page.locator(".step:target")).to_be_in_viewport()
