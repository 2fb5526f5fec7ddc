"""Whatever `check` takes builds: a few odd collections in every run, many in an audit."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings

from tests import odd
from tests.wellformed import malformed


@settings(
    max_examples=2,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(odd.collections)
def test_what_check_takes_builds(made):
    if not any(front for _, front, _ in made[0]):
        return  # the plainest collection, with which every search for an example begins
    with TemporaryDirectory() as folder:
        odd.write(made, Path(folder) / "content")
        site = odd.built(Path(folder) / "content", Path(folder) / "site")
        wrong = {page: list(malformed(page.read_text(encoding="utf-8"))) for page in site.rglob("*.html")}
        assert {page: found for page, found in wrong.items() if found} == {}
        for file in site.rglob("*.json"):
            json.loads(file.read_text(encoding="utf-8"))
