"""The browser cuts and finds as Python does, and finds every page that holds what is typed."""

import json
import random

import pytest
from lunr.builder import Builder
from playwright.sync_api import Page

from casebook.files import read_site
from casebook.search import BOOSTS, documents, numbered
from casebook.search.shards import shard_of
from casebook.search.terms import fold, terms
from tasks import THEME
from tests.conftest import ROOT, spec

SAMPLE = 500


@pytest.mark.parametrize("row", spec("terms"))
def test_the_browser_cuts_alike(modules: Page, row):
    assert modules.evaluate("(text) => modules.queryTerms(text)", row["input"]) == {
        "required": row["required"],
        "words": row["words"],
    }


def sample(texts: dict[str, str]) -> list[str]:
    """Strings of two and three characters from places drawn at random in all the text there is."""
    draw = random.Random(20261122)
    whole = "\n".join(texts.values())
    strings: set[str] = set()
    while len(strings) < SAMPLE:
        start, length = draw.randrange(len(whole)), draw.choice((2, 3))
        piece = whole[start : start + length]
        if piece.strip() and "\n" not in piece:
            strings.add(piece)
    return sorted(strings)


def test_every_page_that_holds_a_string_is_found(modules: Page, record_property):
    texts = {d.ref: fold(d.text) for d in documents(read_site(ROOT / "content").library)}
    strings = sample(texts)
    found = dict(zip(strings, modules.evaluate("(all) => Promise.all(all.map((s) => refs(s)))", strings), strict=True))
    missed = {
        string: refs
        for string in strings
        if any(map(str.isalnum, string))  # punctuation alone asks for nothing
        and (refs := {ref for ref, text in texts.items() if fold(string) in text} - set(found[string]))
    }
    for label, of in (("words", str.isalnum), ("across punctuation", lambda s: not s.isalnum())):
        kind = [(s, ref) for s in strings if of(s) for ref in found[s]]
        spare = sum(fold(string) not in texts[ref] for string, ref in kind)
        counted = f"{sum(map(of, strings))} strings, {len(kind)} pages found, {spare} of them without the string"
        record_property("figures", f"search, {label}: {counted}")
    assert missed == {}


def whole_index() -> dict[str, object]:
    """The index of the real content as lunr.py's own builder makes it."""
    builder = Builder()
    builder.ref("number")
    for field, boost in BOOSTS.items():
        builder.field(field, boost=boost)
    for number, document in enumerate(numbered(documents(read_site(ROOT / "content").library))):
        fields = {field: terms(getattr(document, field)) for field in BOOSTS}
        builder.add({"number": number, **fields}, {"boost": document.weight})
    return builder.build().serialize()


def test_the_files_rank_as_the_whole_index_does(modules: Page):
    draw = random.Random(20261122)
    whole = "\n".join(document.text for document in documents(read_site(ROOT / "content").library))
    starts = [draw.randrange(len(whole)) for _ in range(300)]
    strings = [whole[start : start + draw.choice((1, 2, 3, 4, 8))] for start in starts]
    both = modules.evaluate(
        """async ([whole, strings]) => {
          const index = modules.lunr.Index.load({ ...whole, version: modules.lunr.version });
          const expected = (text) => {
            const { required, words } = modules.queryTerms(text);
            return required.length ? modules.ranked(index, required, words) : [];
          };
          return Promise.all(strings.map(async (text) => [await window.index.scored(text), expected(text)]));
        }""",
        [whole_index(), strings],
    )
    for found, expected in both:
        assert [one["number"] for one in found] == [one["number"] for one in expected]
        assert [one["score"] for one in found] == pytest.approx([one["score"] for one in expected], rel=1e-9)
    assert sum(bool(found) for found, _ in both) > 200


