"""What an article that is pasted into the form gives as answers."""

import datetime
import functools

import pytest

from casebook.articles import article
from casebook.desk import desk_of
from casebook.drafted_answers import answers
from casebook.drafting import DraftText, drafted
from casebook.drafting.counted import amount, meaning
from casebook.extract import Extractor
from casebook.files import read_site
from casebook.library import Library
from casebook.wrong import Wrong
from tests.conftest import FROZEN
from tests.core.test_drafting import FORM, NEWS

DAY = datetime.date(2026, 11, 30)
AWARD = """一、背景与起因
肖家河社区有48个垃圾桶，居民意见很大。
二、做法与经过
2023年5月，社区居委会和物业把垃圾桶一个一个量过。
6月开了3场议事会，居民选出4个投放点。
三、成效与反响
垃圾桶从48个减到16个，20名志愿者守了一个月。
"""


STORY = """2023年5月，肖家河社区居委会先入户走访，问了126户居民。
随后，社区召集居民代表开了3场议事会，选出4个投放点。
6月，志愿者在投放点守了一个月，提醒走错的人。
最后，社区和物业一起把其余的桶撤走。"""
LONG = "\n".join(
    f"第{number}处地方的邻居都说这样很好，大家很高兴，事情办得不错，往后还要这样办下去。" for number in range(400)
)
TWO = """社区治理两则
案例一 肖家河社区停车
肖家河社区车多位少，社区居委会请居民坐下来谈停车，开了3场议事会，划了48个车位，立了一份公约，大家都签了字。
案例二 悦园小区电梯
悦园小区老人多，楼长一家一家地问，签字的有20户，居民请了三家公司来比价，最后装了一部电梯，老人下楼方便了。
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return desk_of(read_site(FROZEN).library).library


@functools.cache
def drafted_(text: str, library: Library) -> DraftText | Wrong:
    return drafted(article(text), library, DAY)


def test_the_own_words_of_who_writes_go_to_their_parts(library):
    found = answers(AWARD, library, DAY, is_own=True).answers
    assert found["problem"] == "肖家河社区有48个垃圾桶，居民意见很大。"
    assert [step["text"][:7] for step in found["how"]] == ["2023年5月", "6月开了3场议"]
    assert found["results"].endswith("守了一个月。")
    assert "sources" not in found
    assert found["places"] == ["肖家河社区"]
    assert {"居民", "物业"} <= {*found["actors"]}


def test_of_an_article_no_sentence_becomes_an_answer(library):
    found = answers(AWARD, library, DAY, is_own=False).answers
    assert not {"problem", "results"} & found.keys()
    assert [step["text"] for step in found["how"]] == ["", ""]
    assert {"locator": "第7段", "quote": "20名志愿者守了一个月"}.items() <= found["proofs"][-1].items()


REMEMBERED = """我们肖家河社区原来有48个垃圾桶，居民意见很大。
2023年5月，我和居委会的人、物业一起把垃圾桶一个一个量过。
后来开了3场议事会，居民选出4个投放点。
"""


def test_what_somebody_remembers_was_only_told_and_has_no_words_to_show(library):
    found = answers(REMEMBERED, library, DAY, is_own=True).answers
    assert found["sources"] == [{"told": "E 级：口述，未经核对"}]
    assert "proofs" not in found
    assert "told" not in answers(AWARD, library, DAY, is_own=False).answers["sources"][0]


@pytest.mark.parametrize("text", [AWARD, NEWS, FORM, TWO])
def test_the_form_is_filled_with_what_a_draft_has(library, text):
    found, draft = answers(text, library, DAY, is_own=False).answers, drafted_(text, library).found
    assert found.get("places", []) == [place.name for place in draft.places if place.is_main]
    assert found.get("period", {}).get("start", "") == draft.period.partition("/")[0]
    assert [one["organisation"] for one in found.get("organisations", ())] == [one.name for one in draft.bodies]
    assert [step["title"] for step in found.get("how", ())] == [step.title for step in draft.steps]
    assert [one["quote"] for one in found["proofs"]] == [one.quote for one in (*draft.figures, *draft.left)]
    assert found["sources"][0]["title"] == draft.source.title
    assert found.get("hints", {}).get("title", {}).get("title", "") == draft.title
    assert "title" not in found


def test_a_text_that_is_no_case_says_why(library):
    assert isinstance(answers("今天天气不错。", library, DAY, is_own=False), Wrong)


def test_of_several_stories_one_is_chosen_before_anything_is_filled_in(library):
    asked = answers(TWO, library, DAY, is_own=False, only=None)
    assert asked == ({}, (), ("案例一 肖家河社区停车", "案例二 悦园小区电梯"))
    second = answers(TWO, library, DAY, is_own=True, only=2).answers
    assert second["places"] == ["悦园小区"]
    assert {proof["locator"] for proof in second["proofs"]} == {"第5段"}  # paragraphs of the whole
    assert {*answers(TWO, library, DAY, is_own=False, only=0).answers["places"]} == {"悦园小区", "肖家河社区"}
    assert isinstance(answers(TWO, library, DAY, is_own=False, only=3), Wrong)


def test_steps_are_read_in_a_part_of_a_long_text_and_that_is_said(library):
    told = f"{LONG}\n案例：肖家河社区的桶\n{STORY}\n往后怎样\n{LONG}"
    alone = [step["title"] for step in answers(STORY, library, DAY, is_own=False).answers["how"]]
    found = answers(told, library, DAY, is_own=False)
    assert {*alone} <= {step["title"] for step in found.answers["how"]}
    assert any("步骤只从第" in note for note in found.notes)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("投入经费约1.3万元", "投入经费13000元", True),
        ("投入经费约1.3万元", "投入经费一万三千元", True),
        ("20名志愿者", "二十位志愿者", True),
        ("20名志愿者", "20名党员", False),
        ("每年投入5000元。", "投入5000元。", False),
        ("建了3个小组", "选了3个投放点", False),
        ("服务20人次", "服务20人", False),
    ],
)
def test_a_figure_is_the_same_in_other_words_and_not_the_same_of_something_else(library, one, other, same):
    reads = Extractor(library.vocabulary, library.gazetteer)
    told = [
        (amount(figure), meaning(figure, text, library.vocabulary))
        for text in (one, other)
        for figure in reads.scoped(text, reads.metrics(text))
    ]
    assert len(told) == 2
    assert (told[0] == told[1]) is same
