"""Scripts and style sheets are named after their content, so that whoever changes one touches the pages that have it."""

import re
import shutil
from pathlib import Path

import pytest

from casebook.words import Words
from casebook_theme import bundle
from casebook_theme.node import THEME
from tests.conftest import CANTEENS, pelican

OF_ALL_FILES = {"edition.json", "sw.js"}  # what tells of the whole site


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the theme, to be changed and bundled."""
    folder = tmp_path / "theme"
    shutil.copytree(THEME, folder, ignore=shutil.ignore_patterns("node_modules", "build", "fonts"))
    (folder / "node_modules").symlink_to(THEME / "node_modules")
    monkeypatch.setattr(bundle, "THEME", folder)
    monkeypatch.setattr(bundle, "_worded", lambda: None)  # other tests read the words
    return folder


def test_who_changes_a_style_sheet_touches_the_pages_that_have_it(tmp_path, theme):
    settings = tmp_path / "settings.py"
    settings.write_text(f"import sys\nsys.path.append('.')\nfrom pelicanconf import *\nTHEME = {str(theme)!r}\n")

    def built(name: str) -> dict[str, bytes]:
        shutil.rmtree(theme / "build", ignore_errors=True)
        assert bundle.bundled(theme / "build")
        run = pelican(CANTEENS, tmp_path / name, str(settings))
        assert run.returncode == 0, run.stdout + run.stderr
        return files(tmp_path / name)

    before = built("before")
    sheet = theme / "static" / "css" / "pictures.css"
    sheet.write_text(sheet.read_text().replace(":root {", ".matrix {\n  color: red;\n}\n\n:root {"))
    after = built("after")
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    sheets = {name for name in changed if re.fullmatch(r"theme/css/pictures-\w+\.css", name)}
    having = {name for name in before if name.endswith(".html") and b"/pictures-" in before[name]}
    assert len(sheets) == 2
    assert having
    assert changed == {*sheets, *having, *OF_ALL_FILES}


def test_a_bundle_is_made_anew_when_anything_of_it_is_another(theme, monkeypatch):
    made = theme / "build"
    assert not bundle.is_bundled(made)
    assert bundle.bundled(made)
    assert bundle.is_bundled(made)
    sheet, script = theme / "static" / "css" / "base.css", next(made.glob("js/site-*.js"))
    for path in (sheet, script):
        text = path.read_text()
        path.write_text(text[:-1])
        assert not bundle.is_bundled(made)
        path.write_text(text)
        assert bundle.is_bundled(made)
    moved = script.rename(script.with_name("gone.js"))
    assert not bundle.is_bundled(made)
    moved.rename(script)
    assert bundle.is_bundled(made)
    monkeypatch.setattr(bundle, "words_in", lambda: Words({"line_late": "晚了"}))
    assert not bundle.is_bundled(made)
