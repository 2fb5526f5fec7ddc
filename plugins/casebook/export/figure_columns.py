"""The figures of cases as columns: which cases report an indicator, their figures as numbers, and as words.

Numbers are what a filter by figures needs of all cases; words are fetched for the cases that are shown.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from casebook.addresses import entry_url, figure_place
from casebook.builds import deltas
from casebook.library import Library, Report, Series, series
from casebook.model.records import Metric
from casebook.model.terms import Indicator
from casebook.model.values import Record
from casebook.views.axes import series_title, unit_word
from casebook.views.figures import notes, written
from casebook.views.indicators import KINDS
from casebook.views.series import comparable

INDICATORS = "indicator"  # beside the keys of facets
FIGURES = 30  # cases whose figures have a file together: as many as a page of the list has
Numbers = Mapping[str, int]  # slug -> number
Number = int | float  # so that 700 stays 700
IndicatorRow = tuple[str, str, str, int]  # id, name, kind, how many cases report it
# Its case, as a delta; its value; least and most that it may be, unless both are that.
FigureRow = tuple[int, Number] | tuple[int, Number, Number | None, Number | None]
FigureWords = tuple[int, str, str, str]  # place of its series, words, address, notes
Bounds = tuple[Number | None, Number | None]


class SeriesColumn(Record):
    """The figures of a series, those of the newest case first."""

    key: str
    title: str
    unit: str
    figures: tuple[FigureRow, ...]


def figure_columns(library: Library, numbers: Numbers) -> dict[str, object]:
    """Path -> content of the columns of all indicators."""
    cases = reporting(library, numbers)
    columns: dict[str, object] = {
        "indicators.json": [
            (term.id, term.zh, library.words[f"indicator_kind_{term.kind}"], len(cases[term.id][1]))
            for term in _offered(library)
        ]
    }
    for name, found in series(library).items():
        columns[f"indicators/{name}.json"] = [_series(library, one, numbers).model_dump() for one in found]
        for place, words in _words(library, found, numbers).items():
            columns[f"figures/{name}-{place}.json"] = words
    return columns


def reporting(library: Library, numbers: Numbers) -> dict[str, tuple[str, list[int]]]:
    """Indicator -> its name and the cases that report it, of those that are offered."""
    found = series(library)
    return {
        term.id: (term.zh, sorted({numbers[slug] for one in found[term.id] for slug in one.cases}))
        for term in _offered(library)
    }


def _offered(library: Library) -> Iterator[Indicator]:
    """Each comparable indicator that a case reports, kind by kind."""
    found = series(library)
    for kind in KINDS:
        for term in library.vocabulary.terms("indicators"):
            if isinstance(term, Indicator) and term.kind == kind and term.id in found and comparable(term):
                yield term


def _words(library: Library, found: tuple[Series, ...], numbers: Numbers) -> dict[int, dict[int, list[FigureWords]]]:
    """File -> case -> its figures of an indicator, by series."""
    files: dict[int, dict[int, list[FigureWords]]] = defaultdict(lambda: defaultdict(list))
    for place, one in enumerate(found):
        for report in one.reports:
            number = numbers[report.case]
            files[number // FIGURES][number].append((place, *_said(library, report)))
    return files


def _said(library: Library, report: Report) -> tuple[str, str, str]:
    case, metric = library.cases[report.case], report.metric
    said = (*notes(library, case, metric), library.words.series_child if report.under else "")
    address = f"{entry_url(case)}#{figure_place(case, metric)}"
    return written(metric), address, library.words.text_comma.join(filter(None, said))


def _series(library: Library, one: Series, numbers: Numbers) -> SeriesColumn:
    reports = sorted(one.reports, key=lambda report: numbers[report.case])
    steps = deltas([numbers[report.case] for report in reports])
    return SeriesColumn(
        key=one.key.id,
        title=series_title(library, one.key),
        unit=unit_word(one.key),
        figures=tuple(_figure(step, report.metric) for step, report in zip(steps, reports, strict=True)),
    )


def _figure(step: int, metric: Metric) -> FigureRow:
    value, found = _number(metric.value), bounds(metric)
    return (step, value) if found == (value, value) else (step, value, *found)


def bounds(metric: Metric) -> Bounds:
    """The lower and upper bound of a figure, None if it has none.

    The lower bound of 超500 is the next number after 500, so that a filter `at most 500` leaves it out. 约 and 近 are
    taken as written, since they do not say how far off they are.
    """
    value = _number(metric.value)
    match metric.qualifier:
        case _ if metric.value_max is not None:
            return value, _number(metric.value_max)
        case "at_least":
            return value, None
        case "over":
            return math.nextafter(value, math.inf), None
        case "at_most":
            return None, value
        case "under":
            return None, math.nextafter(value, -math.inf)
    return value, value


def _number(value: Decimal) -> Number:
    """A value for JSON: 700, 5020.86."""
    return int(value) if value == int(value) else float(value)
