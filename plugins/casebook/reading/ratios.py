"""Reads the file of ratios, and checks that figures of the collection can be in each series."""

from collections.abc import Iterator

from casebook.extract.units import families, unit_kind
from casebook.model.problems import Problem
from casebook.model.ratios import RatioRow
from casebook.reading.findings import Finding, problems_at
from casebook.reading.nodes import Node
from casebook.reading.references import Loc
from casebook.reading.trees import read_rows
from casebook.reading.validation import field_name, unknown_id
from casebook.spellings import nearest
from casebook.vocabulary import Vocabulary

NAME = "ratios.yaml"
_FACETS = {"indicator": "indicators", "money": "money-kinds", "scope": "scopes"}


def read_ratios(data: bytes | None, path: str, vocabulary: Vocabulary) -> tuple[tuple[RatioRow, ...], list[Problem]]:
    """The rows of the file, none if there is no file, and its Problems."""
    rows, problems = ([], []) if data is None else read_rows(data, path, RatioRow)
    for number, (row, node) in enumerate(rows):
        shown: Loc = (number,)
        for side, key, facet in ((s, k, f) for s in ("over", "under") for k, f in _FACETS.items()):
            if name := getattr(getattr(row, side), key):
                problems += unknown_id(path, node, (side, key), facet, name, vocabulary, shown)
        problems += problems_at(path, _unknown_units(row, node, shown))
    return tuple(row for row, _ in rows), problems


def _unknown_units(row: RatioRow, node: Node, shown: Loc) -> Iterator[Finding]:
    """Problems of kinds of units that no series has."""
    known = sorted({unit_kind(unit) for unit in families()})
    for side, key in (("over", row.over), ("under", row.under)):
        if key.unit not in known:
            near = unit_kind(key.unit) if key.unit in families() else nearest(key.unit, known)
            instead = f"是否指 “{near}”?" if near else "写单位的种类,例如 人、人次、场次"
            where = (side, "unit")
            yield Finding(node.line_of(where), field_name((*shown, *where)), f"“{key.unit}” 不是单位的种类", instead)
