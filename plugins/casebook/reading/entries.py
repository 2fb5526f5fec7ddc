"""Reads one content file once: checks the front matter, parses the body, extracts from the text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from casebook.extract import Extractor
from casebook.extract.rules import UNDECIDED
from casebook.facets import taking_part
from casebook.gazetteer import Gazetteer
from casebook.model.front import CaseFront, Described, Front
from casebook.model.parts import Sections
from casebook.model.problems import Problem, errors, garbled, unblamed
from casebook.model.records import Case, Entry, Method, Metric, Page, Tag, WrittenLink
from casebook.model.terms import Place
from casebook.model.values import Kind, Span
from casebook.packing import Packed
from casebook.reading import body_checks, folders, front_checks, participants, residents, todos, unknown_names, unread
from casebook.reading.basis import Basis
from casebook.reading.beside import beside
from casebook.reading.bounds import beyond, deepest_line
from casebook.reading.drafts import Draft, draft
from casebook.reading.figures import Figures
from casebook.reading.findings import Finding, few, problems_at
from casebook.reading.fronts import NOTHING, front_model, of_engine
from casebook.reading.markup import Document, parse
from casebook.reading.process import Process, process
from casebook.reading.references import Reference, references
from casebook.reading.structure import Body, Structure, structure
from casebook.reading.validation import crowded, resolve, unresolved, validate
from casebook.reading.whole import without_whole, wrongs
from casebook.reading.written import Written, written
from casebook.spans import Cover
from casebook.vocabulary import Vocabulary

FOLDERS: Mapping[str, Kind] = {"cases": "case", "methods": "method", "pages": "page"}
_RECORDS: Mapping[Kind, type[Entry]] = {"case": Case, "method": Method, "page": Page}


class File(NamedTuple):
    """A content file as it was found: at most its first LARGEST + 1 bytes."""

    path: str
    data: bytes
    kind: Kind


@dataclass(frozen=True)
class Reading:
    """The result for one file: its record and the structure of its body, each None if unreadable, and its Problems.

    Of a file without a record, what its front matter names and the `links` of its text are there nevertheless. Its body
    is `packed`: of very many, few are looked at, and those not at once. Automatic links may stand within
    `prose`, spans of the text.
    """

    draft: Draft
    entry: Entry | None = None
    packed: Packed[Body] | None = None
    prose: tuple[Span, ...] = ()
    named: tuple[Reference, ...] = ()
    links: tuple[WrittenLink, ...] = ()
    problems: tuple[Problem, ...] = ()

    def line_of(self, *loc: str | int) -> int:
        """The line of a front-matter value; 1 if the front matter could not be read."""
        return self.draft.line_of(*loc)


class Read(NamedTuple):
    """The Readings of all files, what they were read with, and the Problems between what they write of terms."""

    readings: list[Reading]
    basis: Basis
    problems: tuple[Problem, ...]
    written: tuple[Written, ...]


def read_entries(files: Sequence[File], basis: Basis) -> Read:
    """Read files to the end, each once, in their order."""
    found = [draft(file.path, file.data, file.kind) for file in files]
    titles = {one.slug: one.title for one in found}
    counted = basis.counted(term for one in found for term in written(one))
    more = basis.terms(counted)
    basis = basis.extended(more)
    return Read([read(one, basis.extractor, titles, basis.sections) for one in found], basis, more.problems, counted)


def read(found: Draft, extractor: Extractor, titles: Mapping[str, str], sections: Sections) -> Reading:
    """Read a file to the end; `titles` (slug -> title) gives text to links that have none."""
    vocabulary = extractor.vocabulary
    if misplaced := folders.misplaced(found, sections):
        return Reading(found, problems=tuple(problems_at(found.path, [misplaced])))
    front, named, problems = _front(found, vocabulary, extractor.gazetteer)
    document, more = document_of(found, titles)
    problems += more
    if document is None:
        return Reading(found, named=tuple(named), problems=tuple(problems))
    shape = structure(document, found.kind, sections.of(found.kind))
    unless = tuple(part.unless for part in shape.parts.values() if part.unless)
    forms = front.forms if isinstance(front, CaseFront) else unless  # which is it? one that needs least
    named_people = residents.findings(document) if found.kind != "page" else ()
    problems += problems_at(found.path, few((*body_checks.findings(shape, forms), *named_people)))
    if front is None or found.front is None:
        return Reading(found, named=tuple(named), links=shape.links, problems=tuple(problems))
    metrics, findings = _metrics(found, front, shape, extractor)
    problems += problems_at(found.path, findings)
    told = process(shape, metrics, extractor)
    problems += problems_at(found.path, (*told.findings, *participants.findings(told.steps, front, found.front)))
    tags = (*_declared(named), *_scales(front, vocabulary), *extractor.tags(todos.unasked(document.text)))
    entry = _entry(found, front, shape, metrics, told, tags)
    problems += problems_at(found.path, front_checks.of_figures(entry, found.front, vocabulary))
    problems += problems_at(found.path, unknown_names.findings(entry, document, vocabulary))
    return Reading(found, entry, Packed(shape.body), shape.prose, problems=tuple(problems))


def _front(
    found: Draft, vocabulary: Vocabulary, gazetteer: Gazetteer
) -> tuple[Front | None, Sequence[Reference], list[Problem]]:
    """The front matter, all that it names, and its Problems."""
    problems = [*found.problems, *problems_at(found.path, folders.of_name(found)), *_todos(found)]
    if found.front is None:
        return None, (), problems
    if many := list(crowded(found.front, found.path)):
        return None, (), problems + many
    whole = wrongs(vocabulary, gazetteer, found.front)
    node, of_whole = without_whole(found.front, vocabulary, found.path)
    asked = todos.only_asking(node) if _is_draft(found) else NOTHING
    model = front_model(found.kind, vocabulary.left_out, asked)
    front, issues = validate(todos.without(node, asked), model, found.path)
    issues = [*of_whole, *issues]
    if front and not of_whole:
        front, unknown = resolve(of_engine(front, found.kind), vocabulary, found.front, found.path, whole)
        named = list(references(front))
        beyond = problems_at(found.path, front_checks.of_values(front, named, found.front))
        issues = [*issues, *unknown, *beyond]
    else:
        named = list(beside(found.front, model, issues))
        issues = [*issues, *unresolved(named, vocabulary, found.front, found.path, whole)]
    asking = todos.asking_lines(found.front)
    if of_whole or any(one.line in asking for one in errors(issues)):
        front = None  # until it is filled in, there is no record
    return front, named, problems + unblamed(issues, garbled(found.problems) | asking)


def _todos(found: Draft) -> Iterator[Problem]:
    """What the file still asks: to-dos of a draft, errors of what would be published."""
    is_draft = _is_draft(found)
    return problems_at(found.path, todos.findings(found.parts, is_draft=is_draft) if found.parts else ())


def _is_draft(found: Draft) -> bool:
    values = found.front.value if found.front else None
    status = values.get("status") if isinstance(values, dict) else None
    return status is not None and status.value == "draft"


def document_of(found: Draft, titles: Mapping[str, str]) -> tuple[Document | None, tuple[Problem, ...]]:
    """The text of a file, and its Problems; None where it has no front matter, or is too large or too deep."""
    if found.parts is None:
        return None, ()
    body, line = found.parts.body, found.parts.body_line
    if refused := tuple(problems_at(found.path, beyond(body, line))):
        return None, refused
    try:
        return parse(body, titles, line), ()
    except RecursionError:
        deep = Finding(line + deepest_line(body), "正文", "引用或列表嵌套太深", "减到三层以内")
        return None, tuple(problems_at(found.path, [deep]))


def figures_of(shape: Structure, extractor: Extractor) -> list[Metric]:
    """The figures of a text outside its silent parts, as its words tell them."""
    text, silent = shape.document.text, Cover(shape.body.silent)
    return list(extractor.scoped(text, [one for one in extractor.metrics(text) if one.start not in silent]))


def _metrics(
    found: Draft, front: Front, shape: Structure, extractor: Extractor
) -> tuple[tuple[Metric, ...], list[Finding]]:
    """The figures of the text outside silent parts, corrected as the author says, and the findings about them."""
    text = shape.document.text
    torn = unread.torn_numbers(text)
    if found.front is None or not isinstance(front, Described):
        return (), []  # a page about the site tells of figures, but has none of its own
    figures = Figures(text, figures_of(shape, extractor), front, found.front)
    metrics = tuple(metric for metric in figures.corrected() if metric.indicator != UNDECIDED)
    return metrics, [*figures.findings, *unread.findings(shape, front, metrics, torn)]


def _entry(
    found: Draft,
    front: Front,
    shape: Structure,
    metrics: tuple[Metric, ...],
    told: Process,
    tags: tuple[Tag, ...],
) -> Entry:
    values: dict[str, Any] = {
        "slug": found.slug,
        "path": found.path,
        "front": front,
        "text": shape.document.text,
        "sections": shape.sections,
        "steps": participants.corrected(told.steps, front),
        "links": shape.links,
        "metrics": metrics,
        "tags": tags,
    }
    if shape.kind == "case":
        values["stated_order"] = told.stated_order
    return _RECORDS[shape.kind](**values)


def _declared(named: Sequence[Reference]) -> tuple[Tag, ...]:
    """The terms in the front matter, except those of predecessors and steps: these do not describe the entry itself."""
    given = ((facet, term) for loc, facet, term in named if loc[0] not in ("predecessors", "steps"))
    read = {facet.id for facet in taking_part("text")}  # what else is given is no tag, but told apart
    declared = ((facet, term) for facet, term in given if facet in read)
    return tuple(Tag(facet=facet, term=term, declared=True) for facet, term in dict.fromkeys(declared))


def _scales(front: Front, vocabulary: Vocabulary) -> Iterator[Tag]:
    """The scales of a case: the levels of its declared places, whose names are the ids of scales."""
    places = (vocabulary.find("places", name) for name in (front.places if isinstance(front, CaseFront) else ()))
    levels = dict.fromkeys(place.level for place in places if isinstance(place, Place))
    return (Tag(facet="scales", term=level, declared=True) for level in levels if vocabulary.find("scales", level))
