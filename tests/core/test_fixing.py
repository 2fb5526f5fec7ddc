"""`check --fix`: what has one right answer is mended, and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.__main__ import main
from casebook.files import read_site
from casebook.folder import UnwritableError
from casebook.locators import meant
from casebook.reading.mending import mended
from tests.core.test_check import BROKEN, MENDED

GOOD = (MENDED / "cases" / "slip-braces-colon-wide.md").read_text(encoding="utf-8")
# what has one right answer, and which of the files in tests/mended shows it
SURE = (
    *("fence-after-blank", "fence-missing-end", "fence-missing-start", "fence-wide", "sign-feff", "sign-zero-width"),
    *("slip-braces-colon-glued", "slip-braces-colon-wide", "slip-bracket-half-wide", "slip-bracket-unclosed"),
    *("slip-bracket-unopened", "slip-brackets-wide", "slip-colon-equals", "slip-colon-glued", "slip-colon-missing"),
    *("slip-colon-glued-everywhere", "slip-dash-glued", "slip-dash-missing", "slip-dash-wide", "slip-key-indented"),
    *("slip-first-key-indented", "slip-item-key-shifted", "slip-key-chinese-wide", "slip-nbsp-colon", "slip-nbsp-term"),
    *(
        "slip-nbsp-indent",
        "slip-nbsp-text",
        "slip-quote-wide",
        "slip-tab-indent",
        "slip-tab-within",
        "slip-wide-indent",
    ),
)
# slips that have one, and such that have none
PIECES = [
    "：",
    ":",
    "\t",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "｛",
    "｝",
    "［",
    "］",
    "【",
    "】",
    "，",
    '"',
    "“",
    "”",
    "'",
    "- ",
    "-",
]
PIECES += [
    "\n",
    "\r\n",
    " ",
    "# 注",
    "#",
    "title:",
    "places：",
    "a: b",
    "[",
    "]",
    "{",
    "}",
    "---",
    "——",
    "```",
    "@",
    "|",
    ">",
]
SPOILT = st.lists(st.tuples(st.integers(0, len(GOOD)), st.sampled_from(PIECES)), max_size=6).map(
    lambda edits: _spoilt(sorted(edits, reverse=True))
)


def _spoilt(edits: list[tuple[int, str]]) -> str:
    text = GOOD
    for at, piece in edits:
        text = text[:at] + piece + text[at:]
    return text


def fixed(text: str) -> tuple[str, list[str]]:
    data, changes = mended(text.encode(), is_entry=True)
    return data.decode(), [f"{one.line} {one.field}" for one in changes]


@pytest.mark.parametrize("name", SURE)
def test_what_has_one_right_answer_is_mended(name):
    data, changes = mended((BROKEN / "cases" / f"{name}.md").read_bytes(), is_entry=True)
    assert data == (MENDED / "cases" / f"{name}.md").read_bytes()
    assert changes


@pytest.mark.parametrize(
    "name",
    ["slip-quote-unclosed", "slip-dash-missing-in-one", "term-role", "date-day", "two-cases", "characters-refused"],
)
def test_what_may_be_meant_otherwise_is_left_to_its_author(name):
    before = (BROKEN / "cases" / f"{name}.md").read_bytes().decode()
    after = mended(before.encode(), is_entry=True)[0].decode()
    assert after.replace("\u202c", "") == before.replace("\u202c", "")  # of the last one what nobody sees has gone


@given(SPOILT)
def test_what_is_mended_stays_as_it_is(text):
    once = fixed(text)[0]
    assert fixed(once) == (once, [])


@given(SPOILT)
def test_no_line_changes_that_is_not_named(text):
    after, changes = fixed(text)
    named = {int(change.split()[0]) for change in changes}
    kept = [line for number, line in enumerate(re.split("\r\n|\r|\n", text), 1) if number not in named and line.strip()]
    rest = re.split("\r\n|\r|\n", after)
    assert all(rest.count(line) >= kept.count(line) for line in kept)
    assert (after == text) == (not changes)


def test_comments_quotation_marks_and_line_ends_are_kept():
    text = GOOD.replace("title_en: Broken", "# 英文\ntitle_en: 'Broken'  # 待改").replace("forms: [", "forms：[")
    after, changes = fixed(text.replace("\n", "\r\n"))
    assert after == text.replace("forms：[", "forms: [").replace("\n", "\r\n")
    assert changes == ["9 forms"]


def test_keys_come_in_order_each_with_its_comments():
    lines = GOOD.split("\n")
    moved = [lines[0], "# 哪里", lines[6], *lines[1:6], *lines[7:]]
    after, changes = fixed("\n".join(moved))
    assert after.split("\n") == [*lines[:6], "# 哪里", *lines[6:]]
    assert changes == ["2 front matter"]
    asked = "\n".join(moved).replace("Broken", "〔？英文标题〕")
    assert fixed(asked) == (asked, [])
    unknown = "\n".join([lines[0], "unknown: x", *moved[1:]])
    assert fixed(unknown) == (unknown, [])


def test_a_place_in_a_source_is_written_as_all_are():
    assert [meant(text) for text in ("37段", "第三十七自然段", "第 37 段", "p.2", "第２页", "第一百零二段")] == [
        *("第37段", "第37段", "第37段", "第2页", "第2页", "第102段"),
    ]
    assert [meant(text) for text in ("开头", "37", "第三节", "第0段", "倒数第2段")] == [None] * 5
    line = "metrics:\n  - {quote: 3场, evidence: {locator: 第三自然段, quote: 谈了3场}}\n---\n"
    after, changes = fixed(GOOD.replace("---\n\n", f"{line}\n", 1))
    assert "locator: 第3段, quote" in after
    assert changes == ["15 locator"]


@pytest.mark.parametrize("data", [b"\xff", b"<<<<<<< a\n=======\n>>>>>>> b\n", b"", b"---", b"\xef\xbb\xbf"])
def test_what_cannot_be_read_is_left_alone(data):
    assert mended(data, is_entry=True)[0] in (data, b"")


def test_the_command_mends_tells_each_change_and_checks_the_rest(content, capsys, monkeypatch):
    monkeypatch.chdir(content.parent)
    case, terms = content / "cases" / "taoyuan-garden.md", content / "vocabulary" / "themes.yaml"
    good = case.read_bytes()
    case.write_bytes(good.replace(b"themes: [", "themes：【".encode()).replace("停".encode(), "停\u200b".encode(), 1))
    terms.write_bytes(terms.read_bytes().replace(b"zh: ", "zh：".encode(), 1))
    outside = content.parent / "notes.md"
    outside.write_text("title：甲", encoding="utf-8")
    (content / "cases" / "link.md").symlink_to(outside)
    main(["check", "--fix", "content/cases/taoyuan-garden.md"])
    printed = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[:3] for line in printed if line.startswith("改好了")] == [
        ["改好了", "content/cases/taoyuan-garden.md:4", "字符:"],
        ["改好了", "content/cases/taoyuan-garden.md:10", "themes:"],
    ]
    assert case.read_bytes() == good
    assert "zh：" in terms.read_text(encoding="utf-8")
    main(["check", "--fix"])
    assert "zh：" not in terms.read_text(encoding="utf-8")
    assert outside.read_text(encoding="utf-8") == "title：甲"
    assert {one.path for one in read_site(content).problems} == {"content/cases/link.md"}


def test_a_file_that_cannot_be_written_stays_whole(content, capsys, monkeypatch):
    case = content / "cases" / "taoyuan-garden.md"
    case.write_bytes(spoilt := case.read_bytes().replace(b"themes: ", "themes：".encode()))

    def full(*_: object) -> None:
        raise UnwritableError("磁盘满了")

    monkeypatch.setattr("casebook.fixing.write", full)
    assert main(["check", "--fix", "--content", str(content)]) == 2
    assert "磁盘满了" in capsys.readouterr().err
    assert case.read_bytes() == spoilt
