"""Whatever the article, there is a draft that `check` accepts, with questions alone, or a refusal with advice."""

import functools
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.articles import article
from casebook.documents import document
from casebook.drafting import DraftText, drafted
from casebook.drafting.how import LONGEST
from casebook.files import read_gazetteer, read_site
from casebook.library import Library
from casebook.reading.entries import Basis, File, read_entries
from casebook.wrong import Wrong
from tests.conftest import FROZEN, placed
from tests.core.test_drafting import FORM, MEMORY, NEWS, PAGE, TODAY, WECHAT

ODD = """开福区捞刀河街道凤羽村：“一事一议”（试行）
# 第1步 *先* [谈](x) {#a}: 居民 & 业主 <b>开会</b>
- 比例 1 : 1，1，100元，2O人，约3-5万元，10元内；`代码` ~~删~~ 〔2021〕3号〔？问〕
王大爷"带头"捐了1,200.50元: 'x' # 不是注释
---
"""
QUOTED = NEWS.replace("车位，业主", '车位."要花3万多元."业主').replace("“现在", "'现在").replace("[", "{")
LONG_PAGE = PAGE.replace("居民清了3吨杂物。", "和平镇桃园小区的居民和志愿者一起商量，三天清了3吨杂物，楼道宽敞了。")
TEXTS = {
    "news": NEWS,
    "form": FORM,
    "memory": MEMORY,
    "page": LONG_PAGE,
    "wechat": WECHAT * 3,
    "odd": ODD,
    "quoted": QUOTED,
}


@pytest.fixture(scope="module")
def library() -> Library:
    return placed()


@functools.cache
def made(text: str, library: Library) -> DraftText | Wrong:
    read = document(text.encode())
    return read if isinstance(read, Wrong) else drafted(read, library, TODAY)


def problems(draft: DraftText, library: Library) -> list:
    basis = Basis(library.vocabulary, library.gazetteer, library.collection.sections)
    read = read_entries([File(f"content/cases/{draft.slug}.md", draft.text.encode(), "case")], basis)
    return [*read.readings[0].problems, *read.problems]


def copied(words: str, text: str) -> list[str]:
    """What `words` have of the article in more characters than may stand in a draft as they are."""
    given = "".join(article(text, ".txt").text.split())
    runs = [words[at : at + LONGEST + 1] for at in range(len(words) - LONGEST)]
    return [run for run in runs if run in given and re.search("[一-鿿]", run)]


@pytest.mark.parametrize("name", TEXTS)
def test_check_finds_nothing_but_what_a_draft_asks(library, name):
    draft = made(TEXTS[name], library)
    assert isinstance(draft, DraftText)
    told = problems(draft, library)
    assert [str(one) for one in told if one.severity == "error"] == []
    assert [one for one in told if one.severity == "todo"]


@pytest.mark.parametrize("name", TEXTS)
def test_no_sentence_of_the_article_stands_in_the_body(library, name):
    draft = made(TEXTS[name], library)
    body = draft.text.split("\n---\n", 1)[1]
    for figure in (*draft.found.figures, *draft.found.left):
        body = body.replace(figure.words, " ")
    assert copied(body, TEXTS[name]) == []


@pytest.mark.parametrize("name", TEXTS)
def test_no_sentence_of_the_article_stands_in_a_comment(library, name):
    draft = made(TEXTS[name], library)
    comments = "\n".join(re.findall(r"#(.*)", draft.text.split("\n---\n", 1)[0]))
    assert copied(comments, TEXTS[name]) == []
    assert "\n  - {organisation:" not in draft.text or re.search("role: .*}  # 第[0-9]+段", draft.text)


def test_a_memory_is_drafted_with_a_source_that_was_only_told(library):
    told = made(MEMORY, library)
    assert isinstance(told, DraftText)
    assert told.found.source.is_memory
    head = told.text.split("\n---\n", 1)[0]
    assert "  - title: 口述：〔？" in head
    assert f"    date: {TODAY}" in head
    assert "    grade: e\n" in head
    assert "evidence" not in head
    assert not made(NEWS, library).found.source.is_memory, "in an article only who is quoted says 我"


@pytest.mark.parametrize("name", TEXTS)
def test_no_resident_has_a_name_in_it(library, name):
    text = made(TEXTS[name], library).text
    for person in ("张阿姨", "李建国", "老张", "王大爷"):
        assert person not in text


def test_figures_of_a_draft_are_those_that_are_read_in_it(library):
    draft = made(NEWS, library)
    for figure in draft.found.figures:
        assert f"- {figure.words}（" in draft.text
        assert f"locator: 第{figure.said.paragraph}段" in draft.text


def test_the_rule_for_paragraphs_is_said(library):
    assert "段数从第一行（网页从标题）数起，标题、署名行都算，空行不算" in made(NEWS, library).text


def test_two_drafts_of_one_article_are_equal(library):
    assert made.__wrapped__(FORM, library) == made(FORM, library)


WITHOUT = """
import datetime, sys
for name in ("ahocorasick_rs", "nh3", "opencc", "pypinyin", "bs4", "mammoth", "lunr"):
    sys.modules[name] = None  # whoever imports it fails
from pathlib import Path
from casebook.articles import article
from casebook.drafting import drafted
from casebook.files import read_site
draft = drafted(article(sys.stdin.read()), read_site(Path(sys.argv[1])).library, datetime.date(2026, 11, 30))
print(len(draft.found.figures), draft.text.startswith("---"))
"""


def test_drafts_are_made_without_what_browsers_lack(library):
    figures = len(made(NEWS, library).found.figures)
    for text in (NEWS, LONG_PAGE):
        run = [sys.executable, "-c", WITHOUT, str(FROZEN)]
        done = subprocess.run(run, input=text, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert done.stdout.endswith("True\n")
        assert text != NEWS or done.stdout.startswith(f"{figures} ")


PIECES = (
    "宜昌市西陵区", "葛洲坝街道", "幸福社区", "桃园小区", "居民", "志愿者", "社区居委会", "牵头", "开会", "停车", "垃圾分类", "第一步：", "一、做法与经过",
    "二、成效与反响", "12名", "约3万元", "1 : 1", "一条", "超过100%", "2000元至3000元", "三五天", "2023年2月30日", "2024年3月", "3月12日", "张阿姨", "李建国说",
    "，", "。", "\n", "\n\n", "：", "“", "”", "(", ")", "[", "]", "{", "}", "#", ": ", " #", "---\n", "- ", "|", "`", "*", "&", "<p>", "</p>", "〔？", "〕", "\\", '"', "'",
    "%", "@", "!", "\t", "\u200b", "\ufeff", "\u202e", "𠮷", "👩‍💻", "来源：", "2020-10-10", "http://e.cn/a b", "con", "null", "yes", "0x1",
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), min_size=5, max_size=60))
def test_any_text_is_refused_with_advice_or_drafted_without_an_error(pieces):
    library = _library()
    made_ = made("".join(pieces), library)
    if isinstance(made_, Wrong):
        assert made_.found
        assert made_.instead
    else:
        assert [str(one) for one in problems(made_, library) if one.severity == "error"] == []


def _library(kept: list[Library] = []) -> Library:  # noqa: B006 - read once for all examples
    if not kept:
        kept.append(read_site(FROZEN, gazetteer=read_gazetteer()).library)
    return kept[0]
