"""The structure of a body, read from its tree: sections, steps and links."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from casebook.model.parts import Part
from casebook.model.records import Section, Step, WrittenLink
from casebook.model.values import Kind, Span
from casebook.reading.elements import HEADINGS
from casebook.reading.inline import REFERENCE
from casebook.reading.markup import BASES, GENERAL, Document
from casebook.reading.todos import TODO

Basis = Literal["stated", "narrative"]

_CLOSED = frozenset(("a", "blockquote", *HEADINGS))  # no link is put into one of these
STEP_PARTS = {"case": "how", "method": "steps", "page": ""}  # the part whose ### headings are steps
_BASIS: dict[str, Basis] = {"case": "narrative", "method": "stated", "page": "stated"}
RESERVED = ("section-", "figure-", "step-", "site-")  # beginnings of ids that the templates give

_CLAUSE_END = re.compile(r"[，。；：,;:\n]")


def digest(text: str) -> str:
    """A short ASCII name for `text`, for addresses that depend on words and not on positions."""
    return hashlib.sha256(text.encode()).hexdigest()[:6]


@dataclass(frozen=True)
class Body:
    """What pages are made of, besides the record of their entry; numbers within `silent` are no figures of the page."""

    document: Document
    silent: tuple[Span, ...]


@dataclass(frozen=True)
class Structure:
    """The structure of a body of `kind`, made once; `parts` are those of the collection.

    `step_part` is the section whose `steps` are the headings below it, `declared` what its author says of their order.
    Automatic links may stand within `prose`.
    """

    body: Body
    kind: Kind
    parts: Mapping[str, Part]
    sections: tuple[Section, ...]
    links: tuple[WrittenLink, ...]
    step_part: Section | None
    declared: Basis | None
    steps: tuple[Step, ...]
    prose: tuple[Span, ...]

    @property
    def document(self) -> Document:
        """The parsed body."""
        return self.body.document


def structure(document: Document, kind: Kind, parts: Mapping[str, Part]) -> Structure:
    """The Structure of the body of a file of `kind`, which may have these parts."""
    sections = _sections(document, parts)
    part = next((section for section in sections if STEP_PARTS[kind] and section.kind == STEP_PARTS[kind]), None)
    declared = _declared(document, part) if part else None
    return Structure(
        body=Body(document, _silent(document, sections, parts)),
        kind=kind,
        parts=parts,
        sections=sections,
        links=_links(document),
        step_part=part,
        declared=declared,
        steps=_steps(sections, part, declared or _BASIS[kind]) if part else (),
        prose=tuple(prose(document)),
    )


def _sections(document: Document, parts: Mapping[str, Part]) -> tuple[Section, ...]:
    """The headings of the body, each with the text up to the next heading of its level or above."""
    part_of_title = {title: name for name, part in parts.items() for title in part.titles}
    heads = [(child, HEADINGS[child.tag]) for child in document.root if child.tag in HEADINGS]
    found: list[Section] = []
    ends = [len(document.text)] * 7  # by level: where the next heading of it or above starts, read from the end
    for element, level in reversed(heads):
        start, title_end = document.span(element)
        title = document.text[start:title_end].strip()
        part = part_of_title.get(title, "") if level == 2 else ""
        found.append(
            Section(
                level=level,
                id=f"section-{part or digest(title)}" if level == 2 else element.get("id", ""),
                kind=part,
                title=title,
                start=start,
                end=ends[level],
                line=document.line_at(start),
            )
        )
        ends[level:] = [start] * (7 - level)
    return tuple(reversed(found))


def _declared(document: Document, part: Section) -> Basis | None:
    """The mark of the author for the order of the headings below `part`: `## 怎么做 {.stated}`."""
    headings = (e for e in document.root if e.tag in HEADINGS and document.span(e)[0] == part.start)
    marks = next(headings).get("class", "").split()
    return next((basis for basis in BASES if basis in marks), None)


def _steps(sections: tuple[Section, ...], part: Section, basis: Basis) -> tuple[Step, ...]:
    """The ### headings below `part` as steps; one without an id gets an id made from its title."""
    heads = [section for section in sections if section.level == 3 and part.start < section.start < part.end]
    return tuple(
        Step(
            number=number,
            id=head.id or offered_id(head.title),
            title=head.title,
            start=head.start,
            end=head.end,
            basis=basis,
        )
        for number, head in enumerate(heads, 1)
    )


def listed_steps(document: Document, part: Section) -> tuple[Step, ...]:
    """The items of the first numbered list of `part`, each titled with its first clause."""
    lists = (e for e in document.root if e.tag == "ol" and part.start <= document.span(e)[0] < part.end)
    spans = [document.span(item) for item in next(lists, ()) if item.tag == "li"]
    return tuple(
        Step(
            number=number,
            title=_CLAUSE_END.split(document.text[start:end].strip(), maxsplit=1)[0],
            start=start,
            end=end,
            basis="stated",
        )
        for number, (start, end) in enumerate(spans, 1)
    )


def offered_id(title: str) -> str:
    """The id that a step has until its author gives it one."""
    return f"s-{digest(title)}"


def _silent(document: Document, sections: tuple[Section, ...], parts: Mapping[str, Part]) -> tuple[Span, ...]:
    """The spans whose numbers are no figures of the page: questions, warnings, general knowledge, what is asked."""
    silent = {name for name, part in parts.items() if not part.figures}
    general = (
        document.span(element) for element in document.root.iter() if GENERAL in element.get("class", "").split()
    )
    asking = (found.span() for found in TODO.finditer(document.text))
    return (*((section.start, section.end) for section in sections if section.kind in silent), *general, *asking)


def _links(document: Document) -> tuple[WrittenLink, ...]:
    """Every [[link]] of the body."""
    return tuple(
        WrittenLink(target=target, step=step, text=run.element.text or "", start=run.start, end=run.end, line=run.line)
        for run in document.runs
        if run.where == "text" and REFERENCE in run.element.attrib
        for target, _, step in [run.element.attrib[REFERENCE].partition("#")]
    )


def prose(document: Document) -> Iterator[Span]:
    """The spans in which an automatic link may stand: outside headings, links and quotation blocks."""
    end = 0  # of what was closed last; within each other or one after the other, elements come in the order of the text
    closed = iter([document.span(element) for element in document.root.iter() if element.tag in _CLOSED])
    span = next(closed, None)
    for run in document.runs:
        while span and span[0] <= run.start:
            end = max(end, span[1])
            span = next(closed, None)
        if run.start >= end:
            yield run.start, run.end
