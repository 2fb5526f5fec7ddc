"""Holds the places of the vocabulary files against the table of divisions: their names, levels and parents."""

from collections.abc import Iterator, Sequence

from casebook.gazetteer import LEVELS, Gazetteer
from casebook.misspellings import meant
from casebook.model.terms import Place, Term
from casebook.model.values import Severity
from casebook.reading.findings import Finding
from casebook.reading.nodes import Node
from casebook.reading.place_names import full_name
from casebook.vocabulary import Vocabulary

_SHOWN = 6  # places that are shown


def of_place(term: Term, node: Node, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Iterator[Finding]:
    """A division whose name the table does not have, or whose level or parents are not those of the table."""
    if not isinstance(term, Place) or term.level not in LEVELS or not gazetteer.divisions:
        return
    rows = gazetteer.by_name.get(term.zh, ())
    if not rows:
        alike = {one.name for one in gazetteer.divisions if one.level == term.level}
        near = meant(term.zh, alike) or gazetteer.nearest(term.zh, term.level)
        instead = f"是否指 “{near}”?" if near else "写全称(九江镇、徐家汇街道);表里没有的新地名可以留着"
        yield Finding(node.line_of(("zh",)), f"{term.id}.zh", f"“{term.zh}” 不在行政区划表中", instead, "warning")
        return
    yield from _level(term, node, rows, gazetteer)
    yield from _above(term, node, rows, vocabulary, gazetteer)


def _level(term: Place, node: Node, rows: Sequence[int], gazetteer: Gazetteer) -> Iterator[Finding]:
    levels = sorted({gazetteer.divisions[row].level for row in rows}, key=LEVELS.index)
    if term.level not in levels:
        found = f"行政区划表里,{term.zh}不是 {term.level} 一级"
        yield Finding(node.line_of(("level",)), f"{term.id}.level", found, f"写 level: {' 或 '.join(levels)}")


def _above(
    term: Place, node: Node, rows: Sequence[int], vocabulary: Vocabulary, gazetteer: Gazetteer
) -> Iterator[Finding]:
    """A place right within one that it does not lie in; tiers may be left out.

    Where many are called so (和平镇), the table may lack this one.
    """
    above = [up.zh for up in vocabulary.lineage(term.id)[1:] if up.zh in gazetteer.by_name][:1]
    lies = ({gazetteer.divisions[up].name for up in gazetteer.chain(row)[:-1]} for row in rows)
    if above and not any(chain.issuperset(above) for chain in lies):
        names = sorted(full_name(row, gazetteer) for row in rows)
        shown = "、".join(names[:_SHOWN]) + (" ……" if len(names) > _SHOWN else "")
        found = f"行政区划表里,{above[0]}没有 “{term.zh}”"
        severity: Severity = "error" if len(rows) == 1 else "warning"
        yield Finding(node.line_of(("parent",)), f"{term.id}.parent", found, f"表里有的是 {shown}", severity)
