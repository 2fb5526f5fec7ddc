"""Lighthouse, run on pages of a built site as a phone on a slow line shows them."""

import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from casebook_theme.node import NODE
from tasks import GATES
from tests.chromium import ARGUMENTS, executable
from tests.server import served

COMPARED = "compare/?cases=jiujiang-food-safety,lishui-micro-venture-4"
PAGES = ("", "cases/", "cases/lishui-micro-venture-4/", "methods/deliberation/", "search/?q=停车", COMPARED)
GATED = ("accessibility", "best-practices", "seo")  # the same in every run


def runs(site: Path, categories: Sequence[str], runs: int = 1) -> Iterator[dict[str, Any]]:
    """A record a run: the page's `address` in the site, its `scores` from 0 to 1, what was `found` to cost points."""
    with served(site) as root:
        asked = {
            "addresses": [root + page for page in PAGES],
            "categories": categories,
            "runs": runs,
            "flags": ARGUMENTS,
        }
        done = subprocess.run(
            [str(NODE), str(GATES / "lighthouse.mjs")],
            input=json.dumps(asked),
            env={**os.environ, "CHROME_PATH": executable()},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        for line in done.stdout.splitlines():
            run = json.loads(line)
            yield {**run, "address": run["address"].removeprefix(root)}
