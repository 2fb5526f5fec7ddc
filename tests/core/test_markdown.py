"""Markdown: what the site shows of it, and that the preview on GitHub shows the same or `check` says so."""

import gc
import re
import weakref
from functools import partial
from xml.etree.ElementTree import tostring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from casebook.articles import article
from casebook.emphasis import pairs
from casebook.packing import packed, unpacked
from casebook.reading import body_checks
from casebook.reading.findings import Finding
from casebook.reading.markup import parse
from casebook.reading.render import render
from casebook.reading.source import Parts, split
from casebook.reading.structure import structure
from tests.conftest import spec
from tests.cues import PLAIN
from tests.outline import outline
from tests.work import lines_run

OURS = ("[[", "{: .", "<br>")  # links between our pages, a mark of ours; HTML is text to what we compare with
GITHUB = MarkdownIt("commonmark", {"html": False}).enable("table")
# what Markdown is made of; ~ and addresses alone are left to the rows: only GitHub reads them in its way
PIECES = [
    *"甲3人，“”（）*_\\`>|[]()!<&:a•。${} 　\n\t",
    "乙丙",
    "45",
    "**",
    "__",
    "  ",
    "    ",
    "\n\n",
    "---",
    "===",
    "***",
]
PIECES += ["# ", "## ", "##", "- ", "* ", "+ ", "1. ", "2) ", "20. ", "1、", "> ", "|--|--|", "| a | b |"]
PIECES += ["b_c", "&lt;", "[x](http://a.cn)"]
PIECES += ["\n- ", "\n1. ", "\n  - ", "\n> ", "\n| ", "\n| a | b |\n|--|--|\n| "]
BODIES = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def shown(body: str) -> tuple[str, list[Finding]]:
    """The HTML of a page with this body, and what `check` says of it."""
    parts = split(f"---\n---\n{body}", "x.md")
    assert isinstance(parts, Parts)
    document = parse(parts.body, {})
    html = render(document, [], lambda to, step: f"/{to}").html(0, len(document.text) + 1)
    return html, list(body_checks.findings(structure(document, "page", {})))


@pytest.mark.parametrize("row", spec("markdown"))
def test_what_is_shown_and_said(row):
    html, findings = shown(row["input"])
    assert html == row["expect"], row["why"]
    assert [f"{found.severity} {found.line} {found.found}" for found in findings] == row["findings"]


@pytest.mark.parametrize("row", spec("markdown"))
def test_what_nothing_is_said_of_is_the_same_on_github(row):
    if not row["findings"] and not any(mark in row["input"] for mark in OURS):
        assert outline(row["expect"]) == outline(GITHUB.render(row["input"]))


@settings(max_examples=120, derandomize=True)
@given(BODIES)
def test_any_body_is_the_same_on_github_or_check_says_so(body):
    html, findings = shown(body)
    if not findings:
        assert outline(html) == outline(GITHUB.render(body))


def both(body: str) -> tuple[str, str]:
    """The text of a page with this body, and that of an article."""
    parts = split(f"---\n---\n{body}", "x.md")
    assert isinstance(parts, Parts)
    return parse(parts.body, {}).text, article(body, ".md").text


def words(text: str) -> str:
    """`text` without white space and the numbers of items, which articles keep and pages count anew."""
    return "".join(re.sub(r"^(?:\s*[0-9]{1,9}[.)](?: |$))+", "", text, flags=re.MULTILINE).split())


def figures(text: str) -> list[tuple[str, str]]:
    return [(words(metric.text), str(metric.value)) for metric in PLAIN.metrics(text)]


def assert_read_alike(body: str) -> None:
    page, given = both(body)
    assert words(page) == words(given)
    assert figures(page) == figures(given)


@pytest.mark.parametrize("row", spec("markdown"))
def test_an_article_is_read_like_a_page(row):
    if not row["findings"]:
        assert_read_alike(row["input"])


@settings(max_examples=60, derandomize=True)
@given(BODIES)
def test_any_article_has_the_words_of_a_page(body):
    if not shown(body)[1]:
        page, given = both(body)
        assert words(page) == words(given)


