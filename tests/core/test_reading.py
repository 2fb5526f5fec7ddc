"""Bytes in, records out: nothing raises, every offset leads back to the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.characters import joined
from casebook.extract import Extractor
from casebook.reading import draft, read
from casebook.reading.cleaning import Cleaner
from casebook.reading.markup import parse
from casebook.reading.nodes import read_nodes
from casebook.reading.render import Mark, render, sanitised
from casebook.reading.scalars import quoted
from casebook.reading.sections import default
from casebook.spellings import nearest
from casebook.vocabulary import Vocabulary
from tests.conftest import spec

MARKDOWN = st.text(alphabet="议事会23个 #*_[]()|`\\<>!&;:{}.-\n", max_size=200)


@pytest.mark.parametrize("row", spec("yaml"))
def test_yaml_is_text_and_nothing_is_guessed_dropped_or_bent(row):
    node, problems = read_nodes(row["input"], "x.md")
    assert (node and node.data()) == row["expect"]
    assert [[p.line, p.field, p.severity, p.found, p.instead] for p in problems] == row["problems"]


WORDS = st.text("事年2a:#,-[]{}&*!|>'\"%@`\\\\ ：", min_size=1, max_size=12).filter(
    lambda words: words == words.strip()
)


@given(WORDS, st.sampled_from(["a: {}", "- {}", "a: [{}]", "a: {{b: {}, c: d}}"]))
def test_what_check_says_to_quote_is_read_as_it_is_written(words, form):
    node, problems = read_nodes(form.format(quoted(words)), "x.md")
    assert problems == ()
    assert words in flat(node)


def flat(node) -> list[str]:
    children = node.value.values() if isinstance(node.value, dict) else node.value
    return [node.value] if isinstance(node.value, str) else [text for child in children for text in flat(child)]


@given(
    st.lists(st.text("事年2a，", min_size=1, max_size=4), min_size=2, max_size=5),
    st.sampled_from(">|'\""),
    st.text(" ", max_size=1),
)
def test_lines_of_a_scalar_are_joined_as_those_of_markdown(lines, style, blank):
    first, last = ("", "") if style in "'\"" else ("\n  ", "\n")
    end = style if style in "'\"" else ""
    text = f"a: {style}{first}" + f"{blank}\n  ".join(lines) + f"{end}{last}"
    node, problems = read_nodes(text, "x.md")
    assert problems == ()
    assert node.data() == {"a": joined("\n".join(lines))}


def test_lines_of_nested_values():
    node, _ = read_nodes("a: 1\nb:\n  - c: 2\n    d: 3\n  - e\n", "x.md", first_line=2)
    assert node is not None
    assert [node.line_of(loc) for loc in [("a",), ("b",), ("b", 0, "d"), ("b", 1), ("b", 9), ("z",)]] == [
        2,
        3,
        5,
        6,
        3,
        2,
    ]


@given(st.text(max_size=300))
def test_no_yaml_raises(text):
    read_nodes(Cleaner().clean(text.replace("\r", "\n")), "x.md")


@given(st.binary(max_size=300))
def test_no_file_raises(data):
    reading = read(draft("cases/x.md", data, "case"), Extractor(Vocabulary({})), {}, default())
    assert reading.entry is None
    assert reading.problems


@given(MARKDOWN)
def test_no_body_raises_and_problems_have_lines_of_the_file(body):
    found = draft("pages/x.md", f"---\ntitle: 一\nsummary: 二\n---\n{body}".encode(), "page")
    reading = read(found, Extractor(Vocabulary({})), {}, default())
    lines = body.count("\n") + 5
    assert all(1 <= problem.line <= lines for problem in reading.problems)


@given(MARKDOWN)
def test_every_run_of_plain_text_is_in_the_tree(body):
    document = parse(body, {})
    for run in document.runs:
        piece = run.element.text if run.where == "text" else run.element.tail
        assert document.text[run.start : run.end] == piece
    assert all(a.end <= b.start for a, b in zip(document.runs, document.runs[1:], strict=False))


def test_line_of_each_piece():
    body = "第一段,\n接着写。\n\n- 一\n- **二**和[[x|y]]\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n"
    document = parse(body, {}, line=10)
    assert [(document.text[r.start : r.end], r.line) for r in document.runs] == [
        ("第一段,接着写。", 10),
        ("一", 13),
        ("二", 14),
        ("和", 14),
        ("x", 14),
        ("甲", 16),
        ("乙", 16),
        ("丙", 18),
        ("丁", 18),
    ]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("[注]: 居民说有500个", "[注]: 居民说有500个\n"),
        ("一段\n---", "一段\n"),
        ("联系<a@b.cn>", "联系<a@b.cn>\n"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;\n"),
        ("甲&#10;乙", "甲 乙\n"),
        ("    缩进", "缩进\n"),
        ("`代码`", "`代码`\n"),
    ],
)
def test_nothing_written_is_swallowed(written, text):
    found = draft("pages/x.md", f"---\ntitle: 一\nsummary: 二\n---\n{written}".encode(), "page")
    entry = read(found, Extractor(Vocabulary({})), {}, default()).entry
    assert entry is not None
    assert entry.text == text


@pytest.mark.parametrize(
    ("written", "text", "href"),
    [
        ("[[a]]", "甲题", "/a"),
        ("[[文字|a]]", "文字", "/a"),
        ("[[a#s]]", "甲题", "/a#s"),
        ("[[文字|a#s]]", "文字", "/a#s"),
        ("| x |\n|---|\n| [[文字|a]] |", "文字", "/a"),
        ("[[none]]", "none", None),
    ],
)
def test_links(written, text, href):
    document = parse(written, {"a": "甲题"})
    html = render(document, [], lambda to, step: None if to == "none" else f"/{to}" + (f"#{step}" if step else ""))
    page = html.html(0, 999)
    assert text in document.text
    assert (f'<a data-note="1" href="{href}" rel="noopener noreferrer">{text}</a>' in page) == (href is not None)
    assert text in page


def test_figures_are_marked_where_they_stand_even_across_elements():
    document = parse("共**约700**人次，又700人次。", {})
    start = document.text.index("约700")
    marks = [Mark(start, start + 6, "figure-a", "700"), Mark(9, 14, "figure-b", "700")]
    html = render(document, marks, lambda to, step: None).html(0, 99)
    assert html == (
        '<p>共<strong><data class="figure" id="figure-a" value="700">约700</data></strong>'
        '<data class="figure" value="700">人次</data>，又<data class="figure" id="figure-b" value="700">700人次</data>。</p>'
    )


def test_a_ruled_line_stays_with_what_is_before_it():
    document = parse("前文\n\n***\n\n## 标题\n\n后文", {})
    rendered = render(document, [], lambda to, step: None)
    at = document.text.index("标题")
    assert rendered.html(0, at).split() == ["<p>前文</p>", "<hr>"]
    assert rendered.html(at + 2, 99) == "<p>后文</p>"


@given(MARKDOWN, st.integers(0, 50), st.integers(1, 20))
def test_marks_change_no_text(body, start, length):
    document = parse(body, {})
    end = min(start + length, len(document.text))
    marks = [Mark(start, end, "figure-x", "1")] if start < end else []

    def text(marks):
        return "".join(render(document, marks, lambda to, step: None).root.itertext())

    assert text(marks) == text([])


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<iframe src=https://example.org></iframe>",
    "<svg/onload=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "<javascript:alert(1)>",
    "![x](https://example.org/x.png)",
    "# x {onclick=alert(1) style=color:red}",
    "## x {#a onmouseover=alert(1)}",
    '[[x" onclick="alert(1)|y]]',
    "[x]: javascript:alert(1)\n\n[x]",
    "<a href='javascript:alert(1)'>x</a>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_markdown_comes_out_harmless(text):
    from bs4 import BeautifulSoup

    page = BeautifulSoup(render(parse(text, {}), [], lambda to, step: f"/{to}").html(0, 9999), "html.parser")
    assert not page.find_all(["script", "img", "iframe", "svg", "style", "object", "embed", "form"])
    for tag in page.find_all(True):
        assert set(tag.attrs) <= {"href", "rel", "id", "class", "value", "start", "data-note"}
        assert not str(tag.get("href", "")).strip().lower().startswith(("javascript:", "data:", "vbscript:"))


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("[a](https://x.cn/1) [b](https://x.cn/1) [c](/d)", [("a", "https://x.cn/1"), ("c", "/d")]),
        ("[x](javascript:alert(1)) [y](vbscript:x) <a href=' JavaScript:alert(1)'>z</a>", []),
        ("[x](#here) [broken](http://[)", [("broken", "http://[")]),
        ("[mail](mailto:a@b.cn)", [("mail", "mailto:a@b.cn")]),
        ("[*强*调](/d)", [("强调", "/d")]),
    ],
)
def test_each_place_that_links_lead_to_has_one_footnote(text, notes):
    assert list(render(parse(text, {}), [], lambda to, step: None).notes) == notes


@given(st.text(max_size=200))
def test_sanitising_twice_changes_nothing(html):
    once = sanitised(html)
    assert sanitised(once) == once


@pytest.mark.parametrize(
    ("name", "known", "expect"),
    [
        ("九江市", ["九江镇", "里水镇"], "九江镇"),
        ("停车", ["停车治理", "垃圾分类"], "停车治理"),
        ("议事协尚", ["议事协商", "协商"], "议事协商"),
        ("完全无关", ["停车治理"], None),
    ],
)
def test_nearest(name, known, expect):
    assert nearest(name, known) == expect
