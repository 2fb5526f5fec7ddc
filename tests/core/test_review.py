"""What a review tells of proposed content: two states of a small collection in a real repository."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.__main__ import main
from casebook.drafting.page import Page
from casebook.review import SourceText
from casebook.review.markdown import code, plain
from casebook.review.sources import COPIED, bare
from tests.conftest import SITE
from tests.repository import Repository

SOURCE = """桃园小区停车简报
2022年7月

居民自己数车，一共数到三百六十五辆。
约20名居民参加了议事会，前后开了两场。
居民代表把意见一条一条写下来，贴在门口公示七天再表决。
项目共支出3万元，惠及1200户。
"""
CASE = """---
title: 桃园小区数车
title_en: Counting Cars
summary: 桃园小区的居民自己数车，数清楚以后开议事会，约20名居民参加；停车以后好了多少，简报没有写，花费也没有写明白，只有一个总数。
added: 2026-11-21
period: 2022-07
places: [桃园小区]
forms: [服务项目]
actors: [居民]
themes: [停车治理]
sources: [heping-report]
caveats:
  - {kind: 存疑, text: 简报没有写停车前后的变化。}
metrics:
  - {quote: 约20名, evidence: {locator: 第4段, quote: 约20名居民参加了议事会}}
  - {quote: 两场, evidence: {locator: 第9段, quote: 前后开了两场}}
  - {quote: 50辆, evidence: {locator: 第3段, quote: 一共数到50辆}}
---

## 问题

车没处停，来了50辆外面的车。

## 怎么做

### 开议事会 {#meet}

约20名居民参加，开了两场。居民代表把意见一条一条写下来，贴在门口。

## 局限

