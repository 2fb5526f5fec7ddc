"""What commands print moves no cursor and commands no workflow, whatever they were given."""

import ast
import json
import re
from contextlib import suppress
from pathlib import Path

import pytest

from casebook import __file__ as package
from casebook.__main__ import main

SPEECH = "\x1b[2J\r\n::error file=x::y ##[add-mask]z\u009b2J\u202e"
SPEAKS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e]|##\[|^\s*::", re.MULTILINE)


@pytest.mark.parametrize(
    "call",
    [
        ["new", "case", SPEECH],
        ["new", SPEECH, "a-b"],
        ["check", SPEECH],
        [SPEECH],
        ["check", f"--{SPEECH}"],
        ["check", "--content", SPEECH],
        ["lock", "--content", SPEECH],
        ["extract", f"{SPEECH}.txt", "::warning::", "--content", "none"],
    ],
)
def test_a_wrong_call_is_repeated_in_a_form_that_commands_nothing(capsys, call):
    with suppress(SystemExit):
        assert main(call)
    printed = "".join(capsys.readouterr())
    assert printed
    assert not SPEAKS.search(printed)


def test_extract_prints_json_that_reads_as_the_text_did(tmp_path, capsys):
    (tmp_path / f"{SPEECH.replace('/', '')}.txt").write_text("召开4\u200b场议事会,##[group]::error::\x9b2J\u202e")
    assert main(["extract", *map(str, tmp_path.iterdir()), "--content", str(tmp_path / "none")]) == 0
    printed = capsys.readouterr().out
    assert not SPEAKS.search(printed)
    found = json.loads(printed)
    assert found["id"] == SPEECH
    assert [metric["text"] for metric in found["metrics"]] == ["4\u200b场"]


@pytest.mark.parametrize("path", sorted(Path(package).parent.glob("*.py")), ids=lambda path: path.name)
def test_whatever_a_command_prints_is_escaped(path):
    """A `print` of words with values in them goes through `shown`; reports and Problems already have."""
    for call in ast.walk(ast.parse(path.read_text())):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "print":
            what = ast.Tuple(call.args) if len(call.args) > 1 else call.args[0]
            is_shown = ast.unparse(what).startswith("shown(")
            assert is_shown or not any(isinstance(part, ast.JoinedStr) for part in ast.walk(what)), ast.unparse(call)
