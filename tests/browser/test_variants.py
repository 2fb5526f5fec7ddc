"""What else to search for what a reader typed, over the real site's data, in a real browser."""

import json

import pytest
from playwright.sync_api import Page

from tests.conftest import spec

KINDS = {"simplified", "pinyin", "spelling", "synonym", "sound", "words", "number"}
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


def also(modules: Page, text: str) -> list[str]:
    """The pages that are found besides."""
    return modules.evaluate(
        """async (text) => {
          const found = await modules.alsoFound(index, text, await index.find(text));
          return Promise.all((found?.numbers ?? []).map(async (number) => (await index.page(number)).url));
        }""",
        text,
    )


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
        ("物业和业委会", ["部分词"]),
        ("3组联动", ["数字", "部分词"]),
        ("Elderly", ["拼写"]),
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
        ("志愿者留不住怎么办", "methods/community-mobilisation/"),
        ("佛山南海", "places/nanhai/"),
        ("3组联动", "methods/three-way-linkage/"),
        ("neighborhood", "actors/neighbourhood-associations/"),
    ],
)
def test_they_lead_to_the_page(modules: Page, typed, page):
    assert page in also(modules, typed)[:3]


def test_where_pages_hold_what_was_typed_others_must_have_all_its_words(modules: Page):
    # the method has this title; pages of other funds, and of matching fairs, are not what was meant
    assert modules.evaluate("() => refs('matching fund')") == ["methods/matching-fund/"]
    assert not {"methods/designated-fund/", "methods/matching-fair/"} & set(also(modules, "matching fund"))


def test_nothing_else_is_searched_when_enough_is_found(modules: Page):
    assert modules.evaluate("async () => modules.alsoFound(index, '众筹', await index.find('众筹'))") is None


@pytest.mark.parametrize("row", spec("nearest"))
def test_nearest_names(modules: Page, row):
    found = modules.evaluate("(text) => modules.nearest(text, data)", row["input"])
    assert found[: len(row["expect"])] == row["expect"]
    assert len(found) <= 3
    assert row["expect"] or not found


def test_what_is_suggested_finds_a_page(modules: Page):
    found = modules.evaluate("() => modules.suggested(index, '一室写商')")
    assert found[0] == "议事协商"
    assert all(modules.evaluate("(text) => refs(text)", name) for name in found)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("三群联动", {"same": ["三组联动", "三群体联动", "三方联动"], "before": ["三社联动"]}),
        ("三组联动", {"same": ["三群体联动", "三群联动", "三方联动"], "before": ["三社联动"]}),
        ("三社联动", {"after": ["五社联动", "三组联动"]}),
        ("志愿队", {"near": ["志愿服务队"]}),
        ("五社联动", {"before": ["三社联动"]}),
        ("众", {}),
    ],
)
def test_what_else_it_is_called(modules: Page, typed, names):
    found = modules.evaluate(
        """async (text) => {
          const pages = await Promise.all((await index.find(text)).slice(0, 10).map(index.page));
          return modules.otherNames(pages, text);
        }""",
        typed,
    )
    told: dict[str, list[str]] = {}
    for one in found:
        told.setdefault(one["why"], []).append(one["text"])
    assert told == names


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_is_answered(modules: Page, text):
    found = variants(modules, text)
    assert len(found) <= 5
    assert all(one["kind"] in KINDS and one["text"].strip() for one in found)
    assert len(modules.evaluate("(json) => modules.nearest(JSON.parse(json), data)", json.dumps(text))) <= 3
