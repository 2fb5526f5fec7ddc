"""The figures that cases and methods tell, by unit and size, for a query with a number that no page writes that way.

Whoever types 六百个钟头 or 5000块 asks for what a page has as 600多小时 or 5020.86元:
`theme/static/js/search/figures.js` finds what is equal to it, or near. docs/decisions/0061 says how.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from decimal import Decimal

from casebook.builds import json_text
from casebook.extract.tables import units
from casebook.extract.units import families, unit_kind
from casebook.library import Library
from casebook.model.records import Metric
from casebook.model.values import Record
from casebook.search.shards import shard_of
from casebook.tables import load

SIZE = 6_000  # characters of a file: some 2 KB compressed
MOST = 40  # figures of one unit and size: those that stand most often
WRITTEN_OUT = 1_000  # a number from here on is written in several ways, and known without its unit
Row = tuple[float, float, str]  # value, its end where it is a range, as it stands


class Spoken(Record):
    """What is said or written for a unit, with an example."""

    unit: str
    words: tuple[str, ...]
    example: str


def spoken() -> tuple[Spoken, ...]:
    """The rows of data/spoken_units.yaml."""
    return tuple(Spoken(**row) for row in load("spoken_units"))


def kind_of(unit: str) -> str:
    """What the figures of a unit are listed by: 人 for 名 and 位; of what is merely counted (家, 件) each unit."""
    return unit if families().get(unit) == "count" else unit_kind(unit)


def unit_forms(library: Library) -> list[list[str]]:
    """Each kind of unit that the figures have, and all that is written or said for it."""
    found: dict[str, dict[str, None]] = {kind_of(one.unit): {} for one in metrics(library)}
    forms = [(kind_of(unit.unit), unit.form) for unit in units() if not unit.noun]
    said = [(kind_of(row.unit), word) for row in spoken() for word in row.words]
    for kind, form in (*forms, *said):
        if kind in found:
            found[kind][form] = None
    return [[kind, *(form for form in forms if form != kind)] for kind, forms in sorted(found.items())]


def figure_files(library: Library) -> list[dict[str, list[Row]]]:
    """Key -> figures, in as many files as keep each small; none where nothing is told in figures."""
    found: dict[str, Counter[Row]] = defaultdict(Counter)
    for one in metrics(library):
        for key in _keys(kind_of(one.unit), one.value):
            found[key][float(one.value), float(one.value_max or one.value), one.text] += 1
    told = {key: _often(rows) for key, rows in sorted(found.items())}
    files: list[dict[str, list[Row]]] = [{} for _ in range(-(-len(json_text(told)) // SIZE) if told else 0)]
    for key, rows in told.items():
        files[shard_of(key, len(files))][key] = rows
    return files


def metrics(library: Library) -> Iterable[Metric]:
    """The figures above zero of all cases and methods."""
    return (metric for entry in library.entries for metric in entry.metrics if metric.value > 0)


def _often(rows: Counter[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (-rows[row], row))[:MOST]


def _keys(unit: str, value: Decimal) -> Iterable[str]:
    """The unit with the first digit and the scale of a value; of what is written in several ways, these alone, too."""
    size = f"{value.normalize().as_tuple().digits[0]}e{value.adjusted():+d}"
    return (unit + size, size) if value >= WRITTEN_OUT else (unit + size,)
