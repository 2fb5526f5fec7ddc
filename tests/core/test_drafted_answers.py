"""What an article that is pasted into the form gives as answers."""

import datetime

from casebook.desk import desk_of
from casebook.drafted_answers import answers
from casebook.files import read_site
from casebook.wrong import Wrong
from tests.conftest import FROZEN

DAY = datetime.date(2026, 11, 30)
AWARD = """一、背景与起因
肖家河社区有48个垃圾桶，居民意见很大。
二、做法与经过
2023年5月，社区居委会和物业把垃圾桶一个一个量过。
6月开了3场议事会，居民选出4个投放点。
三、成效与反响
垃圾桶从48个减到16个，20名志愿者守了一个月。
"""


def given(text: str, *, is_own: bool) -> dict | Wrong:
    return answers(text, desk_of(read_site(FROZEN).library).library, DAY, is_own=is_own)


def test_the_own_words_of_who_writes_go_to_their_parts():
    found = given(AWARD, is_own=True)
    assert found["problem"] == "肖家河社区有48个垃圾桶，居民意见很大。"
    assert [step["text"][:7] for step in found["how"]] == ["2023年5月", "6月开了3场议"]
    assert found["results"].endswith("守了一个月。")
    assert "sources" not in found
    assert found["places"] == ["肖家河社区"]
    assert {"居民", "物业"} <= {*found["actors"]}


def test_of_an_article_no_sentence_becomes_an_answer():
    found = given(AWARD, is_own=False)
    assert not {"problem", "results"} & found.keys()
    assert all(step["text"] == "" for step in found.get("how", ()))
    assert found["evidence"]["20名"] == {"locator": "第7段", "quote": "20名志愿者守了一个月"}


REMEMBERED = """我们肖家河社区原来有48个垃圾桶，居民意见很大。
2023年5月，我和居委会的人、物业一起把垃圾桶一个一个量过。
后来开了3场议事会，居民选出4个投放点。
"""


def test_what_somebody_remembers_was_only_told_and_has_no_words_to_show():
    found = given(REMEMBERED, is_own=True)
    assert found["sources"] == [{"told": "E 级：口述，未经核对"}]
    assert "evidence" not in found
    assert "told" not in given(AWARD, is_own=False)["sources"][0]


def test_a_text_that_is_no_case_says_why():
    assert isinstance(given("今天天气不错。", is_own=False), Wrong)