def test_snippets_mark_the_match(modules: Page):
    def marked(text: str, query: str) -> list[str]:
        parts = modules.evaluate("([text, query]) => modules.snippet(text, query).parts", [text, query])
        joined = "".join(part["text"] for part in parts).strip("…")
        assert joined in " ".join(text.split())
        return [part["text"] for part in parts if part["isMatch"]]

    assert marked("前面" * 40 + "社区开了议事会,议事三次。" + "后面" * 60, "议事") == ["议事", "议事"]
    assert marked("募得５０２０．８６元", "5020.86") == ["５０２０．８６"]
    assert marked("Community Garden", "garden") == ["Garden"]
    assert marked("议事和协商", "议事协商") == ["议事", "协商"]
    assert marked("没有这个词", "众筹") == []
    prose = "停车 停车治理\n居民一起把停车理顺了"
    assert modules.evaluate("(text) => modules.snippet(text, '停车', 8).at", prose) == prose.index("停车理顺")
    assert modules.evaluate("(text) => modules.snippet(text, '停车治理', 8).at", prose) == prose.index("停车治理")
    assert marked("ﬁne一词", "fi") == ["ﬁ"]
    begins = modules.evaluate(
        "(text) => modules.snippet(text, '停车').parts[0].text", "停车治理\n五步走\n居民把停车理顺了"
    )
    assert begins == "停车", "with the line of the match"
    names = modules.evaluate(
        "(text) => modules.snippet(text, '停车', 8).parts[0].text", "五步走 议事协商\n居民把停车理顺了"
    )
    assert names == "居民把", "not with the names above its line"


@pytest.mark.parametrize(
    ("text", "query", "holds"),
    [
        ("社区开了议事会，协商停车", "议事会", True),
        ("社区开了议事会，协商停车", "议事协商", False),  # its pieces alone
        ("社区开了议事会，协商停车", "停车 议事", True),  # each word as typed
        ("募得５０２０．８６元", "5020.86", True),
        ("", "", True),
    ],
)
def test_what_is_held_as_typed(modules: Page, text, query, holds):
    assert modules.evaluate("([text, query]) => modules.matches(text, query)", [text, query]) is holds


TEXT = """桃园小菜园
种菜 菜地 和平镇
居民把荒地种成菜园。
翻地
20名志愿者翻地。
分地
抽签分地，每户2平方米。
结果
收了300斤菜。"""
PARTS = (("翻地\n", "step"), ("分地\n", "step"), ("结果\n", "section"))
FIGURES = (
    ("20名", "20名志愿者翻地。", "志愿者"),
    ("2平方米", "抽签分地，每户2平方米。", "面积"),
    ("300斤", "收了300斤菜。", "产量"),
)
PAGE = {
    "url": "cases/garden/",
    "title": "桃园小菜园",
    "kind": "案例",
    "facts": "和平镇 桃园小区",
    "others": [],
    "text": TEXT,
    "prose": TEXT.index("居民"),
    "parts": [[TEXT.index(f"\n{title}") + 1, kind, title.strip(), title.strip()] for title, kind in PARTS],
    "figures": [
        [
            TEXT.index(figure),
            TEXT.index(figure) + len(figure),
            TEXT.index(said),
            TEXT.index(said) + len(said),
            indicator,
            "",
        ]
        for figure, said, indicator in FIGURES
    ],
}


@pytest.mark.parametrize(
    ("query", "part", "steps", "figures"),
    [
        ("菜园", "", [], []),
        ("志愿者", "翻地", ["翻地"], ["20名"]),
        ("和平镇 志愿者", "翻地", ["翻地"], ["20名"]),  # the place stands in the facts of the page
        ("桃园 抽签", "分地", ["分地"], ["2平方米"]),
        ("志愿者 抽签", "翻地", [], []),  # on the page, in no step or sentence together
        ("产量", None, [], []),  # the name of an indicator alone is not on the page
        ("300", "结果", [], ["300斤"]),
        ("志愿团", None, [], []),
        ("3,00", None, [], []),
        ("3+0", None, [], []),  # its digits stand there, but not so
    ],
)
def test_what_a_query_hits_of_a_page(modules: Page, query, part, steps, figures):
    found = modules.evaluate("([page, query]) => modules.hit(page, query)", [PAGE, query])
    if part is None:
        assert found is None
    else:
        assert found["part"]["title"] == part
        assert [step["title"] for step in found["steps"]] == steps
        assert [figure["text"] for figure in found["figures"]] == figures


@pytest.mark.parametrize("term", ["议事", "a", "5020.86", "𠮷野", "é"])
def test_the_browser_looks_in_the_file_where_a_term_was_put(modules: Page, term):
    assert [modules.evaluate("([t, n]) => modules.shardOf(t, n)", [term, n]) for n in (1, 7, 70, 4096)] == [
        shard_of(term, n) for n in (1, 7, 70, 4096)
    ]


def test_it_is_the_bundled_lunr(modules: Page):
    lock = json.loads((THEME / "package-lock.json").read_text())
    assert modules.evaluate("modules.lunr.version") == lock["packages"]["node_modules/lunr"]["version"]
