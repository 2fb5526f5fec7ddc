"""Lighthouse on the pages that matter most: accessibility, best practices and SEO, which are the same in every run."""

from pathlib import Path

from tests.lighthouse import GATED, PAGES, runs

LEAST = 0.98


def test_lighthouse_is_content(real: Path):
    done = list(runs(real, GATED))
    assert [run["address"] for run in done] == list(PAGES)
    lacking = {run["address"]: run for run in done if min(run["scores"].values()) < LEAST}
    assert lacking == {}
