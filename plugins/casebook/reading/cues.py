"""Reads the file of cues to Cues, and checks its rows, ids and units."""

from collections.abc import Iterator
from dataclasses import replace

from casebook.extract import Extractor
from casebook.extract.surroundings import TOPIC
from casebook.extract.units import families
from casebook.model.cues import Cues
from casebook.model.problems import Problem, garbled, unblamed
from casebook.reading.findings import Finding, problems_at
from casebook.reading.nodes import Node
from casebook.reading.references import Loc
from casebook.reading.trees import read_tree
from casebook.reading.validation import field_name, unknown_id, validate
from casebook.spellings import nearest
from casebook.vocabulary import Vocabulary

NAME = "cues"
_ROWS = {"rules": "indicator", "hints": "indicator", "scopes": "scope", "money": "money"}  # list -> key of its ids
_FACETS = {"indicator": "indicators", "scope": "scopes", "money": "money-kinds", "otherwise": "indicators"}


def read_cues(data: bytes, path: str, vocabulary: Vocabulary) -> tuple[Vocabulary, list[Problem]]:
    """`vocabulary` with the Cues of a file for its terms, none if it cannot be read, and the Problems of the file."""
    root, problems = read_tree(data, path)
    cues, issues = validate(root, Cues, path) if root else (None, [])
    if root is None or cues is None:
        return replace(vocabulary, cues=Cues()), [*problems, *unblamed(issues, garbled(problems))]
    vocabulary = replace(vocabulary, cues=cues)
    unknown = _unknown_terms(cues, root, path, vocabulary)
    found = (*_unknown_units(cues, root), *_unknown_neighbours(cues, root, vocabulary), *_unproved(vocabulary, root))
    return vocabulary, [*problems, *unknown, *problems_at(path, found)]


def _unknown_terms(cues: Cues, root: Node, path: str, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Problems of ids that the vocabulary does not have."""
    for loc, name in _ids(cues):
        yield from unknown_id(path, root, loc, _FACETS[str(loc[-1])], name, vocabulary)


def _ids(cues: Cues) -> Iterator[tuple[Loc, str]]:
    for part, key in _ROWS.items():
        yield from (((part, at, key), getattr(row, key)) for at, row in enumerate(getattr(cues, part)))
    if cues.otherwise:
        yield ("otherwise",), cues.otherwise


def _unknown_units(cues: Cues, root: Node) -> Iterator[Finding]:
    """Problems of units that no figure has."""
    known = {*families(), *families().values()}
    rows = (((part, at), row) for part in ("rules", "hints") for at, row in enumerate(getattr(cues, part)))
    for loc, row in rows:
        for at, unit in enumerate(row.units):
            if unit not in known:
                near = nearest(unit, known)
                instead = f"是否指 “{near}”?" if near else "用 units.yaml 里的单位或单位的种类,例如 人次、people"
                where = (*loc, "units", at)
                yield Finding(root.line_of(where), field_name(where), f"不认识的单位 “{unit}”", instead)


def _unknown_neighbours(cues: Cues, root: Node, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Problems of words such as <households> that name no indicator: no neighbouring figure can have it."""
    known = {TOPIC, *(f"<{term.id}>" for term in vocabulary.terms("indicators"))}
    for number, rule in enumerate(cues.rules):
        for key in ("before", "unless"):
            for at, word in enumerate(getattr(rule, key)):
                if word.startswith("<") and word not in known:
                    where = ("rules", number, key, at)
                    yield Finding(
                        root.line_of(where), field_name(where), f"“{word}” 不是指标", f"写 {TOPIC} 或 <指标的编号>"
                    )


def _unproved(vocabulary: Vocabulary, root: Node) -> Iterator[Finding]:
    """Problems of rows that do not decide their own example: an earlier row does, or the row never holds."""
    cues, extractor = vocabulary.cues, Extractor(vocabulary)
    for part, key in _ROWS.items():
        for at, row in enumerate(getattr(cues, part) if part != "hints" else ()):
            read = {getattr(metric, key) for metric in extractor.scoped(row.example, extractor.metrics(row.example))}
            if getattr(row, key) not in read:
                where = (part, at, "example")
                got = "、".join(sorted(read - {""})) or "没有读出来"
                instead = f"改这一行或它的例子,使例子得到 {getattr(row, key)};排在前面的先算"
                yield Finding(root.line_of(where), field_name(where), f"例子 “{row.example}” 得到的是:{got}", instead)
