"""Articles: the plain text of what is given as HTML or Markdown, and where it stands there."""

import re
import sys
import time
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.articles import TooLongError, article, decoded, markdown
from casebook.reading.bounds import LONGEST_ARTICLE
from tests.cues import PLAIN
from tests.work import lines_run

HTML = [
    ("约<b>700</b>人次", "约700人次", "inline tags vanish without a gap"),
    (
        "<p>一、摸底</p><p>二、议事<br/>三、行动",
        "一、摸底\n二、议事\n三、行动",
        "blocks and <br> part lines, closed or not",
    ),
    ("<ul>\r\n <li>25场\r\n <li>41名", "25场\n41名", "layout is no text"),
    ("<tr><td>场次</td>\n<td>25场</td></tr><tr><th>人次", "场次\t25场\n人次", "cells are parted by tabs"),
    ("5&#44;020&#x5143;&#20803", "5,020元元", "numbers of characters"),
    ("甲&amp;乙&nbsp;&lt;b&gt; &copy2022 &foo; & &# &", "甲&乙 <b> ©2022 &foo; & &# &", "names, without ; too"),
    (f"&#{'9' * 5000};", "□" + ";", "no character has so long a number"),
    ("共\r\n  700\r\n人次 in\nall", "共700人次 in all", "a line break in the source is nothing beside Chinese"),
    ("共<b>\n</b>&#20154;", "共人", "and Chinese may be written as a reference"),
    ("<pre>甲\n乙</pre>丙\n丁", "甲\n乙\n丙丁", "but a line break in <pre> is one"),
    ("<title>5人</title><style>a>b{}</style>700<script>if (a<b) '</p>'</script>人", "700人", "what is not shown"),
    ("甲<SCRIPT>5人</script >乙<!-- <p>6人 -->丙<!DOCTYPE x><?php 7 ?>丁", "甲乙丙丁", "nor are comments"),
    ("<nav>首页<ul><li>5人</nav>甲<aside>6人</aside><footer>7人", "甲", "what leads elsewhere"),
    ("共<del>80人</del><s>7</s><strong>90人</strong>", "共90人", "what is struck"),
    ("<head><meta><title>x</title><p>甲", "甲", "a head that is never closed"),
    ("<template><template>5</template>6</template>甲<nav/>乙<svg/>丙", "甲\n乙丙", "within each other; empty"),
    ("<a title=\"a>b\" href='</p>' x=y>甲</a>", "甲", "a quoted value may hold a tag"),
    ("3<5, 5 > 3 <3 < 甲<", "3<5, 5 > 3 <3 < 甲<", "not every < begins a tag"),
    ("</div>甲</b></nav></><//>乙<![x[5人]]>丙<!>丁<!-->戊<a href='5人", "甲\n乙丙丁戊", "broken"),
    ("\ufeff<p>甲", "甲", "a byte order mark"),
    ("", "", "nothing"),
]
MARKDOWN = [
    ("---\ntitle: 5人\n---\n\n约**700**人次", "\n\n约700人次", "front matter is left out"),
    ("\ufeff---\r\na: 1\r\n---\r\n甲\r\n乙", "\r\n甲\r\n乙", "after a mark, with CRLF"),
    ("---\n甲", "\n甲", "a line is no front matter"),
    ("## 一、摸底 {#survey}\n### 1\\. 入户 ##\n# 甲#1", "一、摸底\n1. 入户\n甲#1", "headings"),
    ("> - *25*场\n> * [x] _7_ 名\n1. __甲__", "25场\n7 名\n1. 甲", "quotes, lists, emphasis; numbers tell steps"),
    (
        "3*5 a_b_c 3 * 5 3~5场 `甲` ~~乙~~ \\*丙\\*",
        "3*5 a_b_c 3 * 5 3~5场 甲  *丙*",
        "no emphasis; code; struck; escapes",
    ),
    ("[[街坊会|x#y]][[里水]][[x#y]][[甲\\|x]]", "街坊会里水x甲", "links to pages"),
    ("[网址](http://a/(b)c '5人')[1](x ![5人](y.png)甲[^1]", "网址[1](x 甲", "links, pictures, notes"),
    ("甲\n{: .general}\n\n{乙}", "甲\n\n\n{乙}", "attributes"),
    ("| 场次 | 25场 |\n|:--|--:|\n", "\t 场次 \t 25场 \t\n\n", "tables"),
    ("共~~80人~~<del>7</del>90人，3~5场，又2~3场", "共90人，3~5场，又2~3场", "struck, but not between signs of ranges"),
    ("- 甲\n  - **“乙”**丙\n- - -\n- 丁", "甲\n**“乙”**丙\n\n丁", "as on our own pages"),
    (">" * 40 + "甲", ">" * 40 + "甲", "too deep to be meant"),
    ("甲\n===\n```python\n乙\n```", "甲\n\n\n乙\n", "rulers and fences"),
    ("约<b>7&#48;0</b>人<br>次<!-- 5人 --><http://x> a<b", "约700人\n次http://x a<b", "HTML in it"),
]


