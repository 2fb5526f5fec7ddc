"""What the whole site costs as the collection grows, beside other generators: `python -m benchmarks.site`.

`grown.py` makes the collection in each size. A copy of the project builds it by `inv build` without anything kept from
a build before (cold), once more (warm), and after a sentence was added to a case (edited); the others build the same
texts (`site_peers.py`). All take turns, three rounds; the median of each counts. Of our site the heaviest pages,
what they fetch, and how long a phone waits (`site_use.py`) are measured then. The figures go into
.build/bench-site.json, too.
"""

import argparse
import json
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.grown import grow
from benchmarks.measured import Cost, cost
from benchmarks.pages import FIRST, HEAVIEST, fetched
from benchmarks.site_peers import Peer, peers
from benchmarks.site_use import told, used
from benchmarks.tables import table
from casebook_theme.node import ROOT

ROUNDS = 3
FORGOTTEN = 40  # seconds before a round: ext4 looks at what was deleted in the last 35 before it makes another file
SIZES = "25,100,1000"
SHOWN = 12  # of the heaviest pages
FIGURES = ROOT / ".build" / "bench-site.json"
OURS = "Casebook"
EDITS = ("隔壁的街坊也来学。", "后来隔壁的街坊也来学。", "再后来隔壁的街坊也来学。")  # one a round
ADDRESSES = {  # what pages fetch when their address asks for something
    "/cases/ filtered": "cases/?theme=elder-care&indicator=service-contacts&view=table",
    "/cases/ on a map": "cases/?view=map&theme=elder-care&indicator=service-contacts",
    "/cases/ by figure": "cases/?indicator=service-contacts&sort=most",
    "/compare/ of two": "compare/?cases=jiujiang-federation,tongsheng-ebike-parking",
    "/search/ found": "search/?q=停车",
    "/search/ English": "search/?q=volunteer patrol",
}
_COPIED = ("plugins", "theme", "tasks.py", "pelicanconf.py", "publishconf.py", ".build/divisions.json")
_KEPT = "divisions.json"  # made when the project is set up
Costs = dict[str, dict[str, list[Cost]]]


class Size(NamedTuple):
    """What was measured of a collection."""

    cases: int
    costs: Costs
    pages: int
    heavy: int
    weights: Mapping[str, int]
    used: Mapping[str, float]


