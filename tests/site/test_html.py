"""A page of every kind is valid HTML; an audit asks it of all pages."""

from pathlib import Path

from tests.conftest import frozen
from tests.kinds import kinds
from tests.valid import invalid


def test_every_kind_of_page_is_valid_html(frozen_site: Path, tmp_path: Path):
    addresses = {address.partition("?")[0] for address in kinds(frozen(), frozen_site).values()}
    files = [frozen_site / address for address in sorted(addresses)]
    pages = [file / "index.html" if file.is_dir() else file for file in files]
    assert invalid(frozen_site, pages, tmp_path / "report.json") == []
