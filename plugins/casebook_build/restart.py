"""Starts a program anew when its own code has changed: a process cannot change what it has imported."""

import os
import subprocess
import sys
from pathlib import Path

from casebook_theme.node import ROOT

_CODE = "import tasks, casebook_pelican.serve, pelican.settings as s; s.read_settings('pelicanconf.py')"
_PLUGINS = "import importlib, pelicanconf; [importlib.import_module(name) for name in pelicanconf.PLUGINS]"


def restarted(start: Path) -> str:
    """Start this program anew where it was started; why not, if its code cannot be imported or the system cannot."""
    if os.name == "nt":
        return "程序改了:停下(Ctrl-C),再启动"  # there a new process would leave the terminal
    wrong = _wrong()
    if not wrong:
        print("The code has changed: starting anew", flush=True)
        os.chdir(start)
        os.execv(sys.executable, (sys.executable, *sys.orig_argv[1:]))  # noqa: S606 - this program, as it was started
    return wrong


def _wrong() -> str:
    """Why the code cannot be imported, if it cannot; printed at length."""
    command = (sys.executable, "-c", f"{_CODE}\n{_PLUGINS}")
    tried = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, errors="replace")
    print(tried.stderr, end="", file=sys.stderr)
    return (tried.stderr.strip().rpartition("\n")[2] or "不能运行") if tried.returncode else ""
