"""The core where packages that browsers do not have are not there."""

import datetime
import gzip
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.desk import desk_of
from casebook.extract.automata import PlainAutomaton, automaton, overlapping
from casebook.files import read_site
from casebook.gazetteer import NO_DIVISIONS, columns
from casebook.packing import packed
from casebook.reading.bounds import LARGEST_ENTRY
from casebook.reading.entries import File
from casebook_theme import runtime
from casebook_theme.node import NODE
from tests.conftest import ROOT, SITE

WITHOUT = """
import sys
for name in ("ahocorasick_rs", "nh3", "multiprocessing", "opencc", "pypinyin", "lunr", "subprocess"):
    sys.modules[name] = None  # whoever imports it fails
import casebook.browser
from casebook.extract.automata import PlainAutomaton, automaton
assert isinstance(automaton(["甲"]), PlainAutomaton)
"""
WORDS = st.lists(st.text("甲乙丙", min_size=1, max_size=4), min_size=1, max_size=12, unique=True)


def test_the_core_is_read_without_what_browsers_lack():
    run = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@given(WORDS, st.text("甲乙丙丁", max_size=40))
def test_the_plain_automaton_finds_what_the_fast_one_finds_in_its_order(words, text):
    plain = PlainAutomaton(words)
    assert plain.find_matches_as_indexes(text) == automaton(words).find_matches_as_indexes(text)
    fast = overlapping(words).find_matches_as_indexes(text, overlapping=True)
    assert plain.find_matches_as_indexes(text, overlapping=True) == fast


DAY = datetime.date(2026, 11, 30)
PAGES = ("cases", "methods")  # what the form may come to write


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = tmp_path_factory.mktemp("broken") / "content"
    shutil.copytree(SITE, content)
    ignored = shutil.ignore_patterns("vocabulary")
    shutil.copytree(ROOT / "tests" / "broken", content, dirs_exist_ok=True, ignore=ignored)
    return content


@pytest.fixture(scope="module")
def texts(broken: Path) -> dict[str, str]:
    """The text of each case and method that a form could hold, by its path below content/."""
    paths = [path for folder in PAGES for path in sorted((broken / folder).glob("*.md"))]
    found = {path.relative_to(broken).as_posix(): path.read_bytes() for path in paths}
    return {path: data.decode() for path, data in found.items() if _is_text(data)}


def _is_text(data: bytes) -> bool:
    try:
        return len(data) <= LARGEST_ENTRY and bool(data.decode())
    except UnicodeDecodeError:
        return False


@pytest.fixture(scope="module")
def checked(broken: Path, texts: dict[str, str]) -> dict[str, list[dict]]:
    """What `check` says of each of them."""
    found: dict[str, list[dict]] = {path: [] for path in texts}
    for problem in read_site(broken, today=DAY).problems:
        path = Path(problem.path).relative_to(broken).as_posix()
        if path in found:
            found[path].append(problem.model_dump(exclude={"path"}))
    return found


def test_figures_are_told_with_their_scope_while_one_writes(broken):
    text = "---\ntitle: 守点\n---\n\n## 怎么做\n\n### 守 {#keep}\n\n预计20名志愿者守点，最终来了12名志愿者。\n"
    read = desk_of(read_site(broken).library).read(File("content/cases/keep.md", text.encode(), "case"), DAY)
    assert [(one.text, one.scope) for one in read.metrics] == [("20名", "planned"), ("12名", "final")]


def test_python_for_browsers_says_of_every_broken_file_what_check_says(broken, texts, checked, tmp_path):
    runtime.made()
    for name, path in runtime.archives().items():
        shutil.copy(path, tmp_path / name)
    (tmp_path / "desk.bin").write_bytes(gzip.compress(packed(desk_of(read_site(broken).library))))
    (tmp_path / "divisions.bin").write_bytes(gzip.compress(json.dumps(columns(NO_DIVISIONS)).encode()))
    asked = tmp_path / "asked.json"
    asked.write_text(json.dumps([(f"content/{path}", text, DAY.isoformat()) for path, text in texts.items()]))
    pyodide = ROOT / "theme" / "form" / "node_modules" / "pyodide"
    command = [NODE, ROOT / "tests" / "node" / "core.mjs", tmp_path, pyodide, asked]
    run = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    for path, told in zip(texts, json.loads(run.stdout), strict=True):
        assert told["problems"] == checked[path], path


def test_nothing_is_compiled_when_somebody_comes_to_write():
    runtime.made()
    for name in ("library.bin", "packages.bin", "core.bin"):
        with zipfile.ZipFile(runtime.archives()[name]) as archive:
            kinds = {Path(name).suffix for name in archive.namelist()}
        assert ".pyc" in kinds
        assert ".py" not in kinds


def test_wheels_for_browsers_are_the_versions_that_build():
    listed = dict(runtime.versions(ROOT / "theme" / "form" / "wheels.lock"))
    assert listed
    assert listed.items() <= dict(runtime.versions(ROOT / "requirements.lock")).items()
