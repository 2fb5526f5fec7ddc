"""Builds that are killed, that come two at once, or that find the disk full: is there a whole site afterwards?

A site is whole when all its files are those of one of two sites that were built in peace, byte for byte.
"""

import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from casebook_build import places, sites
from casebook_theme.node import ROOT

KILLS, WORKERS, STEPS, ROUNDS, FILLS = 100, 20, 10, 20, 12
_CONTENT = ROOT / "tests" / "site" / "content"
_STEPPED = ("rename", "unlink", "rmdir")  # what changes names
_WAYS = ("exchange", "steps")  # how a system can put one folder in the place of another


class Trial:
    """A folder with two collections, which take turns, and the digests of their sites."""

    def __init__(self, folder: Path) -> None:
        self.site, self.scratch = folder / "site", folder / "scratch"
        self.contents = [Path(shutil.copytree(_CONTENT, folder / name)) for name in ("one", "two")]
        page = self.contents[1] / "pages" / "about.md"
        page.write_text(f"{page.read_text(encoding='utf-8')}\nOnce more.\n", encoding="utf-8")
        self.digests: list[str] = []
        self.seconds = 0.0
        for content in reversed(self.contents):
            start = time.monotonic()
            assert self.builder(content).wait() == 0
            self.seconds = time.monotonic() - start
            self.digests.append(digest(self.site))
        assert len(set(self.digests)) == 2

    def builder(self, content: Path, way: str = "exchange", step: int = -1, **options: Any) -> subprocess.Popen[str]:
        """A process of its own that builds the site, and kills itself before a step of the swap."""
        command = (sys.executable, "-m", "benchmarks.kills", self.site, content, self.scratch, way, str(step))
        quiet: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        return subprocess.Popen(
            [str(part) for part in command], cwd=ROOT, start_new_session=True, **{**quiet, **options}
        )

    def state(self) -> str:
        """What stands there: one of the two sites, or what it never may be."""
        return "whole" if digest(self.site) in self.digests else f"NOT WHOLE: {digest(self.site)}"