def measured(cases: int, scratch: Path) -> Size:
    """Make a collection, build it in turns with the others, weigh the site."""
    grow(ROOT / "content", scratch / "content", cases)
    edited = sorted((scratch / "content" / "cases").glob("*.md"))[cases // 2].stem
    all_sites = {OURS: _ours(scratch, edited), **peers(scratch / "content", scratch / "peers", edited)}
    costs: Costs = {name: {mode: [] for mode in MODES if name == OURS or mode in OTHERS} for name in all_sites}
    texts = {name: site.edited.read_text(encoding="utf-8") for name, site in all_sites.items()}
    for number in range(ROUNDS):
        time.sleep(FORGOTTEN)
        for mode, name in ((mode, name) for mode in MODES for name in costs if mode in costs[name]):
            site, taken = all_sites[name], costs[name][mode]
            MODES[mode](site, texts[name], EDITS[number])
            taken.append(cost(site.command, site.folder, {"CONTENT": str(scratch / "content")}))
            print(f"{cases:,} cases, round {number + 1}: {name}, {mode}: {taken[-1].wall:.1f} s", flush=True)
        for name, site in all_sites.items():
            _must_show(site, EDITS[number])
            site.edited.write_text(texts[name], encoding="utf-8")
    return _weighed(cases, costs, all_sites[OURS].output)


def _ours(scratch: Path, edited: str) -> Peer:
    """A copy of the project, so that whatever a build keeps can be taken away."""
    home = scratch / "project"
    for name in _COPIED:
        path, copy = ROOT / name, home / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            shutil.copytree(path, copy, ignore=shutil.ignore_patterns("node_modules", "build", "__pycache__"))
        else:
            shutil.copy2(path, copy)
    (home / "theme" / "node_modules").symlink_to(ROOT / "theme" / "node_modules")
    command = ("env", f"PYTHONPATH={home / 'plugins'}", sys.executable, "-m", "invoke", "build")
    return Peer(command, home, scratch / "content" / "cases" / f"{edited}.md", home / "output")


# --- what is built ----------------------------------------------------------------------------------------------


def _cold(site: Peer, text: str, edit: str) -> None:
    """Put away what was built, and what a build of ours keeps: it is not deleted, which would count (FORGOTTEN)."""
    kept = [path for path in (site.folder / ".build").glob("*") if path.name != _KEPT]
    away = Path(tempfile.mkdtemp(dir=site.folder.parent))
    for number, path in enumerate((site.output, site.folder / "theme" / "build", *kept)):
        if path.exists():
            path.rename(away / str(number))


def _warm(site: Peer, text: str, edit: str) -> None:
    """Leave all as it is."""


def _edited(site: Peer, text: str, edit: str) -> None:
    """Add a sentence at the end."""
    site.edited.write_text(f"{text.rstrip()}\n\n{edit}\n", encoding="utf-8")


MODES: Mapping[str, Callable[[Peer, str, str], None]] = {"cold": _cold, "warm": _warm, "edited": _edited}
OTHERS = ("cold", "edited")  # they keep nothing


def _must_show(site: Peer, edit: str) -> None:
    """A build that is quick because it did not see the edit does not count."""
    slug = site.edited.stem
    pages = (path for path in site.output.rglob("*.html") if slug in (path.stem, path.parent.name))
    if not any(edit in path.read_text(encoding="utf-8") for path in pages):
        raise RuntimeError(f"{site.output} does not show what {site.edited} says")


# --- what pages weigh -------------------------------------------------------------------------------------------


def _weighed(cases: int, costs: Costs, site: Path) -> Size:
    sizes = {path: path.stat().st_size for path in site.rglob("*.html")}
    heaviest: dict[str, Path] = {}
    for path, size in sizes.items():
        kind = _kind(path.relative_to(site))
        if kind not in heaviest or size > sizes[heaviest[kind]]:
            heaviest[kind] = path
    addresses = {kind: _address(path.relative_to(site)) for kind, path in heaviest.items()}
    opened = addresses | ADDRESSES
    weights = {name: row[3] for name, row in zip(opened, fetched(site, opened), strict=True)}
    return Size(cases, costs, len(sizes), sum(size > HEAVIEST for size in sizes.values()), weights, used(site))


def _kind(page: Path) -> str:
    """Pages of one kind have one shape of address: `/cases/*/`."""
    first, *rest = page.parts[:-1] or ("",)
    return re.sub("//+", "/", f"/{'/'.join((first, *('*' for _ in rest)))}/")


def _address(page: Path) -> str:
    return page.as_posix().removesuffix("index.html")


# --- what is told -----------------------------------------------------------------------------------------------


def _report(size: Size) -> Iterator[str]:
    walls = {name: _median(modes["cold"]).wall for name, modes in size.costs.items() if name != OURS}
    head = ("", "wall s", "CPU s", "peak MB", *(f"× {name}, cold" for name in walls))
    yield f"\n{size.cases:,} cases: {size.pages:,} pages, {size.heavy} over {HEAVIEST:,} bytes\n"
    yield table(
        head,
        (
            [f"{name}, {mode}", *_told(_median(taken), walls.values())]
            for name, modes in size.costs.items()
            for mode, taken in modes.items()
        ),
    )
    heavy = sorted(size.weights.items(), key=lambda pair: -pair[1])
    rows = ([name, f"{weight:,}"] for name, weight in heavy[:SHOWN])
    yield f"\n{table(('heaviest page of a kind', 'with all that it fetches, gzip'), rows)}"
    yield f"\n{told(size.used)}"
    over = [name for name, weight in heavy if weight > FIRST]
    yield f"\nover {FIRST:,} bytes with all that they fetch: {', '.join(over) or 'none'}"


def _median(taken: Iterable[Cost]) -> Cost:
    return Cost(*map(median, zip(*taken, strict=True)))


def _told(one: Cost, others: Iterable[float]) -> list[str]:
    ratios = (f"{one.wall / other:.2f}" for other in others)
    return [f"{one.wall:.1f}", f"{one.cpu:.1f}", f"{one.peak / 1e6:.0f}", *ratios]


def _growth(sizes: Iterable[Size]) -> Iterator[str]:
    for few, many in pairwise(sizes):
        ratio = _median(many.costs[OURS]["cold"]).wall / _median(few.costs[OURS]["cold"]).wall
        yield f"{many.cases:,} cases take {ratio:.1f} × as long as {few.cases:,}"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure each size, print, write the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.site", description=__doc__)
    parser.add_argument("--cases", default=SIZES, help=f"how many, one size after the other (default {SIZES})")
    sizes = []
    for cases in map(int, parser.parse_args(argv).cases.split(",")):
        with tempfile.TemporaryDirectory(dir=ROOT / ".build") as scratch:
            sizes.append(measured(cases, Path(scratch)))
        print("\n".join(_report(sizes[-1])), flush=True)
        FIGURES.write_text(json.dumps([one._asdict() for one in sizes], ensure_ascii=False, indent=1), encoding="utf-8")
    print("\n".join(_growth(sizes)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
