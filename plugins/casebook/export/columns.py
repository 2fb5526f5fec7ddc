"""The cases as columns by which browsers filter and sort, in files that are small however many cases there are.

A case is a number here: its index in the order of the newest. `facets/<key>.json` has the terms with the count of
their cases, `terms/<key>-<n>.json` their names and which cases these are, a share of the terms each;
`indicators.json` has the indicators likewise, `indicators/<id>.json` the figures of one, by series, as numbers, and
`figures/<id>-<n>.json` as words, those of a few cases each; `orders/<by>-<n>.json` the numbers in another order;
`slugs/<n>.json` a share of the slugs; `maps.json` the places that have a map, and `tiles/<place>.json` the cases of all
places that a map names.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from casebook.builds import deltas, json_text
from casebook.dates import date_zh, sort_key
from casebook.export.figure_columns import FIGURES, INDICATORS, Numbers, figure_columns, reporting
from casebook.facets import BY_ID, YEARS
from casebook.library import Library, by_year, facet_terms, yearless
from casebook.model.records import Case
from casebook.model.terms import Place, Source
from casebook.model.values import Record
from casebook.search.shards import shard_of
from casebook.views.explore import COUNTRY, PAGE, filters
from casebook.views.tiles import TileMap

TERMS = 4_000  # characters of a file of the cases of terms: some 1 KB compressed
SLUGS = 50  # in a file
ORDER = 500  # cases in a file
Row = tuple[str, str, int] | tuple[str, str, int, int]  # id, name, how many cases, depth of a place
MapRow = tuple[str, str, int]  # id of a place that has a map, its name, how many cases lie there
Having = Mapping[str, tuple[str, list[int]]]  # id of a term -> its name, the cases that have it


class ColumnsManifest(Record):
    """How many cases there are, and how many a page of the list has, a file of figures, a file of an order.

    `terms`: key of a facet -> how many files tell which cases its terms have; `slugs`: how many files they have.
    """

    build: str
    count: int
    page: int
    figures: int
    order: int
    terms: dict[str, int]
    slugs: int


class FacetColumn(Record):
    """`terms`: the terms that cases have; `unused`: the count of other terms."""

    terms: tuple[Row, ...]
    unused: int


class DrawnMap(Record):
    """A map as it is drawn, and what the position of its tiles means."""

    html: str
    note: str


def column_files(library: Library) -> dict[str, str]:
    """Path -> content of every column."""
    numbers = {case.slug: number for number, case in enumerate(library.newest)}
    columns: dict[str, object] = figure_columns(library, numbers)
    having: dict[str, Having] = {INDICATORS: reporting(library, numbers)}
    for one in filters(library):
        column, having[one.key] = _facet(library, one.facet, numbers)
        columns[f"facets/{one.key}.json"] = column.model_dump()
    for key, of_terms in having.items():
        columns |= {f"terms/{key}-{number}.json": terms for number, terms in enumerate(_in_files(of_terms))}
    columns |= {f"slugs/{number}.json": slugs for number, slugs in enumerate(_slugs(list(numbers)))}
    for by, place in _ORDERS.items():
        order = _order(library, place)
        columns |= {
            f"orders/{by}-{start // ORDER}.json": order[start : start + ORDER] for start in range(0, len(order), ORDER)
        }
    return {name: json_text(column) for name, column in columns.items()}


def map_files(library: Library, maps: Mapping[str, TileMap]) -> dict[str, str]:
    """Path -> content: which places have a map, and which cases lie in the places that each names."""
    numbers = {case.slug: number for number, case in enumerate(library.newest)}

    def lying(place: str) -> list[int]:
        return sorted(numbers[entry.slug] for entry in library.tagged("places", place) if isinstance(entry, Case))

    mapped = {place: lying(place) for place in maps if place != COUNTRY}
    files: dict[str, object] = {
        "maps.json": [(place, library.vocabulary["places", place].zh, len(cases)) for place, cases in mapped.items()]
    }
    for name, one in maps.items():
        cases = {tile.place: lying(tile.place) for tile in one.tiles if tile.count} | mapped
        files[f"tiles/{name}.json"] = {place: deltas(found) for place, found in cases.items()}
    return {name: json_text(file) for name, file in files.items()}


def columns_manifest(library: Library, files: Iterable[str], build: str) -> ColumnsManifest:
    """The manifest of a build that has these files."""
    kinds = Counter(name.rpartition("-" if name.startswith("terms/") else "/")[0] for name in files)
    return ColumnsManifest(
        build=build,
        count=len(library.newest),
        page=PAGE,
        figures=FIGURES,
        order=ORDER,
        terms={kind.removeprefix("terms/"): count for kind, count in kinds.items() if kind.startswith("terms/")},
        slugs=kinds["slugs"],
    )


def _in_files(having: Having) -> list[dict[str, tuple[str, list[int]]]]:
    """The cases of terms, as deltas, in as many files as keep each small."""
    told = {key: (name, deltas(cases)) for key, (name, cases) in having.items()}
    files: list[dict[str, tuple[str, list[int]]]] = [{} for _ in range(max(1, -(-len(json_text(told)) // TERMS)))]
    for key, row in told.items():
        files[shard_of(key, len(files))][key] = row
    return files


def _slugs(slugs: Sequence[str]) -> list[list[str]]:
    files: list[list[str]] = [[] for _ in range(max(1, -(-len(slugs) // SLUGS)))]
    for slug in slugs:
        files[shard_of(slug, len(files))].append(slug)
    return files


_ORDERS: Mapping[str, Callable[[Case], Any]] = {
    "year": lambda case: tuple(-part for part in sort_key(case.front.period)),
    "title": lambda case: _pinyin(case.front.title),
}


def _pinyin(title: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin  # only here: to import it takes as long as to read a thousand titles

    return tuple(lazy_pinyin(title))


def _order(library: Library, key: Callable[[Case], Any]) -> list[int]:
    """The numbers of the cases sorted by `key`, the newest first among equals."""
    return sorted(range(len(library.newest)), key=lambda number: key(library.newest[number]))


# --- facets ---


def _facet(library: Library, facet: str, numbers: Numbers) -> tuple[FacetColumn, Having]:
    every = [
        (key, name, sorted(numbers[slug] for slug in slugs if slug in numbers))
        for key, name, slugs in _terms(library, facet)
    ]
    rows = [(key, name, len(cases)) for key, name, cases in every if cases]
    having = {key: (name, cases) for key, name, cases in every if cases}
    unused = len(every) - len(rows)
    if BY_ID[facet].model is Place:
        return FacetColumn(terms=tuple(_tree(library, rows)), unused=unused), having
    if facet != YEARS:
        rows.sort(key=lambda row: -row[2])
    return FacetColumn(terms=tuple(rows), unused=unused), having


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


def _tree(library: Library, rows: Iterable[tuple[str, str, int]]) -> Iterator[Row]:
    """The places as a tree in rows: each place after the one above it, with its depth."""
    ranks = {place.id: rank for rank, place in enumerate(library.vocabulary.terms("places"))}

    def path(row: tuple[str, str, int]) -> list[int]:
        return [ranks[place.id] for place in reversed(library.vocabulary.lineage(row[0]))]

    yield from ((*row, len(path(row)) - 1) for row in sorted(rows, key=path))
