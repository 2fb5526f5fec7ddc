"""Reads how something was done: plain text -> steps."""

from collections.abc import Iterator
from functools import cache

from casebook.extract.enumerations import enumerated
from casebook.extract.headings import Run, context, runs
from casebook.extract.lists import listed
from casebook.extract.narrative import narrative
from casebook.model.records import Step
from casebook.tables import load

# A run without a heading above it needs so many titles of three that begin with a verb.
_VERBS_OF_THREE = 2


def steps(text: str) -> tuple[Step, ...]:
    """The steps of `text` in order, in the most certain reading; empty if there is none."""
    return next(readings(text), ())


def readings(text: str) -> Iterator[tuple[Step, ...]]:
    """Every reading of steps in `text`, the most certain first: headings, enumerations, lists, narrative."""
    if found := tuple(_from_headings(text)):
        yield found
    for read in (enumerated, listed, narrative):
        if told := read(text):
            yield tuple(
                Step(number=place, title=step.title, start=step.start, end=step.end, basis=step.basis)
                for place, step in enumerate(told, 1)
            )


def _from_headings(text: str) -> Iterator[Step]:
    """The steps of the outermost runs of headings that tell how it was done; inner runs belong to their steps."""
    place, done = 0, 0
    for run in runs(text):
        if run.headings[0].start < done or not _tells_how(run):
            continue
        ends = [heading.start for heading in run.headings[1:]] + [run.end]
        for heading, end in zip(run.headings, ends, strict=True):
            place += 1
            yield Step(number=place, title=heading.title, start=heading.start, end=end, basis="stated")
        done = run.end


def _tells_how(run: Run) -> bool:
    """Whether a run of headings tells steps, by its numbering, the heading above it, or its titles."""
    titles = [heading.title for heading in run.headings]
    if run.headings[0].own:
        return True
    if run.context:
        return run.context == "process"
    if any(context(title) == "other" and not title.startswith(_verbs()) for title in titles):
        return False  # 案例背景, 主要做法, 工作成效: the sections of an article
    return 3 * sum(title.startswith(_verbs()) for title in titles) >= _VERBS_OF_THREE * len(titles)


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(load("steps")["verbs"])
