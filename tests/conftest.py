"""Shared by all tests: specs, the small collections, the real site, a server and a browser."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.multiplied import changed
from casebook.files import read_gazetteer, read_site
from casebook.library import Library
from casebook_theme.node import THEME, installed
from tests.chromium import ARGUMENTS, executable
from tests.repository import Repository
from tests.server import served

settings.register_profile("casebook", deadline=None)  # how long a thing takes belongs in benchmarks
settings.load_profile("casebook")

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"  # grows: of it tests ask only what holds of any content
FROZEN = ROOT / "tests" / "collection"  # what it was on a day, for tests that ask for what stands in it
SITE = ROOT / "tests" / "core" / "content"  # small, with every facet
CANTEENS = ROOT / "tests" / "site" / "content"  # small, of another subject, with three facets
SHARED = ROOT.parent / "shared"
CAME, CORRECTED = "ganjiao-guided-walk", "lishui-micro-venture-4"  # what `grown` tells of


@cache
def frozen() -> Library:
    """The collection of tests/collection, read once."""
    return read_site(FROZEN).library


@cache
def placed() -> Library:
    """The same, read with the table of divisions."""
    return read_site(FROZEN, gazetteer=read_gazetteer()).library


def spec(name: str) -> list:
    """The rows of tests/specs/<name>.json, each a test of its own, named by its input."""
    rows = json.loads((ROOT / "tests" / "specs" / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(row, id=str(row["input"])[:40] or "empty") for row in rows]


def pelican(
    content: Path, output: Path, settings: str = "pelicanconf.py", *options: str, **environment: str
) -> subprocess.CompletedProcess:
    """One real Pelican run over `content`."""
    command = [sys.executable, "-m", "pelican", content, "-s", settings, "-o", output, "--fatal=warnings", *options]
    return subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def as_published(content: Path, output: Path, address: str, *, parquet: bool = False) -> None:
    """One run as for the public; what Parquet needs is there for `inv publish` and `inv audit` alone."""
    options = () if parquet else ("-e", "PARQUET=false")
    run = pelican(content, output, "publishconf.py", *options, SITEURL=address)
    assert run.returncode == 0, run.stdout + run.stderr


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests have counted (`record_property("figures", ...)`), from whichever worker."""
    for report in terminalreporter.stats.get("passed", []):
        for name, text in report.user_properties:
            if name in ("figures", "steps"):
                terminalreporter.write_line(text)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small collection with every facet, to be spoilt."""
    return Path(shutil.copytree(SITE, tmp_path / "content"))


def built(content: Path, output: Path) -> Path:
    run = pelican(content, output)
    assert run.returncode == 0, run.stdout + run.stderr
    return output


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], object]], Path]:
    """`shared(name, make)`: the path that `make` writes to, once a run, by the worker that asks for it first."""
    own = tmp_path_factory.getbasetemp()
    run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def made(name: str, make: Callable[[Path], object]) -> Path:
        path, part = run / name, run / f"{name}.part"
        with (run / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                make(part)
                part.rename(path)
        return path

    return made


@pytest.fixture(scope="session")
def typeface(shared) -> Path:
    """The package of the typeface that the public site needs; `inv test` has installed it."""
    shared("typeface", lambda stamp: stamp.write_text(str(installed(THEME / "fonts"))))
    return THEME / "fonts" / "node_modules" / "@fontsource-variable" / "noto-serif-sc"


@pytest.fixture(scope="session")
def moved_content(shared) -> Path:
    """The small collection after a year: a method, a theme and steps of theirs have moved, and the lock file has not."""
    return shared("moved-content", _move)


def _move(content: Path) -> None:
    shutil.copytree(CANTEENS, content, dirs_exist_ok=True)
    edits = {
        "methods/weigh-leftovers.md": {
            "added:": "redirect_from: [weigh-leftovers, weigh: weighing]\nadded:",
            "{#weigh}": "{#weighing}",
        },
        "cases/fanglin-leftovers.md": {
            "added:": "redirect_from: [change: new-dishes, weigh: section-how]\nadded:",
            "{#change}": "{#new-dishes}",
            "### 称四周 {#weigh}\n": "",
            "weigh-leftovers#weigh": "weigh-plates#weighing",
            "weigh-leftovers": "weigh-plates",
        },
        "cases/fanglin-small-portions.md": {
            "fanglin-leftovers#weigh": "fanglin-leftovers",
            "weigh-leftovers#weigh": "weigh-plates#weighing",
            "weigh-leftovers": "weigh-plates",
        },
        "pages/about.md": {"weigh-leftovers": "weigh-plates"},
        "vocabulary/themes.yaml": {"id: queues": "id: waiting, redirect_from: [queues]"},
    }
    for name, words in edits.items():
        path = content / name
        for old, new in words.items():
            assert old in path.read_text(), old
            path.write_text(path.read_text().replace(old, new))
    (content / "methods" / "weigh-leftovers.md").rename(content / "methods" / "weigh-plates.md")


@pytest.fixture(scope="session")
def moved(shared, moved_content: Path) -> Path:
    """The site that has moved, built."""
    return shared("moved", lambda output: built(moved_content, output))


@pytest.fixture(scope="session")
def tiny(shared) -> Path:
    """The small collection of another subject, built."""
    return shared("tiny", lambda output: built(CANTEENS, output))


@pytest.fixture(scope="session")
def faceted(shared) -> Path:
    """The small collection with every facet, built."""
    return shared("faceted", lambda output: built(SITE, output))


@pytest.fixture(scope="session")
def many(shared) -> Path:
    """The small collection with every facet, built with 160 cases, 80 methods and more terms."""
    return shared("many", partial(multiplied, times=80))


@pytest.fixture(scope="session")
def twice(shared) -> Path:
    """The same with twice as much."""
    return shared("twice", partial(multiplied, times=160))


def multiplied(output: Path, times: int) -> None:
    """Build the small collection with so many times its cases, methods and terms; all cases have changed since."""
    root = output.with_suffix(f".repository-{times}")
    built(changed(SITE, root, cases=times, methods=times, terms=times), output)


@pytest.fixture(scope="session")
def frozen_site(shared) -> Path:
    """The collection, built below a sub-path as project pages are; `inv test` has built it for all tests."""
    if built_before := os.environ.get("FROZEN_SITE"):
        return Path(built_before)
    return shared("host", lambda host: built(FROZEN, host / "casebook")) / "casebook"


@pytest.fixture(scope="session")
def grown(shared) -> Path:
    """The collection, built from a repository in which a case came and a figure was corrected on one day."""
    return shared("grown", lambda host: built(_grow(host.with_suffix(".repository")), host / "casebook")) / "casebook"


def _grow(root: Path) -> Path:
    repository = Repository(root)
    shutil.copytree(FROZEN, repository.content, dirs_exist_ok=True)
    walk, contest = (
        (repository.content / "cases" / f"{slug}.md").read_text(encoding="utf-8") for slug in (CAME, CORRECTED)
    )
    repository.commit("2026-11-01", **{CAME: None, CORRECTED: contest.replace("141场", "114场")})
    repository.commit("2026-11-08", **{CAME: walk, CORRECTED: contest})
    return repository.content


@pytest.fixture(scope="session")
def real(shared) -> Path:
    """The real site, built of content/; `inv test` and `inv audit` build it first."""
    if built_before := os.environ.get("SITE"):
        return Path(built_before)
    return shared("real", lambda output: built(CONTENT, output))


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder on a free port; its address, with the slash at the end."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(served(folder))


@pytest.fixture(scope="session")
def site(frozen_site: Path, serve: Callable[[Path], str]) -> str:
    """The address of the collection's site, below a sub-path."""
    return f"{serve(frozen_site.parent)}{frozen_site.name}/"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))
        yield browser
        browser.close()


class _WithoutWorkers:
    """A browser that has no workers: they would answer in the place of the files that a test spoils."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def new_context(self, **options: Any) -> BrowserContext:
        context = self._browser.new_context(**options)
        context.add_init_script("delete Navigator.prototype.serviceWorker")
        return context

    def __getattr__(self, name: str) -> Any:
        return getattr(self._browser, name)


@pytest.fixture(scope="session")
def browser(chromium: Browser) -> _WithoutWorkers:
    return _WithoutWorkers(chromium)


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    """One page for all tests of a file that look at what is printed."""
    page = browser.new_page(locale="zh-CN")
    page.emulate_media(media="print")
    yield page
    page.close()
