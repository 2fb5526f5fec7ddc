"""Makes the files of all parts of the site, by several workers; what the last site has the same stays as it is."""

import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from casebook.workers import ExecutorError, Lost, run, shares_files
from casebook_pelican.building import Build, Made, Turn, items, kept, make, written
from casebook_pelican.last_site import Row, last_site
from casebook_pelican.progress import Phases

_SETTINGS = (
    "ASSETS",
    "DRAWN",
    "FRESH",
    "ICON",
    "JINJA_ENVIRONMENT",
    "JINJA_FILTERS",
    "JINJA_GLOBALS",
    "LAST_SITE",
    "OUTPUT_PATH",
    "PARQUET",
    "PICTURES",
    "RUNTIME",
    "SITE_ADDRESS",
    "THEME",
    "TYPEFACE",
)


class MakingGenerator(Generator):  # type: ignore[misc]
    """Writes all that views and exports give."""

    def generate_output(self, writer: Writer) -> None:
        """Write the files, and put a Row of each into `settings["ROWS"]`; exit with 1 if workers cannot make them."""
        settings, folder = self.settings, Path(self.output_path).absolute()
        rows = {} if settings["FRESH"] else last_site(Path(settings["LAST_SITE"])).rows
        build = build_of(settings, rows, folder if shares_files() else None)
        settings["ROWS"], parts = {}, defaultdict[str, float](float)
        for turn in _turns(build, settings["PHASES"]):
            parts[turn.part] += turn.seconds
            for made in turn.files:
                assert made.path not in settings["ROWS"], f"two parts of the site make {made.path}"
                settings["ROWS"][made.path] = _settled(made, folder, build.last_site)
        settings["PHASES"].parts = parts


def build_of(settings: Mapping[str, Any], last: Mapping[str, Row], folder: Path | None) -> Build:
    """The Build of what the adapters have put into the settings."""
    return Build(
        library=settings["LIBRARY"],
        settings={name: settings[name] for name in _SETTINGS},
        parts=settings["PARTS"],
        last=last,
        folder=folder,
    )


def _turns(build: Build, phases: Phases) -> list[Turn]:
    """What came of every item; exit with 1 if workers cannot be had, or die of some."""
    waiting = items(build)
    try:
        with phases.phase("files made") as done:
            results = run(make, build, waiting, size=1, done=lambda turns: done(sum(map(_count, turns))))
    except ExecutorError as error:
        sys.exit(str(error))
    lost = [item for item, result in zip(waiting, results, strict=True) if isinstance(result, Lost)]
    if lost:
        named = ", ".join(f"{build.parts[number].name} {start}-{end}" for number, start, end in lost)
        sys.exit(f"Workers died, twice each, of these parts: {named}. With CASEBOOK_EXECUTOR=1 there are none.")
    return [turn for turn in results if not isinstance(turn, Lost)]


def _count(turn: Turn | Lost) -> int:
    return 0 if isinstance(turn, Lost) else len(turn.files)


def _settled(made: Made, folder: Path, last: Path) -> Row:
    """The Row of a file, which now stands in the folder."""
    if made.stays:
        kept(last / made.stays, folder / made.path)
    elif made.text is not None:
        return written(folder / made.path, made.text, made.row.mark)
    return made.row


def get_generators(pelican: Pelican) -> type[Generator]:
    """Offer the generator to Pelican."""
    return MakingGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
