"""Problems of dates that lie in the future: of a case, a source, a figure, a change."""

import datetime
from collections.abc import Iterator, Sequence

from casebook.dates import OPEN, UNKNOWN, begins_after
from casebook.facets import MODELS
from casebook.model.problems import Problem
from casebook.model.values import Dated
from casebook.reading.entries import Reading
from casebook.reading.references import marked
from casebook.reading.validation import field_name
from casebook.vocabulary import Vocabulary


def future(readings: Sequence[Reading], vocabulary: Vocabulary, today: datetime.date) -> Iterator[Problem]:
    """A Problem for each date that begins after `today`, and for each period that ends after it."""
    for reading in readings:
        for loc, _, text in marked(reading.entry.front, Dated) if reading.entry else ():
            for problem in _problem(text, today, reading.draft.path, 1, field_name(loc)):
                yield problem.model_copy(update={"line": reading.line_of(*loc)})
    for facet in MODELS:
        for term in vocabulary.terms(facet):
            path, line = vocabulary.origins[facet, term.id]
            for loc, _, text in marked(term, Dated):
                yield from _problem(text, today, path, line, field_name((term.id, *loc)))


def _problem(text: str, today: datetime.date, path: str, line: int, field: str) -> Iterator[Problem]:
    start, _, end = text.partition("/")
    late = [half for half in (start, end) if half not in (UNKNOWN, OPEN, "") and begins_after(half, today)]
    if late[:1] == [start] or (late and start == OPEN):
        found, instead = f"“{late[0]}” 还没有到", "看看年份有没有写错;只收已经有过的事,写那时的日期"
        yield Problem(path=path, line=line, field=field, found=found, instead=instead)
    elif late:
        found, instead = f"“{text}” 结束在将来", f"还没有结束就写 {start}/..;年份写错了就改"
        yield Problem(path=path, line=line, field=field, found=found, instead=instead, severity="warning")
