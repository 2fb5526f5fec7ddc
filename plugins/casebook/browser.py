"""What a page asks of the core that runs in its browser: JSON and bytes in, JSON out."""

import datetime
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, TypedDict
from xml.etree.ElementTree import Element

from casebook.builds import json_text
from casebook.desk import Desk
from casebook.drafted_answers import answers
from casebook.drafting.counted import amount, meaning
from casebook.extract.units import families
from casebook.gazetteer import gazetteer
from casebook.library import Library
from casebook.model.problems import Problem
from casebook.model.records import Metric
from casebook.packing import unpacked
from casebook.reading.entries import FOLDERS, File
from casebook.reading.markup import Document
from casebook.reading.render import ATTRIBUTES, SCHEMES, TAGS, Href, Mark, render, scheme
from casebook.reading.step_ids import offered_name
from casebook.reading.todos import TODO
from casebook.vocabulary import Vocabulary
from casebook.wrong import Wrong

_FILE_NAME = re.compile(r"(?<![A-Za-z0-9_-])[a-z0-9]+(?:-[a-z0-9]+)*(?![A-Za-z0-9_-])")
_STEP = re.compile(r"^### (?P<title>.+?) \{#(?P<name>[\w-]+)\}$", re.MULTILINE)

Drawn = str | list["str | Mapping[str, str] | Drawn"]  # a text, or an element: tag, attributes, what stands in it


class FigureRead(TypedDict):
    """A figure as it was read: its words, where they stand, what it counts as, what it is told by."""

    quote: str
    line: int
    scope: str
    money: str
    indicator: str
    isMoney: bool
    amount: str
    meaning: str


class Told(TypedDict):
    """What is told of a text.

    `pages` are those that problems name, by their file names: their titles and addresses. `names` are those that steps
    may have as addresses, by what they have in the text.
    """

    problems: list[dict[str, object]]
    figures: list[FigureRead]
    page: list[Drawn]
    pages: dict[str, tuple[str, str]]
    names: dict[str, str]


class Drafted(TypedDict):
    """The answers that an article gives, or why it gives none; what was left out, and the stories to choose from."""

    answers: dict[str, Any]
    wrong: str
    notes: tuple[str, ...]
    stories: tuple[str, ...]


class Opened:
    """A desk that was opened in a browser; both files are packed, since not every host packs what it sends."""

    def __init__(self, desk: bytes, divisions: bytes) -> None:
        rows = json.loads(gzip.decompress(divisions))
        table = gazetteer(rows["names"], rows["levels"], rows["parents"])
        found: Desk = unpacked(gzip.decompress(desk))
        self._desk = replace(found, gazetteer=table)

    def told(self, path: str, text: str, today: str) -> str:
        """What is told of the text of a file at a path (`content/cases/x.md`), as JSON of Told."""
        kind = FOLDERS[PurePosixPath(path).parts[1]]
        read = self._desk.read(File(path, text.encode(), kind), datetime.date.fromisoformat(today))
        addresses = _Addresses(read.library)
        told: Told = {
            "problems": [_problem(one) for one in read.problems],
            "figures": [],
            "page": [],
            "pages": addresses.named(read.problems),
            "names": _names(text),
        }
        if read.document:
            told["figures"] = list(_figures(read.metrics, read.document, read.library.vocabulary))
            told["page"] = _page(read.metrics, read.document, addresses)
        return json_text(told)

    def drafted(self, text: str, is_own: bool, today: str, only: int | None) -> str:
        """The answers that an article gives, or one of its stories, as JSON of Drafted."""
        given = answers(text, self._desk.library, datetime.date.fromisoformat(today), is_own=is_own, only=only)
        if isinstance(given, Wrong):
            return json_text(Drafted(answers={}, wrong=f"{given.found}；{given.instead}", notes=(), stories=()))
        return json_text(Drafted(answers=given.answers, wrong="", notes=given.notes, stories=given.stories))


def _problem(problem: Problem) -> dict[str, object]:
    return problem.model_dump(exclude={"path"})


def _figures(metrics: Iterable[Metric], document: Document, vocabulary: Vocabulary) -> Iterator[FigureRead]:
    for metric in metrics:
        yield {
            "quote": metric.text,
            "line": document.line_at(metric.start),
            "scope": _zh(vocabulary, "scopes", metric.scope),
            "money": _zh(vocabulary, "money-kinds", metric.money),
            "indicator": _zh(vocabulary, "indicators", metric.indicator),
            "isMoney": families().get(metric.unit) == "money",
            "amount": amount(metric),
            "meaning": meaning(metric, document.text, vocabulary),
        }


def _zh(vocabulary: Vocabulary, facet: str, name: str) -> str:
    term = vocabulary.find(facet, name) if name else None
    return term.zh if term else ""


def _page(metrics: Iterable[Metric], document: Document, href: Href) -> list[Drawn]:
    """The body as the site shows it, as what a script makes elements of: no HTML is parsed."""
    marks = [Mark(one.start, one.end, "", f"{one.value:f}") for one in metrics]
    return [_drawn(child) for child in render(document, marks, href).root]


class _Addresses:
    """The addresses of pages from the root of the site; of what there is none, none."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def __call__(self, slug: str, step: str) -> str | None:
        """The address of a page, or of a step on it."""
        entry = self._library.entry(slug)
        folder = next((name for name, kind in FOLDERS.items() if entry and kind == entry.kind), "")
        return f"{folder}/{slug}/{f'#{step}' if step else ''}" if entry else None

    def named(self, problems: Iterable[Problem]) -> dict[str, tuple[str, str]]:
        """The pages that problems name, by their file names."""
        words = (word for one in problems for word in _FILE_NAME.findall(f"{one.found} {one.instead}"))
        pages = ((name, self._library.entry(name), self(name, "")) for name in dict.fromkeys(words))
        return {name: (entry.front.title, address) for name, entry, address in pages if entry and address}


def _names(text: str) -> dict[str, str]:
    """The names that advice offers for the steps of a text, by those that they have."""
    steps = {found["name"]: found["title"] for found in _STEP.finditer(text) if not TODO.search(found["title"])}
    offered: dict[str, str] = {}
    for name, title in steps.items():
        offered[name] = offered_name(title, {*steps, *offered.values()})
    return offered


def _drawn(element: Element) -> Drawn:
    """An element with what the site allows; of any other its text alone."""
    tag = element.tag if element.tag in TAGS else "span"
    allowed = ATTRIBUTES.get(tag, set()) | {"class"}
    given = {name: value for name, value in element.attrib.items() if name in allowed}
    if scheme(given.get("href", "")) not in ("", *SCHEMES):
        del given["href"]
    inside: list[Drawn] = [str(element.text or "")]
    for child in element:
        inside += [_drawn(child), str(child.tail or "")]
    return [tag, given, *(one for one in inside if one)]
