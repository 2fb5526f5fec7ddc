"""Run the check of the project's own environment with these arguments, for hooks that know no paths."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYTHONS = (ROOT / ".venv" / "bin" / "python", ROOT / ".venv" / "Scripts" / "python.exe")

python = next((path for path in PYTHONS if path.exists()), None)
if python is None:
    sys.exit("还没有 .venv:先运行 make serve,或照 docs/editors.md 装好")
sys.exit(subprocess.run([python, "-X", "utf8", "-m", "casebook", "check", *sys.argv[1:]], cwd=ROOT).returncode)
