"""What else to search for what a reader typed, over the real site's data, in a real browser."""

import json

import pytest
from playwright.sync_api import Page

from tests.conftest import spec

KINDS = {"simplified", "pinyin", "synonym", "sound", "words"}
HOSTILE = {
    "long": "议事斜商" * 2500,
    "letters": "a" * 10_000,
    "pinyin": "yishixieshang" * 800,
    "syllables": "shi " * 2500,
    "question": "小区电动车乱停怎么办" * 1000,
    "emoji": "👩‍👩‍👧‍👦" * 1500,
    "expression": "(.*)+$[^" * 1250,
    "marks": "á́́" * 3000,
    "halves": "\ud83d" * 10_000,
    "names of objects": "__proto__ constructor toString",
}


def variants(modules: Page, text: str) -> list[dict[str, str]]:
    # as JSON, since half a character is no text for the browser's protocol
    return modules.evaluate("(json) => modules.variants(JSON.parse(json), data)", json.dumps(text))


@pytest.mark.parametrize("row", spec("variants"))
def test_variants(modules: Page, row):
    found = [[one["kind"], one["text"]] for one in variants(modules, row["input"])]
    assert found[: len(row["expect"])] == row["expect"]
    assert row["expect"] or not found


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("議事協商", ["繁体", "也叫", "也叫", "也叫"]),
        ("jfh", ["拼音"]),
        ("三社联动", ["后来", "后来"]),
        ("五社联动", ["前身"]),
        ("妇联", ["相近"]),
        ("众酬", ["同音"]),
        ("物业和业委会", ["拆开"]),
    ],
)
def test_each_says_why(modules: Page, typed, why):
    assert [one["why"] for one in variants(modules, typed)] == why


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("議事協商", "methods/deliberation/"),
        ("ysxs", "methods/deliberation/"),
        ("yishixie", "methods/deliberation/"),
        ("jiefanghui", "actors/neighbourhood-associations/"),
        ("三社聯動", "methods/three-way-linkage/"),
        ("议事斜商", "methods/deliberation/"),
        ("小区电动车乱停怎么办", "cases/tongsheng-ebike-parking/"),
        ("小區電動車亂停怎麼辦", "cases/tongsheng-ebike-parking/"),
        ("微创投资助多少钱", "methods/micro-venture/"),
        ("怎么和居委会谈停车", "methods/five-step-path/"),
        ("时间银杭", "methods/time-bank/"),
    ],
)
def test_they_lead_to_the_page(modules: Page, typed, page):
    texts = [one["text"] for one in variants(modules, typed)]
    found = modules.evaluate("(texts) => Promise.all(texts.map((text) => refs(text)))", texts)
    assert any(page in refs[:3] for refs in found)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_is_answered(modules: Page, text):
    found = variants(modules, text)
    assert len(found) <= 5
    assert all(one["kind"] in KINDS and one["text"].strip() for one in found)
