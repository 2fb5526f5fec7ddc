"""Whatever `check` takes builds and is valid HTML: many odd collections, others each time."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings

from tests import odd
from tests.valid import invalid
from tests.wellformed import malformed

_STYLE = "long-title:"  # of a rule about good titles: authors may write long ones


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(odd.collections)
def test_what_check_takes_builds_and_is_valid_html(made):
    with TemporaryDirectory() as folder:
        odd.write(made, Path(folder) / "content")
        site = odd.built(Path(folder) / "content", Path(folder) / "site")
        pages = sorted(site.rglob("*.html"))
        assert [line for page in pages for line in malformed(page.read_text(encoding="utf-8"))] == []
        assert [line for line in invalid(site, pages, Path(folder) / "report.json") if _STYLE not in line] == []
