"""What is set for editors and hooks fits what commands print and what is there."""

import json
import re
import tomllib

import pytest
import yaml

from casebook.__main__ import main
from tests.conftest import ROOT


def settings(name: str) -> dict:
    return json.loads((ROOT / ".vscode" / name).read_text(encoding="utf-8"))


def test_the_task_finds_what_check_prints(content, capsys, monkeypatch):
    monkeypatch.chdir(content.parent)
    monkeypatch.setattr("casebook.__main__.saves", lambda folder: iter((None,)))
    case = content / "cases" / "taoyuan-garden.md"
    case.write_text(case.read_text().replace("themes: [", "themes: [没有的, ").replace("居民种了", "张阿姨种了"))
    watch, _ = settings("tasks.json")["tasks"]
    assert main(watch["args"][2:]) == 0
    first, *problems, last = capsys.readouterr().out.splitlines()
    matcher = watch["problemMatcher"]
    assert re.search(matcher["background"]["beginsPattern"], first)
    assert re.search(matcher["background"]["endsPattern"], last)
    pattern = matcher["pattern"]
    found = [re.search(pattern["regexp"], line) for line in problems]
    told = [(m[pattern["severity"]], m[pattern["file"]], int(m[pattern["line"]])) for m in found if m]
    path = "content/cases/taoyuan-garden.md"
    assert len(told) == len(problems)
    assert told == [("error", path, 10), ("warning", path, 23)]
    assert "没有的" in str(found[0] and found[0][pattern["message"]])


def test_the_task_that_mends_is_a_call_of_check(content, monkeypatch):
    monkeypatch.chdir(content.parent)
    _, mend = settings("tasks.json")["tasks"]
    args = [arg.replace("${file}", str(content / "pages" / "about.md")) for arg in mend["args"]]
    assert args[:2] == ["-m", "casebook"]
    assert main(args[2:]) == 0


def test_the_schemas_that_are_set_are_there():
    for path, pattern in settings("settings.json")["yaml.schemas"].items():
        assert (ROOT / path).is_file()
        assert list(ROOT.glob(pattern))
    assert settings("extensions.json")["recommendations"]


def test_a_schema_speaks_chinese_to_authors():
    for path in (ROOT / "schema").glob("*.json"):
        text = path.read_text(encoding="utf-8")
        assert [line for line in re.findall(r'"description": "(.*)"', text) if line.isascii()] == []


@pytest.mark.parametrize("files", ["content/cases/x.md", "content/vocabulary/themes.yaml"])
def test_hooks_run_the_check_of_the_project(files):
    (repo,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert repo["repo"] == "local"
    for hook in repo["hooks"]:
        assert re.search(hook["files"], files)
        assert (ROOT / hook["entry"].split()[1]).is_file()


def test_editors_are_told_of_the_line_that_ruff_wants():
    text = (ROOT / ".editorconfig").read_text(encoding="utf-8")
    ruff = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]
    assert f"max_line_length = {ruff['line-length']}" in text
