"""What the tree of a body says about its shape: sections, steps and links."""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal, NotRequired, TypedDict

import yaml

from casebook.model.records import Section, Step, WrittenLink
from casebook.model.values import Kind
from casebook.reading.markup import BASES, GENERAL, REFERENCE, Document

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CLOSED = frozenset(("a", "blockquote", *HEADINGS))  # no link is put into one of these
STEP_PARTS = {"case": "how", "method": "steps", "page": ""}  # the part whose ### headings are steps
_BASIS: dict[str, Literal["stated", "narrative"]] = {"case": "narrative", "method": "stated", "page": "stated"}
RESERVED = ("section-", "figure-", "step-", "site-")  # beginnings of ids that the templates give

_CLAUSE_END = re.compile(r"[，。；：,;:\n]")
PLACEHOLDER = "〔〕"  # the template's hints stand in these until the author has replaced them


class Part(TypedDict):
    """A part of a page: the headings that name it (the first is preferred), and what the template asks for."""

    titles: list[str]
    required: bool
    hint: str
    figures: NotRequired[bool]
    unless: NotRequired[str]


@cache
def parts(kind: Kind) -> dict[str, Part]:
    """The parts that a file of `kind` has."""
    table = files("casebook").joinpath("data/sections.yaml").read_text(encoding="utf-8")
    found: dict[str, Part] = yaml.load(table, Loader=yaml.CSafeLoader)[kind]
    return found


@cache
def _part_of_title(kind: Kind) -> dict[str, str]:
    return {title: part for part, row in parts(kind).items() for title in row["titles"]}


def digest(text: str) -> str:
    """A short ASCII name for `text`: addresses come from words, never from a position."""
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def sections(document: Document, kind: Kind) -> tuple[Section, ...]:
    """The headings of the body, each with the text up to the next heading of its level or above."""
    heads = [(child, HEADINGS[child.tag]) for child in document.root if child.tag in HEADINGS]
    found: list[Section] = []
    ends = [len(document.text)] * 7  # by level: where the next heading of it or above starts, read from the end
    for element, level in reversed(heads):
        start, title_end = document.span(element)
        title = document.text[start:title_end].strip()
        part = _part_of_title(kind).get(title, "") if level == 2 else ""
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


def step_part(found: tuple[Section, ...], kind: Kind) -> Section | None:
    """The part that tells how it is done."""
    return next((s for s in found if STEP_PARTS[kind] and s.kind == STEP_PARTS[kind]), None)


def declared_basis(document: Document, part: Section) -> Literal["stated", "narrative"] | None:
    """What the author says of the order of the headings below `part`: `## 怎么做 {.stated}`."""
    headings = (e for e in document.root if e.tag in HEADINGS and document.span(e)[0] == part.start)
    marks = next(headings).get("class", "").split()
    return next((basis for basis in BASES if basis in marks), None)


def steps(document: Document, found: tuple[Section, ...], kind: Kind) -> tuple[Step, ...]:
    """The ### headings of the part that tells how it is done; one without an id gets one of its words.

    A method states its order. A case tells one thing after the other, unless its author says that the order is stated.
    """
    part = step_part(found, kind)
    if part is None:
        return ()
    heads = [s for s in found if s.level == 3 and part.start < s.start < part.end]
    basis = declared_basis(document, part) or _BASIS[kind]
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


def without_figures(document: Document, found: tuple[Section, ...], kind: Kind) -> tuple[tuple[int, int], ...]:
    """The spans whose numbers are no figures of the page: questions, warnings, general knowledge."""
    silent = {part for part, row in parts(kind).items() if not row.get("figures", True)}
    general = (
        document.span(element) for element in document.root.iter() if GENERAL in element.get("class", "").split()
    )
    return (*((section.start, section.end) for section in found if section.kind in silent), *general)


def links(document: Document) -> tuple[WrittenLink, ...]:
    """Every [[link]] of the body."""
    return tuple(
        WrittenLink(target=target, step=step, text=run.element.text or "", start=run.start, end=run.end, line=run.line)
        for run in document.runs
        if run.where == "text" and REFERENCE in run.element.attrib
        for target, _, step in [run.element.attrib[REFERENCE].partition("#")]
    )


def prose(document: Document) -> Iterator[tuple[int, int]]:
    """The spans of the body in which a link may be put: what stands in no heading, no link and no quotation block."""
    end = 0  # of what was closed last; within each other or one after the other, elements come in the order of the text
    closed = iter([document.span(element) for element in document.root.iter() if element.tag in _CLOSED])
    span = next(closed, None)
    for run in document.runs:
        while span and span[0] <= run.start:
            end = max(end, span[1])
            span = next(closed, None)
        if run.start >= end:
            yield run.start, run.end
