"""What else to search for what a reader typed, over the real site's data, in a real browser."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import bundled, complaining
from tests.conftest import spec

ENTRY = """
import lunr from "lunr";
export { find } from "./find.js";
export { variants } from "./variants.js";
export { lunr };
"""
KINDS = {"simplified", "pinyin", "synonym", "sound", "words"}
SLOWEST = 200  # ms for the most hostile of inputs: a frame or two on a fast machine, with room for a busy one
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


@pytest.fixture(scope="module")
def modules(browser, serve, real: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with `modules.variants` and the real site's data."""
    folder = bundled(ENTRY, tmp_path_factory.mktemp("variants"))
    for name in ("variants.json", "index.json"):
        (folder / name).write_bytes((real / "search" / name).read_bytes())
    address = serve(folder)
    page = browser.new_page()
    wrong = complaining(page, address)
    page.goto(address)
    page.evaluate(
        """async () => {
          window.modules = await import("./modules.js");
          window.data = await (await fetch("variants.json")).json();
          window.index = modules.lunr.Index.load(await (await fetch("index.json")).json());
        }"""
    )
    yield page
    assert wrong == []


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
    found = modules.evaluate("(texts) => texts.map((text) => modules.find(index, text))", texts)
    assert any(page in refs[:3] for refs in found)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_is_answered_at_once(modules: Page, text):
    found = variants(modules, text)
    assert len(found) <= 5
    assert all(one["kind"] in KINDS and one["text"].strip() for one in found)
    took = modules.evaluate(
        "(json) => { const start = performance.now(); modules.variants(JSON.parse(json), data); return performance.now() - start }",
        json.dumps(text),
    )
    assert took < SLOWEST


def test_the_time_it_takes(modules: Page, record_property):
    typed = [row.values[0]["input"] for row in spec("variants")]
    first, all_ms = modules.evaluate(
        """(typed) => {
          const fresh = structuredClone(data);
          const timed = (text) => { const start = performance.now(); modules.variants(text, fresh); return performance.now() - start };
          return [timed("x"), typed.map(timed)];
        }""",
        typed,
    )
    all_ms.sort()
    middle, late = all_ms[len(all_ms) // 2], all_ms[int(len(all_ms) * 0.95)]
    record_property("figures", f"search, variants: {first:.0f} ms once, then {middle:.1f} ms p50, {late:.1f} ms p95")
