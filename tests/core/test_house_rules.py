"""What a collection asks of its authors besides, by its own files: `check` reminds of it."""

import datetime

import pytest

from casebook.files import read_site
from casebook.reading.template import template
from casebook.tables import text_of

METHOD, CASE = "methods/talk-it-over.md", "cases/taoyuan-parking.md"


def warned(content, path: str) -> list[tuple[int, str, str, str]]:
    """(line, field, found, instead) of the warnings of a file, which has no errors."""
    site = read_site(content)
    assert not site.errors
    return [(p.line, p.field, p.found, p.instead) for p in site.warnings if p.path.endswith(path)]


@pytest.fixture
def asking(content):
    """The tiny site, which asks of each step what to do (in 12 characters), who does it and for how long; of needs two."""
    parts = text_of("init/sections.yaml")
    for part, more in (("steps", "opening: 12\n    asks: [谁, 多久]"), ("needs", "items: 2")):
        assert f"\n  {part}:\n" in parts
        parts = parts.replace(f"\n  {part}:\n", f"\n  {part}:\n    {more}\n")
    (content / "sections.yaml").write_text(parts)
    return content


def test_steps_answer_what_is_asked_of_each(asking):
    path = asking / METHOD
    path.write_text(path.read_text().replace("按分数决定。", "按分数决定。\n\n谁：居民。\n\n多久：一次会。"))
    assert warned(asking, METHOD) == [(19, "步骤", "步骤 “打分” 没有写谁、多久", "各写一段:谁：…… 多久：……")]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("每个人给每个办法打分。", None),
        ("先打分。再决定。", "第一段有 2 句、8 字"),
        ("每个人给每一个想得到的办法打分。", "第一段有 1 句、16 字"),
        ("- 谁：居民。\n- 多久：一次会。", "第一句不是一段"),
        ("", "第一句不是一段"),
    ],
)
def test_a_step_begins_with_one_short_sentence_by_itself(asking, written, found):
    path = asking / METHOD
    path.write_text(path.read_text().replace("每个人给每个办法打分。", written).replace("当心", "* 当心"))
    told = [one for one in warned(asking, METHOD) if "第一" in one[2]]
    instead = "标题下面先写一段,只有一句、不超过 12 字,说这一步要做什么;其余另起一段"
    assert told == ([(19, "步骤", f"步骤 “打分” 的{found}", instead)] if found else [])


def test_a_new_method_holds_what_is_asked_of_each_step(asking):
    library = read_site(asking).library
    text = template("method", datetime.date(2026, 11, 22), library.collection, library.vocabulary)
    assert "{#first-step}\n\n〔？一句话说这一步要做什么,不超过 12 字,自成一段〕\n\n〔？" in text
    assert "〕\n\n- 谁：〔？写一两句〕\n- 多久：〔？写一两句〕\n\n## " in text


@pytest.mark.parametrize(("count", "told"), [(1, ["“## 需要什么” 有 1 条"]), (2, []), (3, ["“## 需要什么” 有 3 条"])])
def test_a_part_has_so_many_items(asking, count, told):
    path = asking / METHOD
    items = "\n".join(f"{number}. 纸笔" for number in range(1, count + 1))
    path.write_text(f"{path.read_text()}\n## 需要什么\n\n{items}\n")
    found = [one for one in warned(asking, METHOD) if one[1] == "正文"]
    assert [words for _, _, words, _ in found] == told
    assert {instead for *_, instead in found} <= {"写 2 条,每条开头写 1. 2. 3."}


def test_figures_of_cases_have_evidence(content):
    site, case = content / "site.yaml", content / CASE
    assert warned(content, CASE) == []
    site.write_text(f"{site.read_text()}\nevidence: true\n")
    told = "metrics:\n  - {quote: 3场, evidence: {locator: 第2段, quote: 开了3场议事会}}\nsources:"
    case.write_text(case.read_text().replace("sources:", told))
    ((line, field, found, instead),) = warned(content, CASE)
    assert (line, field) == (15, "metrics")
    assert found == "4 个数字没有附出处:约20名、21天、5020.86元、1份"
    assert instead == "在 metrics 里各写一行,例如 - {quote: 约20名, evidence: {locator: 第几段, quote: 原话}}"
