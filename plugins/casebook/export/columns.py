"""The cases as columns, one file for each facet and indicator, by which browsers filter and sort.

A case is a number here: its index in the order of the newest. `facets/<key>.json` has the terms with the cases that
have them; `indicators.json` the indicators with the cases that report them; `indicators/<id>.json` the figures of one,
by series; `orders/<by>.json` the numbers in another order; `cases.json` the slugs.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from pypinyin import lazy_pinyin

from casebook.builds import deltas, json_text
from casebook.dates import date_zh, sort_key
from casebook.facets import BY_ID, YEARS
from casebook.library import Library, Report, Series, by_year, facet_terms, series, yearless
from casebook.model.records import Case, Metric
from casebook.model.terms import Indicator, Place, Source
from casebook.model.values import Record
from casebook.views.addresses import entry_url, figure_place
from casebook.views.axes import series_title, unit_word
from casebook.views.explore import filters
from casebook.views.figures import notes, written
from casebook.views.indicators import KINDS
from casebook.views.series import comparable

Numbers = Mapping[str, int]  # slug -> number
Row = tuple[str, str, list[int]] | tuple[str, str, list[int], int]  # id, name, cases as deltas, depth of a place
IndicatorRow = tuple[str, str, str, list[int]]  # id, name, kind, the cases that report it as deltas
Number = int | float  # so that 700 stays 700
# case, value, least and most that it may be, words, address, notes
FigureRow = tuple[int, Number, Number | None, Number | None, str, str, str]
Bounds = tuple[Number | None, Number | None]


class ColumnsManifest(Record):
    """How many cases there are, how many of them a file of cards or rows has, and a page of the list."""

    build: str
    count: int
    file: int
    page: int


class FacetColumn(Record):
    """`terms`: the terms that cases have; `unused`: the count of other terms."""

    terms: tuple[Row, ...]
    unused: int


class SeriesColumn(Record):
    """The figures of a series, the largest first."""

    key: str
    title: str
    unit: str
    figures: tuple[FigureRow, ...]


class DrawnMap(Record):
    """A map as it is drawn, and what the position of its tiles means."""

    html: str
    note: str


def column_files(library: Library) -> dict[str, str]:
    """Path -> content of every column."""
    numbers = {case.slug: number for number, case in enumerate(library.newest)}
    found = series(library)
    columns: dict[str, object] = {
        "cases.json": list(numbers),
        **{f"facets/{one.key}.json": _facet(library, one.facet, numbers).model_dump() for one in filters(library)},
        "indicators.json": list(_indicators(library, found, numbers)),
        **{
            f"indicators/{name}.json": [_series(library, one, numbers).model_dump() for one in each]
            for name, each in found.items()
        },
        "orders/year.json": _order(library, lambda case: tuple(-part for part in sort_key(case.front.period))),
        "orders/title.json": _order(library, lambda case: tuple(lazy_pinyin(case.front.title))),
    }
    return {name: json_text(column) for name, column in columns.items()}


def _order(library: Library, key: Callable[[Case], Any]) -> list[int]:
    """The numbers of the cases sorted by `key`, the newest first among equals."""
    return sorted(range(len(library.newest)), key=lambda number: key(library.newest[number]))


# --- facets ---


def _facet(library: Library, facet: str, numbers: Numbers) -> FacetColumn:
    every = list(_terms(library, facet))
    rows = [
        (key, name, deltas(sorted(numbers[slug] for slug in slugs if slug in numbers)))
        for key, name, slugs in every
        if any(slug in numbers for slug in slugs)
    ]
    unused = len(every) - len(rows)
    if BY_ID[facet].model is Place:
        return FacetColumn(terms=tuple(_tree(library, rows)), unused=unused)
    if facet != YEARS:
        rows.sort(key=lambda row: -len(row[2]))
    return FacetColumn(terms=tuple(rows), unused=unused)


def _terms(library: Library, facet: str) -> Iterator[tuple[str, str, Iterable[str]]]:
    """(id, name, slugs of the cases) of each term."""
    if facet == YEARS:
        for one in by_year(library):
            yield str(one.year), date_zh(str(one.year)), (*one.stated, *one.inferred)
        if yearless(library):
            yield "unknown", library.words.years_unknown, yearless(library)
    elif facet == "grades":
        for grade in library.vocabulary.terms(facet):
            yield grade.id, grade.zh, [case.slug for case in library.newest if grade.id in _grades(library, case)]
    else:
        for key, name, entries in facet_terms(library, facet):
            yield key, name, [entry.slug for entry in entries if isinstance(entry, Case)]


def _grades(library: Library, case: Case) -> set[str]:
    sources = (library.vocabulary["sources", name] for name in case.front.sources)
    return {source.grade for source in sources if isinstance(source, Source)}


def _tree(library: Library, rows: Iterable[tuple[str, str, list[int]]]) -> Iterator[Row]:
    """The places as a tree in rows: each place after the one above it, with its depth."""
    ranks = {place.id: rank for rank, place in enumerate(library.vocabulary.terms("places"))}

    def path(row: tuple[str, str, list[int]]) -> list[int]:
        return [ranks[place.id] for place in reversed(library.vocabulary.lineage(row[0]))]

    yield from ((*row, len(path(row)) - 1) for row in sorted(rows, key=path))


# --- figures ---


def _indicators(library: Library, found: Mapping[str, tuple[Series, ...]], numbers: Numbers) -> Iterator[IndicatorRow]:
    """The row of each comparable indicator, kind by kind."""
    for kind in KINDS:
        for term in library.vocabulary.terms("indicators"):
            if isinstance(term, Indicator) and term.kind == kind and term.id in found and comparable(term):
                slugs = {slug for one in found[term.id] for slug in one.cases}
                yield (
                    term.id,
                    term.zh,
                    library.words[f"indicator_kind_{kind}"],
                    deltas(sorted(numbers[slug] for slug in slugs)),
                )


def _series(library: Library, one: Series, numbers: Numbers) -> SeriesColumn:
    return SeriesColumn(
        key=one.key.id,
        title=series_title(library, one.key),
        unit=unit_word(one.key),
        figures=tuple(_figure(library, report, numbers) for report in one.reports),
    )


def _figure(library: Library, report: Report, numbers: Numbers) -> FigureRow:
    case, metric = library.cases[report.case], report.metric
    said = (*notes(library, case, metric), library.words.series_child if report.under else "")
    address = f"{entry_url(case)}#{figure_place(case, metric)}"
    least, most = bounds(metric)
    return (
        numbers[case.slug],
        _number(metric.value),
        least,
        most,
        written(metric),
        address,
        library.words.text_comma.join(filter(None, said)),
    )


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
