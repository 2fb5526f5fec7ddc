"""The cases of each year, from their periods."""

from collections import defaultdict

from casebook.dates import since, years
from casebook.library.library import Library
from casebook.model.values import Record


class Year(Record):
    """The slugs of the cases of one year: stated; inferred or about; begun earlier without a stated end (`open`)."""

    year: int
    stated: tuple[str, ...]
    inferred: tuple[str, ...]
    open: tuple[str, ...]


def by_year(library: Library) -> tuple[Year, ...]:
    """Every year that the period of a case covers, the latest first; the newest cases come first."""
    marked: dict[int, dict[str, str]] = defaultdict(dict)
    for case in library.newest:
        for year, mark in years(case.front.period).items():
            marked[year][case.slug] = mark
    begun = [(case.slug, since(case.front.period)) for case in library.newest]
    return tuple(
        Year(
            year=year,
            stated=tuple(slug for slug, mark in cases.items() if not mark),
            inferred=tuple(slug for slug, mark in cases.items() if mark),
            open=tuple(slug for slug, start in begun if start and start < year),
        )
        for year, cases in sorted(marked.items(), reverse=True)
    )


def yearless(library: Library) -> tuple[str, ...]:
    """The slugs of the cases whose period has no year."""
    return tuple(case.slug for case in library.newest if not years(case.front.period))
