"""Reads the vocabulary files to a Vocabulary, and checks entries, ids, names, places and kinds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from casebook.alike import fold, seamless
from casebook.facets import MODELS
from casebook.gazetteer import NO_DIVISIONS, Gazetteer
from casebook.hierarchy import MOST_ABOVE, circles, shown_way, too_deep
from casebook.model.problems import Problem, errors, garbled, unblamed
from casebook.model.terms import Concept, Organisation, Place, Source, Term
from casebook.reading import cues, tellers
from casebook.reading.bounds import MOST_PROBLEMS, UNREAD
from casebook.reading.divisions import of_place
from casebook.reading.findings import Finding, problems_at
from casebook.reading.nodes import Node
from casebook.reading.references import Loc
from casebook.reading.trees import read_tree
from casebook.reading.validation import crowded, field_name, unknown_id, validate
from casebook.vocabulary import Vocabulary

# attribute of a term that names another term -> the facet it names
_PARENTS: Mapping[type[Term], Mapping[str, str]] = {
    Place: {"parent": "places"},
    Organisation: {"kind": "actors", "place": "places"},
    Source: {"grade": "grades"},
}
_SIDEWAYS = ("related", "predecessors")  # what a term cannot be to itself; above itself is a circle


def read_vocabulary(
    data: Mapping[str, bytes], gazetteer: Gazetteer = NO_DIVISIONS, left_out: frozenset[str] = frozenset()
) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """The Vocabulary of `data` (path -> bytes) and the Problems of all files; facets of `left_out` may have no file."""
    files: dict[str, _File] = {facet: _File() for facet in MODELS if facet not in left_out}
    problems: list[Problem] = []
    for path in sorted(data):
        facet = PurePosixPath(path).stem
        if facet in files:
            files[facet] = _read_file(facet, path, data[path])
            problems += files[facet].problems
        elif facet != cues.NAME:
            known = f"词表只有:{'、'.join((*files, cues.NAME))}"
            problems.append(Problem(path=path, line=1, field="文件名", found="不认识的词表", instead=known))
    vocabulary = Vocabulary(
        facets={facet: tuple(term for term, _ in file.terms) for facet, file in files.items()},
        broken={facet: frozenset(file.broken) for facet, file in files.items()},
        origins={
            (facet, term.id): (file.path, node.line_of(("redirect_from",)))
            for facet, file in files.items()
            for term, node in file.terms
        },
        left_out=left_out,
    )
    for facet, file in files.items():
        problems += _relations(facet, file, vocabulary)
        for term, node in file.terms:
            problems += problems_at(file.path, of_place(term, node, vocabulary, gazetteer))
            problems += problems_at(file.path, _of_source(term, node, vocabulary))
    for path in (path for path in sorted(data) if PurePosixPath(path).stem == cues.NAME):
        vocabulary, issues = cues.read_cues(data[path], path, vocabulary)
        problems += issues
    return vocabulary, tuple(problems)


def _of_source(term: Term, node: Node, vocabulary: Vocabulary) -> Iterator[Finding]:
    found = tellers.findings(term, vocabulary, node) if isinstance(term, Source) else ()
    return (one._replace(field=f"{term.id}.{one.field}") for one in found)


@dataclass
class _File:
    """One vocabulary file that was read."""

    path: str = ""
    terms: list[tuple[Term, Node]] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def _read_file(facet: str, path: str, data: bytes) -> _File:
    file = _File(path)
    root, found = read_tree(data, path)
    file.problems += found
    if root is None and not errors(found):
        return file
    if root is None or not isinstance(root.value, list):
        if not errors(found):
            file.problems.append(
                Problem(path=path, line=1, field="YAML", found="不是列表", instead="每项写成 - id: ……")
            )
        file.broken.add("*")
        return file
    names: dict[str, str] = {}
    alike: dict[str, tuple[str, str]] = {}
    known = garbled(found)
    for node in root.value:
        if len(file.problems) > MOST_PROBLEMS:
            file.problems += problems_at(path, [Finding(node.line, "YAML", *UNREAD)])
            file.broken.add("*")
            break
        many = list(crowded(node, path))
        term, issues = (None, many) if many else validate(node, MODELS[facet], path)
        name = _name(node)
        issues = unblamed(issues, known)
        file.problems += [issue.model_copy(update={"field": f"{name}.{issue.field}"}) for issue in issues]
        if term:
            file.problems += [*_taken(term, names, node, path), *_alike(term, alike, node, path)]
            file.terms.append((term, node))
        else:
            file.broken |= (
                {str(child.data()) for child in node.value.values()} if isinstance(node.value, dict) else set()
            )
    return file


def _name(node: Node) -> str:
    """The name of an entry in Problems: its id, else its label."""
    values = node.value if isinstance(node.value, dict) else {}
    return next((str(values[key].data()) for key in ("id", "zh") if key in values), "?")


def _taken(term: Term, names: dict[str, str], node: Node, path: str) -> Iterator[Problem]:
    """The names of `term` that another term of the facet already has; adds its names to `names`."""
    for name in dict.fromkeys((term.id, *term.names)):
        if (name in names and names[name] != term.id) or (name == term.id and names.get(name) == name):
            yield Problem(
                path=path,
                line=node.line,
                field=term.id,
                found=f"“{name}” 已属于 {names[name]}",
                instead="一个名称只能属于一项,请改名或合并",
            )
        names.setdefault(name, term.id)
    for index, alias in enumerate(term.aliases):
        if alias in term.aliases[:index]:
            loc = ("aliases", index)
            field = field_name((term.id, *loc))
            yield Problem(path=path, line=node.line_of(loc), field=field, found=f"“{alias}” 重复了", instead="只留一个")


def _alike(term: Term, names: dict[str, tuple[str, str]], node: Node, path: str) -> Iterator[Problem]:
    """The names of `term` that readers take for one of another term; `names`: what they are taken for -> (id, name)."""
    for name in dict.fromkeys(term.names):
        owner, written = names.setdefault(seamless(fold(name)), (term.id, name))
        if owner != term.id and written != name:
            yield Problem(
                path=path,
                line=node.line,
                field=term.id,
                found=f"“{name}” 和 {owner} 的 “{written}” 只差大小写、空格或标点的写法",
                instead="读者会当成同一个名称,请改名或合并",
                severity="warning",
            )


def _named(facet: str, term: Term) -> Iterator[tuple[Loc, str, str]]:
    """(place, facet, id) of every other term that `term` names."""
    for attribute, other in _PARENTS.get(type(term), {}).items():
        if name := getattr(term, attribute):
            yield (attribute,), other, name
    if isinstance(term, Concept):
        for attribute, names in (("broader", term.broader), ("related", term.related)):
            yield from (((attribute, index), facet, name) for index, name in enumerate(names))
        for index, one in enumerate(term.predecessors):
            if one.term:
                yield ("predecessors", index, "term"), facet, one.term


def _relations(facet: str, file: "_File", vocabulary: Vocabulary) -> Iterator[Problem]:
    """Problems of names that lead to no other term, of terms above themselves, and of too many terms above one."""
    for term, node in file.terms:
        seen: set[tuple[str | int, str]] = set()
        for loc, other, name in _named(facet, term):
            if (loc[0], name) in seen and len(loc) > 1:
                line, field = node.line_of(loc), field_name((term.id, *loc))
                yield Problem(path=file.path, line=line, field=field, found=f"“{name}” 重复了", instead="只留一个")
            seen.add((loc[0], name))
            if name == term.id and other == facet and loc[0] in _SIDEWAYS:
                line, field = node.line_of(loc), field_name((term.id, *loc))
                yield Problem(path=file.path, line=line, field=field, found="写的是这一项自己", instead="写另一项的 id")
            else:
                yield from unknown_id(file.path, node, loc, other, name, vocabulary, (term.id,))
    yield from _circles(file)


def _circles(file: "_File") -> Iterator[Problem]:
    """Problems of terms that are above themselves."""
    terms = {term.id: (term, node) for term, node in file.terms}

    def problem(name: str, found: str) -> Problem:
        term, node = terms[name]
        attribute = "parent" if isinstance(term, Place) else "broader"
        line, field = node.line_of((attribute,)), f"{name}.{attribute}"
        found = f"“{term.zh}” {found}"
        return Problem(path=file.path, line=line, field=field, found=found, instead=f"{attribute} 写上一级的 id")

    for way in circles({name: _above(term) for name, (term, _) in terms.items()}):
        yield problem(way[0], f"是自己的下级:{shown_way(way)}")
    parents = {name: term.parent for name, (term, _) in terms.items() if isinstance(term, Place) and term.parent}
    for name in too_deep(parents):
        yield problem(name, f"上面有 {MOST_ABOVE} 级以上")
    for way in circles({name: _before(term) for name, (term, _) in terms.items()}):
        term, node = terms[way[0]]
        line, field = node.line_of(("predecessors",)), f"{way[0]}.predecessors"
        found = f"“{term.zh}” 是自己的前身:{shown_way(way)}"
        yield Problem(path=file.path, line=line, field=field, found=found, instead="前身只写更早的,后来的那一项不写")


def _before(term: Term) -> tuple[str, ...]:
    """The terms that a term says it comes from; itself is told of already."""
    given = term.predecessors if isinstance(term, Concept) else ()
    return tuple(one.term for one in given if one.term and one.term != term.id)


def _above(term: Term) -> tuple[str, ...]:
    if isinstance(term, Place):
        return (term.parent,) if term.parent else ()
    return term.broader if isinstance(term, Concept) else ()