def digest(site: Path) -> str:
    """A digest of the names and contents of all files."""
    found = hashlib.sha256()
    files = sorted(path for path in site.rglob("*") if path.is_file())
    for path in files:
        found.update(path.relative_to(site).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{found.hexdigest()[:12]} of {len(files)} files"


def killed(trial: Trial) -> Iterator[str]:
    """Kill builds at random moments, now the builder alone, now also what it has started."""
    chance = random.Random(17)  # noqa: S311 - moments, not secrets
    for number in range(KILLS):
        builder = trial.builder(trial.contents[number % 2])
        try:
            builder.wait(chance.uniform(0, 1.1 * trial.seconds))
        except subprocess.TimeoutExpired:
            (os.kill if number % 3 else os.killpg)(builder.pid, signal.SIGKILL)
        code = builder.wait()
        yield f"{'killed' if code < 0 else f'exit {code}'}, {trial.state()}"


def killed_workers(trial: Trial) -> Iterator[str]:
    """Kill a process that a build has started, at random moments: the build goes on, or ends and leaves the site."""
    chance = random.Random(18)  # noqa: S311 - moments, not secrets
    for number in range(WORKERS):
        builder = trial.builder(trial.contents[number % 2], env={**os.environ, "CASEBOOK_EXECUTOR": "2"})
        time.sleep(chance.uniform(0.3, trial.seconds))
        if started := [pid for pid in _group(builder.pid) if pid != builder.pid]:
            with suppress(ProcessLookupError):
                os.kill(chance.choice(started), signal.SIGKILL)
        said, _ = builder.communicate()
        left = _group(builder.pid)
        yield f"exit {builder.returncode}, {trial.state()}, {len(left)} processes left{_unsaid(builder, said)}"


def _group(group: int) -> list[int]:
    """The processes of a group that are there."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, its_group = path.read_text().rpartition(")")[2].split()[:3]
            if int(its_group) == group and state != "Z":
                found.append(int(path.parent.name))
    return found


def killed_between_steps(trial: Trial) -> Iterator[str]:
    """Kill builds before each step of the swap; where it has several, the next build mends it, even one that fails."""
    broken = trial.contents[0].parent / "broken"
    shutil.copytree(trial.contents[0], broken)
    (broken / "site.yaml").unlink()
    for way in _WAYS:
        for step in range(STEPS):
            builder = trial.builder(trial.contents[step % 2], way, step)
            assert builder.wait() == -signal.SIGKILL
            at_once = trial.state() if way == "exchange" else "mended"
            after = trial.builder(broken, way)
            said, _ = after.communicate()
            assert "last good one stays" in said, said
            yield f"{way}: {at_once}, then exit {after.returncode}, {trial.state()}"


def two_at_once(trial: Trial) -> Iterator[str]:
    """Start two builds at the same time."""
    for _ in range(ROUNDS):
        builders = [trial.builder(content) for content in trial.contents]
        said = [builder.communicate()[0] for builder in builders]
        waited = sum("Another build is running" in words for words in said)
        yield f"exits {[builder.returncode for builder in builders]}, {waited} waited, {trial.state()}"


def no_room(trial: Trial) -> Iterator[str]:
    """Build on a disk with room for the site that is there and a part of another; and with files of a largest size."""
    for part in range(FILLS):
        limit = 2**part * 100
        builder = trial.builder(trial.contents[part % 2], preexec_fn=lambda limit=limit: _no_larger(limit))
        said, _ = builder.communicate()
        yield f"no file above {limit} bytes: exit {builder.returncode}, {trial.state()}{_unsaid(builder, said)}"


def full_disk(folder: Path) -> Iterator[str]:
    """The same on a disk of its own, if we may have one."""
    size = 64 * 1024 * 1024
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=False).returncode:
        yield "no right to mount a small disk: not tried"
        return
    try:
        trial = Trial(folder)
        free = shutil.disk_usage(folder).free
        need = sum(path.stat().st_blocks * 512 for path in trial.site.rglob("*"))
        for part in range(FILLS):
            with _filled(folder / "filler", free - need * part // (FILLS - 2)):
                builder = trial.builder(trial.contents[part % 2])
                said, _ = builder.communicate()
                yield f"exit {builder.returncode}, {trial.state()}{_unsaid(builder, said)}"
    finally:
        subprocess.run(["umount", folder], check=False)


@contextmanager
def _filled(path: Path, size: int) -> Iterator[None]:
    with path.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(size, 1))
    try:
        yield
    finally:
        path.unlink()


def _no_larger(limit: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def _unsaid(builder: subprocess.Popen[str], said: str) -> str:
    """What a build should have said and has not."""
    told = ("Built", "Nothing has changed") if builder.returncode == 0 else ("last good one stays",)
    return "" if any(words in said for words in told) else f", UNSAID: {told[0]}: {said[-300:]!r}"


def main() -> None:
    """Print for every kind of trial how often what happened."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "disk").mkdir()
        trial = Trial(folder)
        for kind in (killed, killed_workers, killed_between_steps, two_at_once, no_room):
            _show(kind.__name__, kind(trial))
        _show("full_disk", full_disk(folder / "disk"))


def _show(name: str, happened: Iterator[str]) -> None:
    print(name, flush=True)
    for what, count in Counter(happened).items():
        print(f"  {count:4} {what}", flush=True)


def _build(site: str, content: str, scratch: str, way: str, step: str) -> int:
    """Build, as the process that the trials start."""
    sites.SCRATCH = Path(scratch)
    if way == "steps":
        vars(places)["exchange"] = lambda one, other: False
    if int(step) >= 0:
        _die_before(int(step))
    return 0 if sites.built(Path(site), content, fresh=int(step) >= 0) else 1


def _die_before(step: int) -> None:
    """Kill this process before the `step`th change of a name once the site is put in its place."""
    left = iter(range(step))
    really = places.Place.put

    def stepped(call: Callable[..., object]) -> Callable[..., Any]:
        def run(*args: object, **options: object) -> object:
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*args, **options)

        return run

    def put(place: places.Place, made: Path) -> None:
        if place.path.name == "site":
            vars(places)["exchange"] = stepped(vars(places)["exchange"])
            for name in _STEPPED:
                setattr(os, name, stepped(getattr(os, name)))
        really(place, made)

    vars(places)["Place"].put = put


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(_build(*sys.argv[1:]))
    main()