没有写。
"""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    found = Repository(tmp_path / "repository")
    shutil.copytree(SITE, found.content, dirs_exist_ok=True)
    found.git("add", "-A")
    found.git("commit", "-q", "-m", "x")
    return found


@pytest.fixture
def review(repository: Repository, capsys, monkeypatch, tmp_path) -> Callable[..., str]:
    monkeypatch.chdir(repository.root)
    (tmp_path / "source.txt").write_text(SOURCE, encoding="utf-8")

    def told(*options: str, code: int = 0) -> str:
        assert main(["review", "main", *options]) == code
        return capsys.readouterr().out

    return told


@pytest.fixture
def with_source(review, tmp_path) -> Callable[[], str]:
    return lambda: review("--source", str(tmp_path / "source.txt"))


def test_where_nothing_is_proposed_nothing_is_told(review):
    assert review() == "## 审稿单：没有改动页面\n\n**检查没有问题。**\n"


def test_a_figure_s_evidence_is_looked_up_in_the_source(repository, with_source):
    repository.write("cases/counting.md", CASE)
    told = with_source()
    assert "**数字** 3 个：在原文那一段里 1、在原文别的段 1、原文里没有 1" in told
    assert "| 约20名 | 参与人数 | 约20名居民参加，开了两场。 | ✓ 第4段“约20名居民参加了议事会” |" in told
    assert "⚠ 第9段“前后开了两场” 在第4段" in told
    assert "✗ 第3段“一共数到50辆” 原文里没有" in told


def test_without_the_source_nothing_is_said_of_it(repository, review):
    repository.write("cases/counting.md", CASE)
    told = review()
    assert "**数字** 3 个：没有给原文，无从核对 3" in told
    assert "照抄" not in told
    assert "本页没有的数字" not in told


def test_what_was_copied_and_what_was_left_out_is_told(repository, with_source):
    repository.write("cases/counting.md", CASE)
    told = with_source()
    assert "**照抄原文 11 字以上** 1 处\n\n- “代表把意见一条一条写下来贴在门口”（source.txt）" in told
    left_out = told.partition("**原文里有、本页没有的数字**")[2].partition("**步骤**")[0]
    assert [line.partition("（")[0] for line in left_out.splitlines() if line.startswith("- ")] == [
        "- 三百六十五辆",
        "- 七天",
        "- 3万元",
        "- 1200户",
    ]
    assert "source.txt 第6段：项目共支出3万元，惠及1200户。" in left_out


def test_a_case_that_may_be_there_already_is_named(repository, review):
    text = (repository.content / "cases" / "taoyuan-parking.md").read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    repository.write("cases/again.md", text.replace(title, f"{title}再说一遍").replace("aliases:", "no_links:"))
    told = review(code=0)
    assert "**可能已经有了**" in told
    assert "`content/cases/taoyuan-parking.md`）：标题相近、同一来源、同一地点、几个数字相同" in told


def test_another_case_of_the_same_source_is_no_double(repository, review):
    repository.write(
        "cases/counting.md",
        CASE.replace("places: [桃园小区]", "places: [和平镇]").replace("title: 桃园小区数车", "title: 和平镇换灯"),
    )
    assert "可能已经有了" not in review(code=0)


def test_what_readers_ask_for_is_told_typed_or_lacking(repository, review):
    repository.write("cases/counting.md", CASE)
    (line,) = [line for line in review().splitlines() if line.startswith("**完整程度**")]
    assert "写了：起止日期、分步写的做法；" in line
    assert "写明来源没有：结果的数字（存疑）" in line
    assert "没有写，也没有说明：用了多少人、用了多久、花了多少钱" in line


def test_terms_addresses_and_pages_that_came_and_went_are_told(repository, review):
    repository.write("cases/counting.md", CASE.replace("places: [桃园小区]", "places: [梨园社区]"))
    places = repository.content / "vocabulary" / "places.yaml"
    row = "\n- {id: liyuan, zh: 梨园社区, en: Liyuan Community, level: community, parent: heping-town}\n"
    places.write_text(places.read_text(encoding="utf-8").rstrip() + row, encoding="utf-8")
    told = review()
    assert "新增 1 页" in told
    assert "- places `liyuan` 梨园社区（在" in told
    assert "- `cases/counting/`：`#step-meet`" in told
    assert "- `places/liyuan/`" in told


def test_a_page_that_cannot_be_read_is_named_and_the_review_fails(repository, review):
    repository.write("cases/counting.md", CASE.replace("added: 2026-11-21", "added: 2026-11-31"))
    told = review(code=1)
    assert "- 读不了，先改错误：`cases/counting.md`" in told
    assert "- 错误 `content/cases/counting.md:5` added：" in told


def test_an_unknown_commit_is_refused(repository, monkeypatch, capsys):
    monkeypatch.chdir(repository.root)
    assert main(["review", "no-such-branch"]) == 2
    assert "git 不认识提交 “no-such-branch”" in capsys.readouterr().err


@pytest.mark.parametrize("ref", ["--output=x", "-p"])
def test_a_commit_is_never_an_option(repository, monkeypatch, capsys, ref):
    monkeypatch.chdir(repository.root)
    assert main(["review", "--", ref]) == 2
    assert not (repository.root / "x").exists()


def test_a_source_that_cannot_be_read_is_named(review, capsys):
    assert review("--source", "nowhere.txt", code=2) == ""


def test_what_strangers_write_formats_links_and_mentions_nothing(repository, review):
    odd = "![x](https://e.org/x.png) <b> @all | `"
    repository.write("cases/counting.md", CASE.replace("title: 桃园小区数车", f'title: "{odd}"'))
    told = review()
    assert "![x]" not in told
    assert "<b>" not in told
    assert "@all" not in told


def test_paragraphs_of_a_web_page_are_counted_as_draft_counts_them(repository, review, tmp_path):
    repository.write("cases/counting.md", CASE)
    lines = "".join(f"<p>{line}</p>" for line in SOURCE.split("\n")[1:] if line)
    head = (
        "<!doctype html><title>桃园小区停车简报</title><nav><p>首页</p><p>更多新闻</p></nav><h1>桃园小区停车简报</h1>"
    )
    (tmp_path / "source.html").write_text(f"{head}{lines}", encoding="utf-8")
    assert "✓ 第4段“约20名居民参加了议事会”" in review("--source", str(tmp_path / "source.html"))


@given(st.text(max_size=60))
def test_words_of_strangers_stay_on_one_line(text):
    for told in (plain(text), code(text)):
        assert "\n" not in told
    assert "`" not in code(text)[1:-1]


@given(st.text("甲乙丙丁戊己庚辛壬癸子丑，。 ", min_size=12, max_size=60), st.integers(0, 40))
def test_a_run_is_found_wherever_it_stands_and_no_shorter_one(text, at):
    source = SourceText("x", Page(text, (0,), "", "", "", ""))
    runs = list(source.copied(f"寅卯{text[at:]}辰巳", ()))
    long_enough = len(bare(text[at:])) >= COPIED
    assert bool(runs) == long_enough
    assert all(len(run) >= COPIED and run in bare(text) for run in runs)


@pytest.mark.parametrize(
    ("text", "is_copied"),
    [
        ("2023年5月盛世桃源", False),  # a date and half a name
        ("2023年5月12日上午10时盛世桃源小区", False),
        ("二〇二三年五月十二日120名志愿者", False),
        ("2023年5月盛世桃源居民自己一家一家数车", True),
        ("居民代表把意见一条一条写下来", True),
    ],
)
def test_dates_numbers_and_names_are_not_copied(text, is_copied):
    source = f"从前{text}以后"
    found = SourceText("a", Page(text=source, starts=(0,), title="", publisher="", date="", url=""))
    assert bool(list(found.copied(f"这里{text}，", ["盛世桃源小区"]))) is is_copied


def test_problems_stand_on_their_lines_and_command_nothing(repository, monkeypatch, capsys):
    monkeypatch.chdir(repository.root)
    repository.write("cases/counting.md", CASE.replace("themes: [停车治理]", "themes: ['停车%0A::error::']"))
    assert main(["check", "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)
    (told,) = [line for line in lines if line.startswith("::error")]
    assert told.startswith("::error file=content/cases/counting.md,line=10,title=themes[0]::“停车%250A::error::”")
