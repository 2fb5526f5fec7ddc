"""All pages are valid HTML."""

import json
import subprocess
from pathlib import Path

from tasks import GATES, NODE


def test_every_page_is_valid_html(real: Path, tmp_path: Path):
    program = GATES / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    report = tmp_path / "report.json"  # on a pipe a long report would be cut off
    command = [NODE, program, "--config", GATES / "html-validate.config.mjs", "--formatter", f"json={report}", real]
    run = subprocess.run([str(part) for part in command], cwd=GATES, capture_output=True, text=True, check=False)
    errors = [
        f"{Path(page['filePath']).relative_to(real)}:{one['line']} {one['ruleId']}: {one['message']}"
        for page in json.loads(report.read_text(encoding="utf-8"))
        for one in page["messages"]
    ]
    assert errors == []
    assert run.returncode == 0, run.stdout + run.stderr
