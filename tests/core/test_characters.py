"""No character that a reader does not see, or sees as something else, gets into a record or out to a terminal."""

import json
import re
import shutil
from unicodedata import category, is_normalized, name

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook import characters
from casebook.characters import KINDS, edits, joined, json_text, letters, shown
from casebook.files import read_site
from casebook.reading import draft
from casebook.reading.cleaning import Cleaner
from casebook.reports import json_report, text_report
from tests.conftest import ROOT, SITE, spec

CASE = (SITE / "cases" / "taoyuan-garden.md").read_text()
EVERY = "".join(map(chr, range(0x110000)))
MEMBERS = [
    char for kind in KINDS for found in [re.findall(f"[{kind.ranges}]", EVERY)] for char in found[:40] + found[-9:]
]
SENT = [char for char in MEMBERS if not "\ud800" <= char <= "\udfff"]  # a file in UTF-8 has no surrogates
ODD = st.lists(st.one_of(st.sampled_from(SENT), st.sampled_from("5七名人❤ ,.|[]")), max_size=12).map("".join)


def escaped(text: str) -> str:
    """`text` in the quotes and escapes of YAML."""
    return '"{}"'.format("".join(f"\\U{ord(char):08x}" for char in text))


@pytest.mark.parametrize("row", spec("characters"))
def test_text_is_cleaned(row):
    cleaner = Cleaner()
    assert cleaner.clean(row["input"]) == row["expect"]
    assert {name for name, kind in vars(characters).items() if kind in list(cleaner.lines)} == set(row["kinds"])


def test_every_character_that_nobody_sees_is_of_a_kind():
    ranges = "".join(kind.ranges for kind in KINDS)
    left = [char for char in re.sub(f"[{ranges}\t\n\r]", "", EVERY) if category(char) in ("Cc", "Cf", "Co", "Zl", "Zp")]
    assert {name(char).split()[0] for char in left} == {"ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN"}  # these show


@given(st.lists(st.sampled_from([*MEMBERS, *"5七é❤e"]), max_size=20).map("".join))
def test_clean_text_stays_as_it_is(text):
    clean = Cleaner().clean(text)
    assert list(edits(clean)) == []
    assert Cleaner().clean(clean) == clean


@settings(max_examples=60)
@given(ODD, ODD, ODD, st.booleans())
def test_nothing_odd_gets_into_a_draft(title, alias, words, is_escaped):
    written = escaped(f"园子{title}") if is_escaped else f"“园子{title}”"
    text = CASE.replace("title: ", f"title: {written} #", 1).replace("added:", f'aliases: ["{alias}园"]\nadded:', 1)
    found = draft("x.md", f"{text}\n{words}\n".encode(), "case")
    said = [problem for problem in found.problems if problem.field == "字符"]
    held = [found.title, *map(str, found.front.data().items() if found.front else ()), found.parts.body]
    assert [list(edits(text)) for text in held] == [[]] * len(held)
    assert said or not any(edit.kind for edit in edits(f"园{title}"))


@pytest.mark.parametrize(
    ("path", "before"),
    [
        ("cases/taoyuan-garden.md", "places:"),
        ("methods/talk-it-over.md", "## "),
        ("vocabulary/places.yaml", "- "),
        ("vocabulary/cues.yaml", "rules:"),
        ("site.yaml", "facets:"),
        ("ratios.yaml", "- "),
        ("tiles.yaml", ""),
        ("everyday.yaml", "- "),
        ("addresses.lock", "about/"),
    ],
)
def test_what_a_merge_left_is_named_once_with_its_lines(content, path, before):
    file = content / path
    ours, theirs = file.read_text().split(before, 1) if before else ("", file.read_text())
    file.write_text(f"{ours}<<<<<<< HEAD\n{before}{theirs}\n||||||| base\n=======\n>>>>>>> other\n")
    first = ours.count("\n") + 1
    last = file.read_text().count("\n")
    told = [problem for problem in read_site(content).errors if problem.path == file.as_posix()]
    assert [(problem.line, problem.field) for problem in told] == [(first, "合并")]
    assert told[0].found.endswith(f"第 {first}、{last - 2}、{last - 1}、{last} 行")


