"""What readers come for, each from the home page of a phone: so many taps, and the answer in sight where a page opens.

A tap is one, and so is what was typed and sent. Nothing helps but what the pages say.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import held
from tests.browser.ways import Do, See, Way, follow, link, search, taps, unfold


class Task(NamedTuple):
    """The most taps that it may take, and a way that takes no more."""

    most: int
    way: Way


PARKING, FOOD = "金沙半岛小区电动自行车停放治理", "为“食”小玩童——儿童食品安全联合行动"
PITFALL = ".pitfall"
COMPACT = See(PITFALL, ("把公约当成果。", "方法的常见错误", "小区公约"), "#theme-parking")


def pick(case: str) -> Do:
    return Do(f"pick {case}", lambda page: page.get_by_role("checkbox", name=f"对照：{case}").tap())


def pasted(page: Page) -> list[str]:
    """The lines that were copied, once the page says so."""
    expect(page.get_by_role("status").filter(has_text="已复制")).to_have_count(1)
    return page.evaluate("navigator.clipboard.readText()").splitlines()


def copied(*lines: str) -> Do:
    """What was copied has these lines, in this order; nothing is tapped for it."""

    def act(page: Page) -> None:
        assert [line for line in pasted(page) if line in lines] == list(lines)

    return Do("", act)


def received(page: Page) -> None:
    """Open the address that was copied, as another one has it from a chat."""
    page.goto(f"{pasted(page)[-1]}?from=singlemessage&isappinstalled=0")


def printed(page: Page) -> None:
    page.emulate_media(media="print")
    seen = [
        page.locator("main").get_by_text(words).first.is_visible() for words in ("来源明说的顺序", "原话（第70段）")
    ]
    left_out = [page.locator(part).first.is_visible() for part in (".nav", ".footer__nav", ".copy")]
    page.emulate_media(media="screen")
    assert all(seen)
    assert not any(left_out)


TASKS: dict[str, Task] = {
    "离“电瓶车充电”最近的案例": Task(
        2, (search("电瓶车充电"), See("#site-results > li", (PARKING, "案例")), link(PARKING), See("h1", (PARKING,)))
    ),
    "花了多少人、时间和钱": Task(
        2,
        (
            link("停车难"),
            link(PARKING),
            See(".strip", ("人", "20名", "时间", "21天", "钱", "没有写")),
        ),
    ),
    "把步骤复制成文字": Task(
        3,
        (link("停车难"), link(PARKING), link("步骤的链接，复制步骤的文字"), copied(PARKING, "1. 宣传", "2. 开圆桌会")),
    ),
    "三个案例对照着看": Task(
        6,
        (
            link("全部案例"),
            pick(PARKING),
            pick(FOOD),
            pick("甘蕉社区“知民俗，晓乡情”最美导赏线"),
            link("对照这 3 个"),
            link("事实"),
            See("tr", ("问题", "停放上有三个字：难、乱、危", "让社区里的孩子更懂食品安全", "聚焦社区问题")),
        ),
    ),
    "打印": Task(2, (link("停车难"), link(PARKING), Do("", printed))),
    "把网址发给别人，别人打开": Task(
        3, (link("停车难"), link(PARKING), link("本页的链接，可以复制", "nav"), Do("", received), See("h1", (PARKING,)))
    ),
    "按数字找": Task(
        3,
        (
            unfold("按数字"),
            link("募集资金"),
            link("按元计 · 募集"),
            See("tr", (FOOD, "5020.86元")),
        ),
    ),
    "按地点找": Task(3, (unfold("按地点"), link("九江镇"), See(".card__link", (FOOD,)))),
    "用页面上没有的话问": Task(
        2,
        (
            search("楼下电瓶车乱放谁来管"),
            See("#site-results > li", (PARKING, "案例")),
            link(PARKING),
            See("h1", (PARKING,)),
        ),
    ),
    "哪里会做错": Task(2, (link("别人踩过的坑"), See("p", ("各个方法提醒的常见错误",)), link("停车治理"), COMPACT)),
    "哪里会做错，直接问": Task(
        3, (search("走弯路"), link("踩过的坑"), See("h1", ("踩过的坑",)), link("停车治理"), COMPACT)
    ),
    "有什么新的": Task(
        2,
        (
            link("最近改动"),
            See("h2", ("2026年11月8日",)),
            See(".rows__row", ("甘蕉社区“知民俗，晓乡情”最美导赏线", "新收")),
            See(".rows__row", ("里水镇第四届社会治理微创投大赛", "原来：", "114场", "现在：", "141场")),
        ),
    ),
    "一个还没有案例的题目": Task(
        3,
        (
            search("加装电梯"),
            See("#site-results > li", ("加装电梯", "还没有案例")),
            link("加装电梯"),
            See(".notice", ("“加装电梯”还没有案例。", "告诉我们")),
            See(".chip", ("物业自治",), "section:has(> h2:text-is('离它最近的'))"),
            link("告诉我们"),
            See("h1", ("怎样投稿",)),
        ),
    ),
}


@pytest.fixture(scope="module")
def phone(browser: Browser, grown: Path, serve: Callable[[Path], str]) -> Iterator[Page]:
    """One page for all tasks, on a site that has been changed since it began."""
    with held(browser, f"{serve(grown.parent)}{grown.name}/") as page:
        yield page


@pytest.mark.parametrize("task", TASKS)
def test_a_task_takes_no_more_taps_and_its_answer_is_in_sight(phone: Page, task: str):
    most, way = TASKS[task]
    assert taps(way) <= most
    follow(phone, way, at_once=True)
