"""Every real file, each a test of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from casebook.files import read_site
from casebook.model.records import Case, Method
from tests.conftest import ROOT, SHARED

CONTENT = ROOT / "content"
SITE = read_site(CONTENT)
ENTRIES = {entry.path: entry for entry in SITE.library.entries}
FILES = sorted([*CONTENT.rglob("*.md"), *CONTENT.rglob("*.yaml"), CONTENT / "addresses.lock"])
PATHS = [path.relative_to(ROOT).as_posix() for path in FILES]


@pytest.mark.parametrize("path", PATHS)
def test_file_has_no_problem(path):
    assert [str(p) for p in SITE.problems if Path(p.path) == Path(path) or Path(p.path) == ROOT / path] == []


@pytest.mark.parametrize("path", sorted(ENTRIES))
def test_entry_says_what_a_reader_needs(path):
    entry = ENTRIES[path]
    if isinstance(entry, Case):
        is_collection = "collection" in entry.front.forms
        assert len(entry.steps) >= (0 if is_collection else 2)
        assert all(step.id for step in entry.steps)
        assert entry.front.caveats
        assert {"limits", "results" if is_collection else "how"} <= {section.kind for section in entry.sections}
    if isinstance(entry, Method):
        assert len(entry.steps) >= 3
        assert {"what", "when", "steps", "questions"} <= {section.kind for section in entry.sections}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the articles are not here")
def test_no_sentence_is_copied_from_an_article():
    run = subprocess.run(
        [sys.executable, SHARED / "tools" / "overlap.py", CONTENT], capture_output=True, text=True, check=False
    )
    assert run.stdout.startswith("0 shared run(s)"), run.stdout