FIGURES = [
    "约",
    "700",
    "人次",
    "3万",
    "元",
    "5",
    "场",
    "，",
    "**",
    "*",
    "_",
    "\\*",
    "\\",
    "[5名](http://a.cn)",
    " ",
    "20%",
    "(",
]
BLOCKS = st.tuples(
    st.sampled_from(["", "- ", "1. ", "> ", "## ", "| 项 | 数 |\n|---|---|\n| 甲 | "]),
    st.lists(st.sampled_from(FIGURES), min_size=1, max_size=8).map("".join),
).map("".join)


@settings(max_examples=60, derandomize=True)
@given(st.lists(BLOCKS, max_size=4).map("\n\n".join))
def test_any_article_has_the_figures_of_a_page(body):
    if not shown(body)[1]:
        assert_read_alike(body)


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("*甲*乙**丙**", ["* 1 0 2", "* 2 4 7"]),
        ("**甲*乙***", ["* 1 3 5", "* 2 0 6"]),
        ("**甲*乙**", ["* 2 0 5"]),
        ("甲_乙_ _丙_", ["_ 1 5 7"]),
        ("~甲~~ ~~乙~~ ~丙~", ["~ 2 5 8", "~ 1 11 13"]),
        ("~~~甲~~~", []),
        ("** 甲**", []),
        ("**“甲”**~，", ["* 2 0 5"]),
    ],
)
def test_pairs_of_marks(text, expect):
    assert [" ".join(map(str, (pair.mark, pair.size, pair.start, pair.end))) for pair in pairs(text)] == expect


PILED = [
    "- 甲\n",
    "> 甲\n",
    "1. 甲\n\n",
    "*甲",
    "**甲 ",
    "甲**乙*丙*丁**",
    "~甲",
    "[甲](http://a.cn)",
    "## 甲\n",
    "甲|",
    "<br>",
]


@pytest.mark.no_cover  # it would count the lines of the tracer
@pytest.mark.parametrize("piece", PILED)
def test_twice_the_marks_take_twice_the_work(piece: str) -> None:
    once, twice = (lines_run(partial(shown, piece * times)) for times in (100, 200))
    assert once > 100
    assert twice < 2.3 * once


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["*", "**", "_", "~", "~~", "甲", "，", "“", " ", "a"])).map("".join))
def test_pairs_lie_within_each_other_and_take_no_mark_twice(text):
    taken = [at for pair in pairs(text) for start in (pair.start, pair.end) for at in range(start, start + pair.size)]
    assert len(taken) == len(set(taken))
    spans = [(pair.start, pair.end) for pair in pairs(text)]
    assert not any(a < c < b < d for a, b in spans for c, d in spans)
    assert all(set(text[pair.start : pair.start + pair.size]) == {pair.mark} for pair in pairs(text))


def test_a_document_is_packed_and_unpacked_as_it_was():
    body = (
        "## 怎么做 {.stated}\n\n- 一步 **要紧** 的 [[文字|deliberation]]\n- 二步\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n"
    )
    before = parse(body, {}, 7)
    after = unpacked(packed(before))
    places = [{element: at for at, element in enumerate(one.root.iter())} for one in (before, after)]
    assert tostring(after.root) == tostring(before.root)
    assert (after.source, after.line, after.text, after.notes) == (before.source, 7, before.text, before.notes)
    for ours, theirs in zip(before.runs, after.runs, strict=True):
        assert ours._replace(element=None) == theirs._replace(element=None)
        assert places[0][ours.element] == places[1][theirs.element]
    assert {places[1][one]: span for one, span in after.spans.items()} == {
        places[0][one]: span for one, span in before.spans.items()
    }


def test_an_unpacked_document_is_free_as_soon_as_nobody_has_it():
    """A circle in it would keep its tree until Python looks for circles, and have it look often."""
    data = packed(parse("## 一\n\n- 二\n", {}))
    gc.disable()
    try:
        document = unpacked(data)
        kept = weakref.ref(document.root[1])
        assert kept() is not None
        del document
        assert kept() is None
    finally:
        gc.enable()
