"""Finds the runs of numbered headings that may be steps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from casebook.extract.headings import Heading, context, endings
from casebook.extract.lines import Line

_LOW = 4  # from this level on, headings may lie within a step
_LONGEST_LINE = 30  # characters of a line without a number that is a heading


@dataclass
class Run:
    """Headings of one level, numbered 1, 2, 3 ...; `context` is the kind of the heading above, `end` the end."""

    context: str
    headings: list[Heading] = field(default_factory=list)
    end: int = 0


def runs(text: str, lines: Sequence[Line]) -> tuple[Run, ...]:
    """The runs of numbered headings, each after the run that contains it."""
    headings = [line.heading for line in lines if line.heading]
    if all(heading.number != 1 for heading in headings):
        return ()
    # All are read before any is judged: a run grows until its last heading.
    found = [*_numbered_runs(text, lines), *_own_runs(text, headings)]
    return tuple(run for run in found if len(run.headings) > 1)


def _numbered_runs(text: str, lines: Sequence[Line]) -> Iterator[Run]:
    """The runs of headings whose numbers say nothing of steps."""
    above: dict[int, str] = {}  # level -> kind of the last heading of that level; 0 is a line without a number
    open_runs: dict[int, Run] = {}
    ends = endings()
    for line in lines:
        found = line.heading
        if found is None or found.own:
            if line.words[-1] in ends and len(line.words) <= _LONGEST_LINE and (kind := context(line.words)):
                _close(open_runs, 0, line.start)
                above = {0: kind}
            continue
        _close(open_runs, found.level + 1, found.start)
        above = {level: kind for level, kind in above.items() if level < found.level}
        run = open_runs.get(found.level)
        if run is None or found.number != run.headings[-1].number + 1:
            _close(open_runs, found.level, found.start)
            run = None
        if run is None and found.number == 1:
            run = open_runs[found.level] = Run(next((above[level] for level in sorted(above, reverse=True)), ""))
            yield run
        if run:
            run.headings.append(found)
            run.end = len(text)
        if kind := context(found.title):
            above[found.level] = kind


def _own_runs(text: str, found: Sequence[Heading]) -> Iterator[Run]:
    """Runs of headings that count steps, whatever lies between; the last ends at the next heading of a high level."""
    run: Run | None = None
    for one in found:
        if run and not one.own and one.level < _LOW:
            run.end = one.start
            run = None
        if not one.own:
            continue
        if run is None or one.number != run.headings[-1].number + 1:
            if run:
                run.end = one.start
            run = Run("") if one.number == 1 else None
            if run:
                yield run
        if run:
            run.headings.append(one)
            run.end = len(text)


def _close(open_runs: dict[int, Run], level: int, end: int) -> None:
    """End the open runs of `level` and below at `end`."""
    for closed in [at for at in open_runs if at >= level]:
        open_runs.pop(closed).end = end
