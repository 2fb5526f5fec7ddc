"""The limits of a file: what is beyond one is refused where it stands, with what to do; real articles stay far below."""

from functools import partial
from pathlib import Path

import pytest

from casebook.reading import draft, read_vocabulary
from casebook.reading.bounds import LONGEST_TITLE, OF_BODIES, OF_PARAGRAPHS, beyond
from casebook.reading.drafts import Draft
from casebook.reading.findings import Finding, few
from casebook.reading.validation import crowded
from tests.conftest import ROOT
from tests.work import lines_run

MARGIN = 7  # times what the largest real file has


@pytest.mark.parametrize(
    ("body", "line", "found"),
    [
        ("甲" * 20_001, 1, "这一段有 20001 字"),
        ("甲\n\n" + "乙\n" * 1_001, 3, "这一段有 1002 行"),
        ("甲\n\n" + "|甲" * 101, 3, "这一段里有一行写了 101 个 “|”"),
        ("甲\n\n" + "[" * 51 + "]" * 51, 3, "这一段有 51 层 “[” 套在一起或没有配对"),
        ("甲\n\n" + "]" * 51 + "[" * 51, 3, "这一段有 51 层 “[” 套在一起或没有配对"),
        ("![" * 51, 1, "这一段有 51 层 “[” 套在一起或没有配对"),
        ("[甲](" * 51, 1, "这一段有 51 层 “(” 套在一起或没有配对"),
        ("甲\n\n" + ">" * 31 + " 乙", 3, "引用套了 31 层"),
        ("甲\n\n" * 2_501, 5_001, "正文到这里有 5002 行"),
        ("\n" * 10_001, 5_001, "正文到这里有 5002 行"),
        ("## 甲\n乙\n" * 100 + "\n" + "# 丙\n\n" * 401, 1_002, "正文到这里有 501 个标题"),
        ("[[甲]]，\n\n" * 1_001, 2_001, "正文到这里有 1001 个站内链接"),
        ("1、" * 6_000 + "\n\n" + "1、" * 6_000, 3, "正文到这里有 12000 个数字"),
        ("甲\n\n" + "|甲" * 50 + "|\n" + "|-" * 50 + "|\n" + "|乙\n" * 400, 3, "表格到这里有 20956 格"),
        ("|甲|乙|\n|-|-|\n|1|2|\n\n" * 1_200, 0, ""),
    ],
)
def test_beyond_a_bound(body: str, line: int, found: str) -> None:
    assert [(one.line, one.found) for one in beyond(body, 1)] == ([(line, found)] if found else [])


def test_front_matter_beyond_a_bound() -> None:
    rows = "".join(f"- 甲{number}\n" for number in range(201))
    keys = ", ".join(f"a{number}: 1" for number in range(201))
    text = f"title: {'甲' * 2_001}\naliases:\n{rows}metrics:\n- {{quote: {'乙' * 2_001}}}\n- {{{keys}}}\n"
    refused = read(f"---\n{text}---\n\n正文\n")
    assert refused.front is not None
    assert [(one.line, one.field, one.found) for one in crowded(refused.front, refused.path)] == [
        (2, "title", "写了 2001 字"),
        (3, "aliases", "写了 201 项"),
        (206, "metrics[0].quote", "写了 2001 字"),
        (207, "metrics[1]", "写了 201 项"),
    ]
    assert refused.title == "甲" * LONGEST_TITLE  # which stands in every link to it


@pytest.mark.parametrize("path", sorted(ROOT.glob("content/*/*.md")), ids=lambda path: path.stem)
def test_real_articles_stay_far_below(path: Path) -> None:
    found = read(path.read_text())
    assert found.parts is not None
    assert found.front is not None
    paragraphs = found.parts.body.split("\n\n")
    for bound in OF_PARAGRAPHS:
        assert max(map(bound.measure, paragraphs)) * MARGIN <= bound.most
    for bound in OF_BODIES:
        assert sum(map(bound.measure, paragraphs)) * MARGIN <= bound.most


def test_of_many_findings_alike_a_hundred_are_told() -> None:
    found = [Finding(line, "正文", f"“{line}” 会显示成文字", "删去") for line in range(1, 251)]
    other = Finding(7, "正文", "空的", "写上")
    assert list(few([*found, other])) == [*found[:100], other, found[100]._replace(found="这样的还有 150 处")]


@pytest.mark.parametrize("row", [b"- {zh: a}\n", b"- a\n", b"a: b\n", b"- *a\n"])
def test_a_vocabulary_of_nothing_but_errors_is_read_to_the_thousandth(row: bytes) -> None:
    vocabulary, problems = read_vocabulary({"content/vocabulary/themes.yaml": row * 3_000})
    assert len(problems) < 1_100
    assert "前面已有 1000 处以上的错误,从这里起没有再读" in [problem.found for problem in problems]
    assert vocabulary.is_broken("themes", "议事")  # what was not read is not called unknown


def test_marks_of_conflicts_are_told_a_hundred_times() -> None:
    refused = read("=======\n" * 1_000)
    assert len(refused.problems) < 110


def test_to_refuse_costs_no_more_than_the_size() -> None:
    for piece in ("[", "甲\n\n", "|", "> "):
        once, twice = (lines_run(partial(list, beyond(piece * times, 1))) for times in (200, 400))
        assert twice <= 2 * once


def read(text: str) -> Draft:
    return draft("content/cases/a.md", text.encode(), "case")