@pytest.mark.parametrize(("given", "text", "why"), HTML)
def test_text_of_html(given: str, text: str, why: str) -> None:
    assert article(given, ".html").text == text, why


@pytest.mark.parametrize(("given", "text", "why"), MARKDOWN)
def test_text_of_markdown(given: str, text: str, why: str) -> None:
    assert article(given, ".MD").text == text, why


@pytest.mark.parametrize(
    ("suffix", "given", "slices"),
    [
        (".html", "<p>约<b>7<!-- 8 --><i>0</i>0</b>人次", ["约<b>7<!-- 8 --><i>0</i>0</b>人次"]),
        (".html", "\ufeff\r\n&quot;<b>41&#21517;</b>商家&amp;5\r\n场", ["41&#21517;", "5\r\n场"]),
        (".html", "筹款5&#44;020 &#20803;。", ["5&#44;020 &#20803;"]),
        (".htm", "服务<td>近700 <b>人次</b></td>", ["近700 <b>人次"]),
        (".md", "---\r\nn: 5人\r\n---\r\n## 约**700**人次\r\n\\*_41_ 名", ["约**700**人次", "41_ 名"]),
        (".txt", "\ufeff约<b>41名&amp;\r\n5场", ["41名", "5场"]),
    ],
)
def test_spans_lead_into_what_was_given(suffix: str, given: str, slices: list[str]) -> None:
    read = article(given, suffix)
    assert [given[slice(*read.span(m.start, m.end))] for m in PLAIN.metrics(read.text)] == slices


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("\n<!DOCTYPE html>\n<p>甲", "甲"),
        ("<!-- x --><b>甲</b>", "甲"),
        ("<P class=a>甲&amp;乙", "甲&乙"),
        ("\ufeff---\na: 1\n---\n**甲**", "\n甲"),
        ("<摘要>甲&amp;", "<摘要>甲&amp;"),
        ("a <b>甲</b>", "a <b>甲</b>"),
        ("**甲**", "**甲**"),
    ],
)
def test_without_a_file_name_the_beginning_tells(given: str, text: str) -> None:
    assert article(given).text == text


def test_utf_8_or_else_gb18030() -> None:
    assert decoded("议事𠀀".encode()) == decoded("议事𠀀".encode("gb18030")) == "议事𠀀"
    assert decoded(b"\xef\xbb\xbfa\r\n") == "\ufeffa\r\n"
    with pytest.raises(UnicodeDecodeError):
        decoded(b"\xff\xfe\x00")


FIGURES = "约近700人次25场5,020元三百多名一半12%社区服务、，。"
TAGS = ["<b>", "</b>", "<i class='a>b'>", "</span>", "<!-- 3人 -->", "<a href=x>", "<![if 5]>", "<script>6人</script>"]
TAGGED = st.lists(st.tuples(st.sampled_from(FIGURES), st.lists(st.sampled_from(TAGS), max_size=2)))


@given(TAGGED)
def test_tags_between_characters_change_nothing(characters: list[tuple[str, list[str]]]) -> None:
    text = "".join(char for char, _ in characters)
    source = "".join(char + "".join(tags) for char, tags in characters)
    read = article(source, ".html")
    assert read.text == text
    for metric in PLAIN.metrics(read.text):
        part = source[slice(*read.span(metric.start, metric.end))]
        assert re.sub("|".join(map(re.escape, TAGS)), "", part) == metric.text


PIECES = "< > </ <b <!-- --> & &# amp; ' \" = [[ ]] ]( | * _ # ` <nav> <script> <br> {# } \\ 甲"
MARKS = st.lists(st.sampled_from([*PIECES.split(), "---\n", "\n", " "]))


@given(st.one_of(st.text(), MARKS.map("".join)), st.sampled_from([".html", ".md", ".txt", None]))
def test_segments_lie_in_order_and_say_where_they_are_from(given: str, suffix: str | None) -> None:
    read = article(given, suffix)
    assert all(a.end == b.start and a.given_end <= b.given_start for a, b in pairwise(read.segments))
    assert [segment.end for segment in read.segments[-1:]] == [len(read.text)] * bool(read.text)
    assert all(start < end and from_start < from_end for start, end, from_start, from_end in read.segments)
    spans = [read.span(segment.start, segment.end) for segment in read.segments]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(given) for start, end in spans)
    assert read.before or spans == [segment[2:] for segment in read.segments]


