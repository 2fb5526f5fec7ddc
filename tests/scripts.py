"""The theme's scripts without their pages: asked in Node, or bundled for an empty page of a browser."""

import json
import subprocess
from pathlib import Path
from typing import Any

from casebook_theme.bundle import WORDS
from casebook_theme.node import NODE, THEME

FOLDER = Path(__file__).parent / "node"
ASKING = (NODE, "--import", FOLDER / "words.mjs", FOLDER / "asked.mjs")


def ask(site: Path, **what: Any) -> dict[str, Any]:
    """What the scripts of search answer over a built site; what can be asked stands in asked.mjs."""
    question = json.dumps({"site": str(site), **what})
    run = subprocess.run(ASKING, input=question, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    answers: dict[str, Any] = json.loads(run.stdout)
    return answers


def bundled(entry: str, folder: Path) -> Path:
    """`folder` with an empty page and modules.js: what `entry` exports of the theme's JavaScript."""
    (folder / "index.html").write_text("<!doctype html><title>modules</title><link rel=icon href=data:,>")
    files = (f"--alias:words={WORDS / 'index.js'}", f"--outfile={folder / 'modules.js'}")
    options = ("--bundle", "--format=esm", "--log-level=error", *files)
    command = (str(NODE), str(THEME / "node_modules/esbuild/bin/esbuild"), *options)
    subprocess.run(command, input=entry, text=True, check=True, cwd=THEME / "static" / "js")
    return folder
