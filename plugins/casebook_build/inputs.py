"""All that a site is made of, as a digest: where it is the same, so is the site."""

import os
import subprocess
import sys
from pathlib import Path

from casebook.days import this_day
from casebook.store import KEPT, digest_of
from casebook_theme.node import ROOT

_OURS = (
    *("plugins", "theme/static", "theme/templates", "theme/package.json", "theme/package-lock.json"),
    *("theme/fonts/package-lock.json", "theme/form/package-lock.json", "theme/form/wheels.lock"),
    *("pelicanconf.py", "publishconf.py", "requirements.lock", "requirements-publish.lock"),
)
_SAID = ("SITEURL", "CONTENT")  # in the environment, where settings look


def inputs(content: Path, settings: str) -> str:
    """A digest of content, code, theme, settings, the history of the content, and of the day, which checks look at."""
    files = digest_of(content.absolute(), *(ROOT / name for name in _OURS), KEPT / "divisions.json")
    rest = (sys.version, settings, str(this_day()), _history(content), *(os.environ.get(name, "") for name in _SAID))
    return " ".join((files, *rest))


def _history(content: Path) -> str:
    """The commit that the history of a folder ends with, and whether it is whole; empty without one."""
    command = ("git", "-C", str(content), "rev-parse", "--is-shallow-repository", "--verify", "HEAD")
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""
