"""A repository of a collection that is as old as a test wants it."""

import datetime
import os
import subprocess
from pathlib import Path

from casebook.histories import read_history
from casebook.model.history import History

ZONE = datetime.timezone(datetime.timedelta(hours=8))


class Repository:
    """A repository whose commits are made at noon of a day."""

    def __init__(self, root: Path) -> None:
        self.root, self.content = root, root / "content"
        self.content.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, day: str = "2026-01-01") -> None:
        who = {f"GIT_{one}_{what}": "x" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        when = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{day}T12:00:00+08:00")
        environment = {**os.environ, **who, **when, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        subprocess.run(["git", "-C", self.root, *arguments], check=True, env=environment, capture_output=True)

    def write(self, path: str, text: str) -> None:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def commit(self, day: str, **files: str | None) -> None:
        """Commit cases by slug; None removes one."""
        for slug, text in files.items():
            if text is None:
                (self.content / "cases" / f"{slug}.md").unlink()
            else:
                self.write(f"cases/{slug}.md", text)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "x", day=day)

    def read(self) -> History:
        return read_history(self.content, ZONE, self.root / "cache")
