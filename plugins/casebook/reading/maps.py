"""Reads the file of tile maps, and checks that rows have one width and each place is there once."""

from collections import Counter
from collections.abc import Iterator, Sequence

from casebook.gazetteer import Gazetteer, labels
from casebook.model.maps import COUNTRY, EMPTY, Maps, Rows
from casebook.model.problems import Problem
from casebook.model.values import Level
from casebook.reading.findings import Finding, problems_at
from casebook.reading.nodes import Node
from casebook.reading.trees import read_tree
from casebook.spellings import nearest
from casebook.vocabulary import Vocabulary

NAME = "tiles.yaml"
WIDEST = 8  # tiles a row: as many as a phone has room for


def read_maps(
    data: bytes | None, path: str, vocabulary: Vocabulary, gazetteer: Gazetteer
) -> tuple[Maps, list[Problem]]:
    """Place -> map of its parts, empty if there is no file, and the Problems of the file."""
    root, problems = (None, []) if data is None else read_tree(data, path)
    if root is None:
        return {}, problems
    if not isinstance(root.value, dict):
        found = Finding(1, "YAML", "这里应是 “地名: 各行” 的清单", f"写成 {COUNTRY}: 再每行一个 “- ”")
        return {}, [*problems, *problems_at(path, [found])]
    maps: dict[str, Rows] = {}
    for name, node in root.value.items():
        if isinstance(node.value, list) and all(isinstance(row.value, str) for row in node.value):
            maps[name] = tuple(tuple(str(row.value).split()) for row in node.value)
            problems += problems_at(path, _findings(name, maps[name], node, _parts(name, vocabulary, gazetteer)))
        else:
            wrong = Finding(node.line, name, "不是一行一行的地名", f"每行写成 “- 地名 地名”,空格子写 {EMPTY}")
            problems += problems_at(path, [wrong])
    return maps, problems


def _parts(name: str, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Sequence[str]:
    """The parts that a map has to show; empty if the table of divisions does not know them."""
    if name == COUNTRY:
        return _labels(gazetteer, "province", (at for at, one in enumerate(gazetteer.divisions) if one.parent < 0))
    at = gazetteer.find([up.zh for up in vocabulary.lineage(name)] or [name])
    return [] if at is None else _labels(gazetteer, "town", gazetteer.parts.get(at, ()))


def _labels(gazetteer: Gazetteer, level: Level, rows: Iterator[int] | Sequence[int]) -> Sequence[str]:
    return tuple(labels([gazetteer.divisions[row].name for row in rows], level))


def _findings(of: str, rows: Rows, node: Node, parts: Sequence[str]) -> Iterator[Finding]:
    width = max(map(len, rows), default=0)
    counts = Counter(name for row in rows for name in row if name != EMPTY)
    for at, row in enumerate(rows):
        line, field = node.line_of((at,)), f"{of}[{at}]"
        if len(row) != width:
            yield Finding(line, field, f"这一行有 {len(row)} 格,别的行有 {width} 格", f"空格子写 {EMPTY}")
        for name in dict.fromkeys(row):
            if counts[name] > 1:
                yield Finding(line, field, f"“{name}” 写了 {counts[name]} 次", "一个地方只占一格")
            if parts and name != EMPTY and name not in parts:
                near = nearest(name, parts)
                instead = f"是否指 “{near}”?" if near else "写下一级的简称"
                yield Finding(line, field, f"“{name}” 不在 {of} 的下一级里", instead, "warning")
    if width > WIDEST:
        yield Finding(node.line, of, f"一行有 {width} 格,手机上放不下", f"最多 {WIDEST} 格")
    if missing := [name for name in parts if name not in counts]:
        yield Finding(node.line, of, f"少了 {'、'.join(missing)}", "每个下一级的地方占一格", "warning")