def test_nothing_odd_gets_into_a_record(content):
    """Every kind in the front matter, as an escape, and in the text as it is and as an entity."""
    odd = "".join(SENT)
    entities = "".join(f"甲&#{ord(char)};" for char in SENT)
    written = CASE.replace("title: ", f"title: {escaped(f'园子{odd}')}  # ", 1)
    (content / "cases" / "taoyuan-garden.md").write_text(f"{written}\n{odd}\n\n{entities}\n")
    site = read_site(content)
    entry = site.library.cases["taoyuan-garden"]
    for text in (entry.text, *entry.front.model_dump(mode="json").values(), *(m.sentence for m in entry.metrics)):
        assert list(edits(str(text))) == []
    assert {kind for kind in KINDS if any(kind.found in problem.found for problem in site.problems)} == set(KINDS)


@given(st.lists(st.sampled_from([*MEMBERS, *"::#[ \t\n\rerror"]), max_size=20).map("".join))
def test_what_is_printed_is_one_line_that_commands_nothing(text):
    line = shown(text)
    assert line.encode("utf-8", "strict").decode().isprintable() or not re.search(
        r"[\x00-\x1f\x7f-\x9f\u202e\u2028]", line
    )
    assert not line.lstrip().startswith("::")
    assert "##[" not in line
    printed = json_text([text], 1)
    assert json.loads(printed) == [text]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028\ud800-\udfff]|##\[", printed)


def test_check_speaks_to_no_terminal_and_no_workflow(content):
    """A theme, a file and words that clear the screen, and commands of a workflow."""
    case, other = content / "cases" / "taoyuan-garden.md", content / "cases" / "taoyuan-parking.md"
    case.write_text(CASE.replace("themes: [", 'themes: ["\\n::error file=x::y ##[add-mask]z", '))
    other.write_text(CASE.replace("themes: [", 'themes: ["\\e[2J\\r\\x9b2J\\u202e", ') + "\n\x1b[2J\r\n::error::\n")
    shutil.copy(ROOT / "tests" / "broken" / "cases" / "empty.md", content / "cases" / "a\x1b[2J\n::error ::.md")
    site = read_site(content)
    for printed in (text_report(site), json_report(site)):
        assert "error file=x" in printed
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]|##\[|^\s*::", printed, re.MULTILINE)


@pytest.mark.parametrize(
    ("text", "expect"),
    [("2013年\n成立", "2013年成立"), ("Casebook\nof 2013", "Casebook of 2013"), ("共 \n  3 场", "共3 场"), ("", "")],
)
def test_lines_are_joined(text, expect):
    assert joined(text) == expect


@pytest.mark.parametrize(
    ("least", "texts"),
    [
        (2, ["树", "ab", "12", "A座", "é1", "12345", "～共享～"]),
        (1, ["a", "1", "Ａ", "a.", "１"]),
        (0, ["", "。、", "——", "\u0336\u0301", "❤️🎉", "~", "……", "〔〕"]),
    ],
)
def test_letters_that_tell_names_apart(least, texts):
    assert {text: min(letters(text), 2) for text in texts} == dict.fromkeys(texts, least)


def test_of_the_common_characters_none_is_odd_and_none_go_together():
    common = re.findall(f"[{characters.COMMON}]", EVERY)
    assert len(common) > 20_000
    assert not set(common) & {char for kind in KINDS for char in re.findall(f"[{kind.ranges}]", EVERY)}
    assert all(is_normalized("NFC", f"{char}{mark}") for char in common for mark in common[:200])
    assert is_normalized("NFC", "".join(common))
