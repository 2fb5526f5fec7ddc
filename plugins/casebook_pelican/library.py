"""Reads the content before Pelican does anything, and stops the run when it has errors.

The Library goes into the settings, and so into the context of every generator. A run that stops has written nothing, so
the last good site stays.
"""

import gc
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pelican import Pelican, signals

from casebook.days import this_day
from casebook.files import read_gazetteer, read_site
from casebook.histories import read_history
from casebook.library import Library
from casebook.readings import readings_of
from casebook.reports import text_report
from casebook.vocabularies import vocabulary_of
from casebook.workers import ExecutorError
from casebook_pelican.progress import Phases

NEW = 50_000  # objects, after which Python looks for circles among them: a build makes millions, and few circles


def read_content(pelican: Pelican) -> None:
    """Put the Library into `settings["LIBRARY"]` and print every Problem; exit with 1 if one is an error.

    The server at home has put it there already (`resident.py`).
    """
    settings = pelican.settings
    settings["PHASES"] = Phases()
    if "LIBRARY" not in settings:
        settings["LIBRARY"], settings["REPORT"] = _read(settings)
    settings["PARTS"] = ()
    settings["SITENAME"] = settings["LIBRARY"].collection.site.name


def _read(settings: Mapping[str, Any]) -> tuple[Library, str]:
    """The Library, and what was reported of its content."""
    gc.disable()  # what is read stays
    content, with_drafts = Path(settings["PATH"]), settings["WITH_DRAFTS"]
    phases: Phases = settings["PHASES"]
    with phases.phase("history"):
        history = read_history(content, ZoneInfo(settings["TIMEZONE"]))
    try:
        with phases.phase("files read") as done:
            site = read_site(
                content,
                drafts=with_drafts,
                gazetteer=read_gazetteer(),
                today=this_day(),
                history=history,
                read=readings_of(content, fresh=settings["FRESH"], done=done),
                terms=vocabulary_of(content, fresh=settings["FRESH"]),
            )
    except ExecutorError as error:
        sys.exit(str(error))
    report = text_report(site) if site.problems else ""
    if report:
        print(report, file=sys.stderr)
    if site.errors:
        sys.exit(1)
    gc.freeze()  # it lives as long as the build: none of it is looked at again for what could be freed
    gc.set_threshold(NEW)
    gc.enable()
    return site.library, report


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(read_content)
