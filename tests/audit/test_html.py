"""All pages are valid HTML."""

from pathlib import Path

from tests.valid import invalid


def test_every_page_is_valid_html(real: Path, tmp_path: Path):
    assert invalid(real, [real], tmp_path / "report.json") == []
