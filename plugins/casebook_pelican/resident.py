"""The site at home, kept in memory: after a change only what has changed is read, and pages are made when asked for.

As long as anything is wrong, the site stays as it was, and the Problems are there to be shown.
"""

import gc
import itertools
import sys
import time
import traceback
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from jinja2 import TemplateError, TemplateSyntaxError

from casebook.days import this_day
from casebook.files import read_gazetteer, read_site
from casebook.folder import path_text
from casebook.histories import read_history
from casebook.library import Library
from casebook.model.problems import Problem, errors
from casebook.readings import live_readings_of
from casebook.reports import text_report
from casebook.vocabularies import LiveVocabulary
from casebook.workers import ExecutorError
from casebook_pelican.edition import Edition, settings_of
from casebook_pelican.library import NEW

CONTENT, STATIC, TEMPLATES, CODE = "content", "static", "templates", "plugins"  # what may change
_MAKING = "making"
_KINDS: Mapping[str, str] = {"error": "错误", "warning": "警告", "todo": "待办"}


class Line(NamedTuple):
    """A Problem as a page shows it: its severity in a word, and what `check` prints."""

    kind: str
    text: str


class State(NamedTuple):
    """What a page is told: the edition that there is now, and the Problems of its file and of others.

    `title` is empty if there is nothing to tell.
    """

    edition: str
    title: str = ""
    own: tuple[Line, ...] = ()
    others: str = ""
    rest: tuple[Line, ...] = ()


class Resident:
    """The site of a content folder. `bundle` bundles the theme and tells whether that went well."""

    def __init__(self, settings: Path, content: Path, bundle: Callable[[], bool]) -> None:
        self.edition: Edition | None = None
        self._settings, self._content, self._bundle = settings, content, bundle
        self._zone = ZoneInfo(settings_of(settings)["TIMEZONE"])
        self._gazetteer = read_gazetteer()
        self._read, self._terms = live_readings_of(content), LiveVocabulary()
        self._names = (f"{time.time_ns():x}.{number}" for number in itertools.count())
        self._library: Library | None = None
        self._problems: tuple[Problem, ...] = ()
        self._due: set[str] = set()  # what has changed since all was taken over without a bug
        self._wrong: dict[str, Problem] = {}  # by what has changed

    def update(self, changed: Collection[str]) -> None:
        """Take over what has changed; print the Problems, and how long it took."""
        gc.set_threshold(NEW)
        start, is_first = time.perf_counter(), self.edition is None
        try:
            self._due.update(changed)
            self._take(self._due)
            self._due.clear()
            self.note(_MAKING, "")
        except ExecutorError as error:
            print(error, file=sys.stderr)
            self.note(_MAKING, str(error))
        except Exception as error:  # a bug, or a disk: whoever writes is told, and keeps the last good text
            traceback.print_exc()
            self.note(_MAKING, f"{type(error).__name__}: {error}")
        stays = "" if self.edition is None else "; the last good text stays"
        done = f"Not updated{stays}" if self._errors() else "Updated"
        print(f"{done} ({time.perf_counter() - start:.1f} s)", flush=True)
        if is_first and self.edition:
            gc.freeze()  # most of what was read stays: it is not looked at again for what could be freed

    def note(self, what: str, wrong: str) -> None:
        """Note why the code cannot be used; empty: it can."""
        problem = Problem(path="plugins", line=1, field="程序", found=wrong, instead="看终端里的说明")
        self._note(what, problem if wrong else None)

    def state(self, address: str) -> State:
        """What the page at an address is told."""
        edition = self.edition
        problems = (*self._wrong.values(), *errors(self._problems), *_rest(self._problems))
        own = tuple(one for one in problems if self._is_of(address, one))
        rest = tuple(one for one in problems if one not in own)
        return State(
            edition=edition.name if edition else "",
            title=self._title(own),
            own=_lines(own),
            others=f"别的文件有{_counted(rest)}" if rest else "",
            rest=_lines(rest),
        )

    def _title(self, own: Sequence[Problem]) -> str:
        if self._errors():
            return "有错误,网页没有更新:看到的是上一次没有错误的样子" if self.edition else "有错误,还没有网页"
        return f"这一页的文件有{_counted(own)}" if own else ""

    def _is_of(self, address: str, problem: Problem) -> bool:
        """Whether a Problem is shown in full on the page at an address: it is about its file, or about all pages."""
        if problem in self._wrong.values():
            return True
        source = self.edition.source(address) if self.edition else ""
        if source:
            return problem.path == source
        new = address.removesuffix("/")  # its file may never have been without an error
        return bool(new) and problem.path.endswith((f"/{new}.md", f"/pages/{new}.md"))

    def _errors(self) -> tuple[Problem, ...]:
        return (*self._wrong.values(), *errors(self._problems))

    def _note(self, what: str, problem: Problem | None) -> None:
        self._wrong.pop(what, None)
        if problem:
            self._wrong[what] = problem

    def _take(self, changed: Collection[str]) -> None:
        if STATIC in changed:
            wrong = Problem(
                path="theme/static", line=1, field="样式或脚本", found="没有打成包", instead="看终端里的说明"
            )
            self._note(STATIC, None if self._bundle() else wrong)
        if CONTENT in changed:
            self._take_content()
        if self._library and STATIC not in self._wrong and not errors(self._problems):
            self._take_edition(self._library)

    def _take_content(self) -> None:
        site = read_site(
            self._content,
            gazetteer=self._gazetteer,
            today=this_day(),
            history=read_history(self._content, self._zone),
            read=self._read,
            terms=self._terms,
        )
        if site.problems:
            print(text_report(site), file=sys.stderr)
        self._problems = site.problems
        if not site.errors:
            self._library = site.library

    def _take_edition(self, library: Library) -> None:
        try:
            self.edition = Edition(self._settings, self._content, library, next(self._names))
        except TemplateError as error:
            print(error, file=sys.stderr)
            self._note(TEMPLATES, _of_template(error))
        else:
            self._note(TEMPLATES, None)


def _of_template(error: TemplateError) -> Problem:
    where, line = (error.filename, error.lineno) if isinstance(error, TemplateSyntaxError) else (None, 1)
    path = path_text(Path(where)) if where else "theme/templates"
    return Problem(path=path, line=line, field="模板", found=str(error.message), instead="改好这个模板")


def _rest(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Warnings and then to-dos, which stop no build."""
    return (problem for kind in ("warning", "todo") for problem in problems if problem.severity == kind)


def _lines(problems: Iterable[Problem]) -> tuple[Line, ...]:
    return tuple(Line(_KINDS[problem.severity], str(problem)) for problem in problems)


def _counted(problems: Sequence[Problem]) -> str:
    counts = ((name, sum(one.severity == kind for one in problems)) for kind, name in _KINDS.items())
    return "、".join(f" {count} 处{name}" for name, count in counts if count)
