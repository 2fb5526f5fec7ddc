"""The steps of an entry: marked by its author, or read from its words, each with time, duration and actors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from casebook import extract
from casebook.extract import Extractor
from casebook.extract.moments import when
from casebook.extract.sentences import sentences
from casebook.model.records import Metric, Section, Step
from casebook.reading.findings import Finding
from casebook.reading.markup import BASES
from casebook.reading.step_ids import offered_name
from casebook.reading.structure import Structure, listed_steps
from casebook.reading.todos import unasked

_SEE = re.compile("（见[^（）]*）")  # a pointer to the method, on whose page the sentence is shown
_NAMED = re.compile("“[^“”\n]*”|《[^《》\n]*》")
_READ_AS = {"stated": "明说的顺序", "narrative": "只是先后讲述"}


@dataclass(frozen=True)
class Process:
    """The steps of an entry, the titles of a different order that its text states, and findings about both."""

    steps: tuple[Step, ...]
    stated_order: tuple[str, ...]
    findings: tuple[Finding, ...]


def process(shape: Structure, metrics: tuple[Metric, ...], extractor: Extractor) -> Process:
    """The Process of a body; `metrics` are its figures, of which some are durations of steps."""
    document, part = shape.document, shape.step_part
    if part is None:
        return Process((), (), ())

    def filled(steps: tuple[Step, ...]) -> tuple[Step, ...]:
        text = unasked(document.text)
        unnamed = _without_names(text, shape)
        return tuple(_filled(step, text, unnamed, metrics, extractor) for step in steps)

    marked = shape.steps
    if shape.kind != "case":
        return Process(filled(marked), (), ())
    words = unasked(document.text[part.start : part.end])
    if marked:
        stated = _other_order(words, marked)
        return Process(filled(marked), stated, () if shape.declared else tuple(_two_orders(part, marked, stated)))
    listed = listed_steps(document, part)
    read = tuple(tuple(_moved(step, part.start) for step in reading) for reading in extract.readings(words))
    readings = (listed, *read) if listed else read
    return Process(filled(next(iter(readings), ())), (), tuple(_unmarked(part, readings)))


def _moved(step: Step, by: int) -> Step:
    return replace(step, start=step.start + by, end=step.end + by)


def _filled(step: Step, text: str, unnamed: str, metrics: tuple[Metric, ...], extractor: Extractor) -> Step:
    """`step` with its summary, time, duration and actors, all read from its own text.

    Organisations are found by name in `text`; kinds of people in `unnamed`, the same text without names of things.
    """
    start = step.start + len(step.title) if step.id else step.start  # a heading tells nothing that is not below it
    words = text[start : step.end]
    duration = extractor.vocabulary.cues.hinted("time")
    lasting = (m.text for m in metrics if step.start <= m.start < step.end and m.indicator == duration)
    taking_part = extractor.without_divisions.taking_part(words, unnamed[start : step.end])
    return replace(
        step,
        summary=_first_sentence(words),
        when=when(words),
        lasting=next(lasting, ""),
        actors=tuple(replace(tag, start=tag.start + start, end=tag.end + start) for tag in taking_part),
    )


def _without_names(text: str, shape: Structure) -> str:
    """The text with blanks in place of names and links: people in the name of a thing need not have taken part."""
    named = (found.span() for found in _NAMED.finditer(text))
    linked = ((link.start, link.end) for link in shape.links)
    for start, end in (*named, *linked):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _first_sentence(text: str) -> str:
    start, end = next(iter(sentences(text)), (0, 0))
    return without_pointers(text[start:end])


def without_pointers(sentence: str) -> str:
    """`sentence` without the author's pointers to methods (见召集), as other pages quote it."""
    return _SEE.sub("", sentence).replace("\t", " ")


def _other_order(words: str, marked: tuple[Step, ...]) -> tuple[str, ...]:
    """The titles of an enumeration in `words`; none if they only repeat the headings (### 第一步 摸底)."""
    titles = extract.chained(words)
    is_same = len(titles) == len(marked) and all(
        title in step.title for title, step in zip(titles, marked, strict=True)
    )
    return () if is_same else titles


def _two_orders(part: Section, marked: tuple[Step, ...], stated: tuple[str, ...]) -> Iterator[Finding]:
    if stated:
        found = f"正文另说了一种顺序({_chain(stated)}),与小标题({_chain([step.title for step in marked])})不同"
        instead = " 或 ".join(f"## {part.title} {{.{basis}}}(小标题{_READ_AS[basis]})" for basis in BASES)
        yield Finding(part.line, "步骤", found, f"两种都会列在页上;写明 {instead}", "warning")


def _unmarked(part: Section, readings: tuple[tuple[Step, ...], ...]) -> Iterator[Finding]:
    """The warning about a part without headings for its steps; it offers each way to read them."""
    if not readings:
        return
    ways = ";".join(
        f"读法{number}({_READ_AS[reading[0].basis]}):{_chain([step.title for step in reading])}"
        for number, reading in enumerate(readings, 1)
    )
    names = dict[str, str]()  # id -> title
    for step in readings[0]:
        names[offered_name(step.title, names)] = step.title
    headings = "、".join(f"### {title} {{#{name}}}" for name, title in names.items())
    instead = f"对的话每步写成小标题,再写这一步的正文:{headings};不对就自己分"
    yield Finding(part.line, "步骤", f"“{part.title}” 没有分步;{ways}", instead, "warning")


def _chain(titles: tuple[str, ...] | list[str]) -> str:
    return " → ".join(titles)
