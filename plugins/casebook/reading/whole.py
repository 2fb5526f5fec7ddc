"""The places where a case may write a term whole: what stands there, and what is wrong with a name there."""

from collections.abc import Iterator
from functools import partial

from casebook.gazetteer import Gazetteer
from casebook.misspellings import meant
from casebook.model.problems import Problem
from casebook.model.whole import WholeSource
from casebook.reading import tellers
from casebook.reading.beside import beside
from casebook.reading.bodies import not_a_body
from casebook.reading.findings import problems_at
from casebook.reading.nodes import Node
from casebook.reading.place_names import read_place
from casebook.reading.validation import Wrongs, home_of, resolve, unresolved, validate
from casebook.vocabulary import Vocabulary
from casebook.wrong import Wrong

_SOURCES = "sources"
_INSTEAD = "没有 id 的来源整个写在这里:- {title: ……, publisher: ……, date: ……, grade: ……, url: ……}"


def wrongs(vocabulary: Vocabulary, gazetteer: Gazetteer, front: Node) -> Wrongs:
    """Facet -> what tells why a name that no term has cannot be written in `front`."""
    return {
        "places": partial(_not_a_place, vocabulary, gazetteer),
        "organisations": not_a_body,
        _SOURCES: partial(_not_a_source, vocabulary, frozenset(_titles(front))),
    }


def _not_a_place(vocabulary: Vocabulary, gazetteer: Gazetteer, name: str) -> Wrong | None:
    found = read_place(name, vocabulary, gazetteer)
    return found if isinstance(found, Wrong) else None


def _not_a_source(vocabulary: Vocabulary, whole: frozenset[object], name: str) -> Wrong | None:
    """Of a draft, whose sources are none on the public site, those that stand there whole are known."""
    if name in whole:
        return None
    near = meant(name, vocabulary.names(_SOURCES))
    return Wrong(f"“{name}” 不在 {home_of(_SOURCES)} 中", f"是否指 “{near}”?" if near else _INSTEAD)


def _titles(front: Node) -> Iterator[object]:
    sources = front.at((_SOURCES,)).value
    for one in sources if isinstance(sources, list) else ():
        if isinstance(one.value, dict) and "title" in one.value:
            yield one.value["title"].data()


def without_whole(front: Node, vocabulary: Vocabulary, path: str) -> tuple[Node, list[Problem]]:
    """A front matter with ids in place of the sources that stand there whole, and the Problems of these."""
    values = front.value if isinstance(front.value, dict) else {}
    sources = values.get(_SOURCES)
    if sources is None or not isinstance(sources.value, list):
        return front, []
    if not any(isinstance(one.value, dict) for one in sources.value):
        return front, []
    found = [_source(one, index, vocabulary, path) for index, one in enumerate(sources.value)]
    items = Node([one for one, _ in found], sources.line)
    return Node({**values, _SOURCES: items}, front.line), [problem for _, issues in found for problem in issues]


def _source(node: Node, index: int, vocabulary: Vocabulary, path: str) -> tuple[Node, list[Problem]]:
    """The id of a whole source, and its Problems; with these the id is one that no source has."""
    if not isinstance(node.value, dict):
        return node, []
    whole, issues = validate(node, WholeSource, path)
    if whole:
        whole, unknown = resolve(whole, vocabulary, node, path)
        issues = [*issues, *unknown, *problems_at(path, tellers.findings(whole, vocabulary, node))]
    else:
        issues = [*issues, *unresolved(beside(node, WholeSource, issues), vocabulary, node, path)]
    known = vocabulary.spoken.get((_SOURCES, whole.key), whole.title) if whole else "?"
    return Node(known, node.line), list(_within(issues, index))


def _within(issues: list[Problem], index: int) -> Iterator[Problem]:
    """Problems of a source, with the field that it stands in."""
    return (one.model_copy(update={"field": f"{_SOURCES}[{index}].{one.field}"}) for one in issues)
