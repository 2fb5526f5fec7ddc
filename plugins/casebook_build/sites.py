"""Writes a site: the theme bundled, Pelican's run over the content, and the folder put where the last good site was."""

import json
import subprocess
import sys
from pathlib import Path

from casebook_build.inputs import inputs
from casebook_build.places import Place, place
from casebook_build.turns import told, turn
from casebook_pelican.last_site import LastSite, is_made_of, last_site, paths, remember
from casebook_theme.bundle import BUNDLED, bundled, is_bundled
from casebook_theme.node import ROOT
from casebook_theme.runtime import made as archived

SCRATCH = ROOT / ".build"
_ALWAYS = ("index.html", "404.html", "theme/css/site-*.css", "search/manifest.json")  # a site without them is none


def built(
    path: Path, content: str | Path, settings: str = "pelicanconf.py", *, fresh: bool = False, timings: bool = False
) -> bool:
    """Build the site of a content folder at `path`, where the last good one stays if anything goes wrong.

    With `fresh` nothing is used that was kept of earlier builds; with `timings` the seconds of each phase are told.

    The adapters report on the content to stderr. What Pelican says itself only matters when something went wrong, and
    since it goes on after most failures, its warnings count as such.
    """
    try:
        with turn(SCRATCH):
            site, made_of = place(path, SCRATCH), inputs(Path(content), settings)
            if not fresh and is_made_of(site.path, made_of) and (standing := last_site(site.path)).is_whole:
                return _told_unchanged(path, standing)
            pages = _put(site, content, settings, fresh=fresh, timings=timings)
            if pages and inputs(Path(content), settings) == made_of:  # nothing was saved meanwhile
                remember(site.path, made_of)
    except OSError as error:
        print(told(error), file=sys.stderr)
        pages = 0
    if pages:
        print(f"Built {pages} pages in {_shown(path)}/", flush=True)
    else:
        kept = "the last good one stays" if is_whole(path) else "there is none"
        print(f"The site was not built; {kept} in {_shown(path)}/.", file=sys.stderr, flush=True)
    return bool(pages)


def _told_unchanged(path: Path, standing: LastSite) -> bool:
    if standing.report:
        print(standing.report, file=sys.stderr)
    pages = sum(name.endswith(".html") for name in standing.rows)
    print(f"Nothing has changed: {pages} pages stand in {_shown(path)}/", flush=True)
    return True


def _shown(path: Path) -> Path:
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


def themed() -> bool:
    """Bundle the theme, where the last good bundle stays if anything goes wrong."""
    try:
        with turn(SCRATCH):
            return _theme_put()
    except OSError as error:
        print(told(error), file=sys.stderr)
        return False


def _theme_put(*, fresh: bool = False) -> bool:
    theme = place(BUNDLED, SCRATCH)
    theme.recover()
    if fresh or not is_bundled(theme.path):
        bundle = theme.fresh()
        if not bundled(bundle):
            return False
        theme.put(bundle)
    return True


def _put(site: Place, content: str | Path, settings: str, *, fresh: bool, timings: bool) -> int:
    """Build a site beside the one that is there and let it take its place; how many pages it has, 0 for no success."""
    site.recover()
    if not _theme_put(fresh=fresh):
        return 0
    archived()
    made = site.fresh()
    more = {"LAST_SITE": str(site.path), "FRESH": fresh, "TIMINGS": timings}
    given = (f"{name}={json.dumps(value)}" for name, value in more.items())
    command = (sys.executable, "-m", "pelican", content, "-s", settings, "-o", made, "--fatal=warnings", "-e", *given)
    if not _quietly(*command):
        return 0
    pages = sum(name.endswith(".html") for name in paths(made))
    if not is_whole(made):
        print(f"Pelican said nothing, but of {', '.join(_ALWAYS)} not all were written", file=sys.stderr)
        return 0
    site.put(made)
    return pages


def is_whole(folder: Path) -> bool:
    """Whether there is a site in a folder: what every site has, and not cut off at its beginning."""
    return all(any(path.is_file() and path.stat().st_size for path in folder.glob(name)) for name in _ALWAYS)


def _quietly(*command: str | Path) -> bool:
    """Run a command from the root of the project, but show what it writes to stdout only when it fails."""
    ended = subprocess.run(
        [str(part) for part in command], cwd=ROOT, stdout=subprocess.PIPE, text=True, errors="replace"
    )
    if ended.returncode:
        print(ended.stdout, end="", file=sys.stderr)
    return ended.returncode == 0
