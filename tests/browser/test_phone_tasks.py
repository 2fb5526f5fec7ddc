"""What readers come for, each from the home page of a phone: so many taps, and the answer in sight where a page opens.

A tap is one, and so is what was typed and sent. Nothing helps but what the pages say.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import held
from tests.browser.ways import See, Way, follow, link, search, taps


class Task(NamedTuple):
    """The most taps that it may take, and a way that takes no more."""

    most: int
    way: Way


PITFALL = ".pitfall"
PARKING = See(PITFALL, ("把公约当成果。", "方法的常见错误", "小区公约"), "#theme-parking")

TASKS: dict[str, Task] = {
    "哪里会做错": Task(2, (link("别人踩过的坑"), See("p", ("各个方法提醒的常见错误",)), link("停车治理"), PARKING)),
    "哪里会做错，直接问": Task(
        3, (search("走弯路"), link("踩过的坑"), See("h1", ("踩过的坑",)), link("停车治理"), PARKING)
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
