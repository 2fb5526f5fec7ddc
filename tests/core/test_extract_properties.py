"""What holds for any text: extraction never raises, its spans are true, and its time is linear."""

import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casebook.extract import quantities, steps
from casebook.extract.sentences import sentence_around, sentences
from casebook.model.terms import Place
from casebook.vocabulary import Vocabulary
from tests.cues import extractor

CHARACTERS = "零一二两三十百千万亿半几多余近约上超成分之个名元月年日天次第每和到至岁大号"
CHARACTERS += "0123456789１２．.,，:：/-~%％+“”（）、。\n \u00a0"
WORDS = "个半 小时 平方米 人次 一、 第一步 首先 其次 最后 步走 以上 左右 社区 百分之 做法"
WORDS += " 流程 一是 二是 其一 → 五步走 即 第二阶段 先 随后 前期 待 后 召开 签订了 由 实施 “ ” 2021年3月"
PIECES = [*CHARACTERS, *WORDS.split()]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


@given(TEXTS)
def test_quantities_are_ordered_spans_of_the_text(text: str) -> None:
    found = quantities(text)
    assert all(text[q.start : q.end] == q.text and q.text == q.text.strip() for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(q.value_max is None or q.value < q.value_max for q in found)


@given(TEXTS)
def test_metrics_are_the_quantities_in_their_sentences(text: str) -> None:
    found = EXTRACTOR.metrics(text)
    assert [(m.start, m.text) for m in found] == [(q.start, q.text) for q in quantities(text)]
    assert all(m.indicator for m in found)


@given(TEXTS)
def test_sentences_are_ordered_and_lose_only_white_space(text: str) -> None:
    spans = sentences(text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


@given(TEXTS)
def test_steps_are_numbered_spans_of_the_text(text: str) -> None:
    found = steps(text)
    assert [step.number for step in found] == list(range(1, len(found) + 1))
    assert all(0 <= step.start < step.end <= len(text) for step in found)
    assert all(step.title.strip() and step.title in text[step.start : step.end] for step in found)


@given(TEXTS)
@example('\n"0')  # a quote that begins a line closes nothing
def test_the_sentence_around_a_place_is_one_of_the_sentences(text: str) -> None:
    for start, end in sentences(text):
        for place in (at for at in range(start, end) if text[at].isalnum()):
            assert sentence_around(text, place, len(text)) == (start, end)


EXTRACTOR = extractor(Vocabulary({"places": (Place(id="lishui", zh="里水镇", en="Lishui", level="town"),)}))
REPEATED = "社区 村 协会 和 里水镇 在丁社区 丁基金会 一 1 1, 近 “ 一个 一、 a 第一步 《 12个 甲、 a. 1.2. 两三 每月 五 ① 首先走访， 流程：一是， 先召开 后→ 三分之"
HARD = [*REPEATED.split(), "1、甲\n", " "]


@pytest.mark.no_cover  # else it is the time of the tracer
@pytest.mark.parametrize(
    "text",
    [piece * (50_000 // len(piece)) for piece in HARD],
    ids=lambda text: text[:4],
)
def test_time_is_linear(text: str) -> None:
    """Ten times the text may take some ten times as long, not a hundred times."""
    short = _seconds(text[: len(text) // 10])
    assert _seconds(text) < 40 * short + 1


def _seconds(text: str) -> float:
    """Of this process alone: what else the machine does counts for nothing."""
    start = time.process_time()
    EXTRACTOR.metrics(text)
    steps(text)
    EXTRACTOR.tags(text)
    return time.process_time() - start