@pytest.mark.parametrize(
    ("given", "text", "figures"),
    [
        ("来了\u202e57\u202c名志愿者,3名居民", "来了□名志愿者,3名居民", ["3名"]),
        ("\u202b1.5万人\n5名", "□\n5名", ["5名"]),
        ("第\u200f3、7名", "第□、7名", ["7名"]),
        ("共有5\u200b7名\xad志愿者", "共有57名志愿者", ["5\u200b7名"]),
        ("募得1,\u2060260\u200e元", "募得1,260元", ["1,\u2060260\u200e元"]),
        ("5\x007名,三\ue000百名,5\u03360名,6\ufffd8名,9\u20281名", "□名,□名,□名,□名,□名", []),
        ("甲\u2028乙\x0c丙", "甲\n乙\n丙", []),
        ("⼗名⼈,六\uf9d1名", "十名人,六六名", ["⼗名"]),
        ("cafe\u0301 5名", "café 5名", ["5名"]),
        ("<p>5&#8203;7名,&#x202e;12&#x202c;名", "57名,□名", ["5&#8203;7名"]),
    ],
)
def test_a_number_with_hidden_characters_is_read_as_it_shows_or_not_at_all(given, text, figures) -> None:
    read = article(given, ".html" if given.startswith("<") else ".txt")
    assert read.text == text
    assert [given[slice(*read.span(m.start, m.end))] for m in PLAIN.metrics(read.text)] == figures


HIDDEN = "\u200b\xad\ufeff\U000e0033\u202e\u202c\u200f\x00\x1b\ue000\ufffd\u0336\u2028\x0c"


@given(st.lists(st.text(HIDDEN, max_size=3), min_size=7, max_size=7))
def test_no_hidden_character_makes_another_number(hidden) -> None:
    given = "".join(char + after for char, after in zip("共57名志愿者", hidden, strict=True))
    assert {metric.value for metric in PLAIN.metrics(article(given, ".txt").text)} <= {57}


def test_a_long_article_is_read_in_parts_that_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "_LEAST", 1000)
    piece = "- 甲**乙**\n  > 丙<!-- 5人\n\n6人 -->丁\n\n1. 共`700`人次\n\n| 戊 |\n|---|\n| 己 |\n\n"
    once = article(piece, ".md").text
    assert article(piece * 50, ".md").text == once * 50
    assert article("甲*乙*\n" * 1000, ".md").text == "甲乙\n" * 1000


@pytest.mark.no_cover  # it would count the lines of the tracer
@pytest.mark.parametrize("piece", ["1. a\n", "\n\n\na"])
def test_of_what_is_too_long_the_rest_is_not_read(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "_LEAST", 100)
    monkeypatch.setattr(sys.modules[TooLongError.__module__], "LONGEST_ARTICLE", 3_000)
    once, four = (lines_run(partial(refused, piece * (size // len(piece)))) for size in (7_000, 28_000))
    assert once > 1_000
    assert four < 1.1 * once


@pytest.mark.no_cover
@pytest.mark.parametrize("piece", ["\\*", "`a`", "![a](b)", "<a>", "[", "data:\\*", "_*"])
def test_of_a_line_without_end_nothing_is_read(piece: str) -> None:
    assert lines_run(partial(refused, piece * (1_000_000 // len(piece)))) < 100


def refused(given: str) -> None:
    with pytest.raises(TooLongError):
        article(given, ".md")


def test_pictures_in_a_line_of_text_may_have_megabytes() -> None:
    picture = f"![图](data:image/png;base64,{'iVBORw0KGgo+/' * 80_000}==)"
    assert article(f"共700{picture}人次，*25*{picture}场", ".md").text == "共700人次，25场"


REPEATED = "<b> & [ < <!-- <a </ <a<b <script> <nav> &amp; ]( [a]( ![ [[a| {# * ** a_ ` > | -| # ("


@pytest.mark.no_cover  # else it is the time of the tracer
@pytest.mark.parametrize("suffix", [".html", ".md"])
@pytest.mark.parametrize("piece", [*REPEATED.split(), "<a ", "<a href='", "= ", " \n", "- ", "---\n", " #"])
def test_time_is_linear(piece: str, suffix: str) -> None:
    """Ten times the text may take some ten times as long, not a hundred times."""
    text = piece * (LONGEST_ARTICLE // len(piece))
    short = _seconds(text[: len(text) // 10], suffix)
    assert _seconds(text, suffix) < 40 * short + 1


def _seconds(text: str, suffix: str) -> float:
    start = time.process_time()
    article(text, suffix)
    return time.process_time() - start
