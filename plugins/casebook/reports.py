"""Reports on a site for people and programs: its Problems, its numbers, its steps."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from casebook.characters import json_text, shown
from casebook.files import Site
from casebook.library import (
    CLASSES,
    FIGURE,
    UNREAD,
    Library,
    Suggestion,
    WrittenNumber,
    coverage,
    original,
    suggestions,
)
from casebook.model.problems import Problem
from casebook.model.records import Case, Entry, Step

_ORDERS = {"stated": "明说的顺序", "narrative": "讲述的先后"}


def text_report(site: Site) -> str:
    """Every Problem, errors before warnings before what drafts still ask, and a line that counts them.

    What is to be done about to-dos is the same for all and said once.
    """
    lines: list[str] = []
    for label, problems in (("错误", site.errors), ("警告", site.warnings)):
        if problems:
            lines += [f"{label} {len(problems)} 处", *(f"  {problem}" for problem in problems), ""]
    if todos := site.todos:
        lines += [f"待办 {len(todos)} 处:{todos[0].instead}"]
        lines += [*(f"  {one.path}:{one.line} {one.found}" for one in todos), ""]
    library = site.library
    lines.append(
        f"读到 {len(library.cases)} 个案例、{len(library.methods)} 个方法、{len(library.pages)} 个页面:"
        f"{len(site.errors)} 处错误,{len(site.warnings)} 处警告" + (f",{len(site.todos)} 处待办" if site.todos else "")
    )
    return _text(lines)


def json_report(site: Site) -> str:
    """The Problems for programs: a JSON object with `errors`, `warnings` and `todos`."""

    def rows(problems: Sequence[Problem]) -> list[dict[str, object]]:
        return [problem.model_dump() for problem in problems]

    return _json({"errors": rows(site.errors), "warnings": rows(site.warnings), "todos": rows(site.todos)})


_COMMANDS = {"error": "error", "warning": "warning", "todo": "notice"}  # of GitHub's workflow commands
_MARKS = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_MARKS_OF_VALUES = {**_MARKS, ":": "%3A", ",": "%2C"}


def github_report(site: Site) -> str:
    """Every Problem as a workflow command, by which GitHub shows it on its line of a pull request."""
    return "\n".join(
        f"::{_COMMANDS[one.severity]} file={_marked(one.path, _MARKS_OF_VALUES)},line={one.line},"
        f"title={_marked(one.field, _MARKS_OF_VALUES)}::{_marked(f'{one.found}; {one.instead}', _MARKS)}"
        for one in site.problems
    )


def _marked(text: str, marks: Mapping[str, str]) -> str:
    return "".join(marks.get(one, one) for one in shown(text))


def only(site: Site, paths: Collection[str]) -> Site:
    """The Site with the Problems of these files alone, if there are any paths."""
    return replace(site, problems=tuple(one for one in site.problems if one.path in paths)) if paths else site


def written_numbers(library: Library, paths: Collection[str] = ()) -> dict[str, tuple[WrittenNumber, ...]]:
    """Every number of every case and method, or of these alone if there are any, by the path of its file."""
    entries: tuple[Entry, ...] = (*library.cases.values(), *library.methods.values())
    return {entry.path: tuple(coverage(library, entry)) for entry in entries if not paths or entry.path in paths}


def unread(numbers: dict[str, tuple[WrittenNumber, ...]]) -> int:
    """The count of numbers that could not be read."""
    return sum(number.kind == UNREAD for found in numbers.values() for number in found)


def text_figures(library: Library, numbers: dict[str, tuple[WrittenNumber, ...]]) -> str:
    """The numbers of each file counted by class, each unread number with its context, and the totals."""
    lines: list[str] = []
    for entry in (*library.cases.values(), *library.methods.values()):
        found = numbers[entry.path]
        proven = sum(original(library, entry, metric).evidence is not None for metric in entry.metrics)
        lines.append(f"{entry.path}: {_counts(found)};指标中附出处 {proven}/{len(entry.metrics)}")
        lines += (f"  {line}" for line in _unread(entry.path, found))
    every = tuple(number for found in numbers.values() for number in found)
    lines += ["", f"合计 {len(every)} 个数: {_counts(every)}"]
    return _text(lines)


def json_figures(numbers: dict[str, tuple[WrittenNumber, ...]]) -> str:
    """The numbers for programs, as JSON: path -> numbers with span, line, context and class."""
    return _json({path: [number.model_dump() for number in found] for path, found in numbers.items()})


def _counts(found: Sequence[WrittenNumber]) -> str:
    counts = Counter(number.kind for number in found)
    named = [(kind, label) for kind, label in CLASSES.items() if counts[kind] or kind in (FIGURE, UNREAD)]
    return "、".join(f"{label} {counts[kind]}" for kind, label in named)


def _unread(path: str, found: Sequence[WrittenNumber]) -> Iterator[str]:
    for number in found:
        if number.kind == UNREAD:
            yield (
                f"{path}:{number.line} …{number.context}… 里的数字认不出;"
                "是指标就写进 metrics(quote、indicator、value、unit),不是就写进 not_metrics(quote、why)"
            )


def _json(value: object) -> str:
    return json_text(value, indent=2)


def _text(lines: Sequence[str]) -> str:
    """The lines for a terminal, none of which holds a line end or speaks to whoever shows it."""
    return "\n".join(map(shown, lines))


def text_steps(library: Library) -> str:
    """The steps of every case with order, time, duration and methods, and the links that their words suggest."""
    offered: dict[tuple[str, int], list[Suggestion]] = {}
    for one in suggestions(library):
        offered.setdefault((one.case, one.step.number), []).append(one)
    lines: list[str] = []
    for case in library.cases.values():
        lines.append(f"{case.path}: {len(case.steps)} 步")
        for step in case.steps:
            line = library.bodies[case.slug].document.line_at(step.start)
            lines.append(f"  {case.path}:{line} {step.number}. {step.title}({_circumstances(library, case, step)})")
            lines += (
                f"    提到 “{one.words}”: 如果就是那一步,把 {one.link} 写进正文"
                for one in offered.get((case.slug, step.number), ())
            )
    return _text(lines)


def _circumstances(library: Library, case: Case, step: Step) -> str:
    uses = (use for use in library.uses_in(case.slug) if use.step == step)
    links = "、".join(f"{use.method}{'#' if use.method_step else ''}{use.method_step}" for use in uses)
    told = (_ORDERS[step.basis], step.when or "没有日期", step.lasting, links or "没有链接到方法")
    return ",".join(filter(None, told))
