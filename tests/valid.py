"""html-validate, asked about files of a built site."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from casebook_theme.node import NODE
from tasks import GATES

PROGRAM = GATES / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"


def invalid(site: Path, files: Iterable[Path], report: Path) -> list[str]:
    """A line for everything that is wrong; the program writes to `report`, since on a pipe much would be cut off."""
    command = [NODE, PROGRAM, "--config", GATES / "html-validate.config.mjs", "--formatter", f"json={report}", *files]
    run = subprocess.run([str(part) for part in command], cwd=GATES, capture_output=True, text=True, check=False)
    found = [
        f"{Path(page['filePath']).relative_to(site)}:{one['line']} {one['ruleId']}: {one['message']}"
        for page in json.loads(report.read_text(encoding="utf-8"))
        for one in page["messages"]
    ]
    assert found or run.returncode == 0, run.stdout + run.stderr
    return found
