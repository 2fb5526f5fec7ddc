"""The answers of the form that an article gives: what was found in it, where the form asks for that.

No sentence of the article becomes an answer, unless whoever writes says that the words are their own.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from casebook.articles import TooLongError, article
from casebook.dates import OPEN
from casebook.drafting import Found, found
from casebook.drafting.found import FoundSource
from casebook.library import Library
from casebook.model.parts import Part
from casebook.oral import oral_grade
from casebook.reading.structure import STEP_PARTS
from casebook.wrong import Wrong

_FACETS = ("actors", "themes", "forms", "beneficiaries")
_NOT_REPORTED = "not-reported"  # the kind of caveat that tells what an article does not
_NUMBERED = re.compile(r"^[#\s（(]*(?:[一二三四五六七八九十]+|\d+)[、.．)）]\s*|[【】\[\]：:#*\s]")
_LONGEST_HEADING = 14  # characters
_MOST_STEPS = 20


def answers(text: str, library: Library, today: datetime.date, *, is_own: bool) -> dict[str, Any] | Wrong:
    """Answers by the ids of questions; Wrong if the text is no case. The own words of who writes go to their parts."""
    try:
        read = found(article(text), library, today)
    except TooLongError:
        return Wrong("文章太长", "只贴这件事的那一部分,不超过 7 万字")
    if isinstance(read, Wrong):
        return read
    given = _of_front(read, library)
    given["how"] = [{"id": step.id, "title": step.title, "text": "", "said": step.said.text} for step in read.steps]
    if is_own:
        given |= ({} if read.source.is_memory else {"sources": []}) | _parts(text, library.collection.sections.case)
    return {name: answer for name, answer in given.items() if answer}


def _of_front(read: Found, library: Library) -> dict[str, Any]:
    kind = library.vocabulary.find("caveat-kinds", _NOT_REPORTED)
    oral = oral_grade(library.vocabulary) if read.source.is_memory else None
    return {
        "slug": read.slug,
        "period": _period(read.period),
        "places": [place.name for place in read.places if place.is_main],
        "organisations": [{"organisation": body.name, "role": body.role} for body in read.bodies],
        **{facet: [term.zh for term in read.of(facet)] for facet in _FACETS if library.has(facet)},
        "sources": [{"told": oral.zh} if oral else _source(read.source)],
        "caveats": [{"kind": kind.zh, "text": one.text} for one in read.silences] if kind else [],
        "evidence": {}
        if oral
        else {one.text: {"locator": f"第{one.said.paragraph}段", "quote": one.quote} for one in read.figures},
        "offered": [{"part": one.part, "words": one.words, "paragraph": one.said.paragraph} for one in read.figures],
    }


def _source(found: FoundSource) -> dict[str, str]:
    return {"title": found.title, "publisher": found.publisher, "date": found.date, "url": found.url}


def _period(period: str) -> dict[str, object]:
    start, _, end = period.partition("/")
    return {"start": start, "end": "" if end == OPEN else end, "open": end == OPEN} if start else {}


def _parts(text: str, parts: Mapping[str, Part]) -> dict[str, Any]:
    """The parts of a text by its headings, as forms of awards have them: 背景与起因, 做法与经过, 成效与反响."""
    lines: dict[str, list[str]] = {}
    at = ""
    for line in filter(None, map(str.strip, text.split("\n"))):
        if named := _named(line, parts):
            at = named
        elif at:
            lines.setdefault(at, []).append(line)
    steps = STEP_PARTS["case"]
    told: dict[str, Any] = {name: "\n\n".join(own) for name, own in lines.items() if name != steps}
    if steps in lines:
        told[steps] = list(_steps(lines[steps]))
    return told


def _named(line: str, parts: Mapping[str, Part]) -> str:
    heading = _NUMBERED.sub("", line)
    if len(heading) > _LONGEST_HEADING or re.search(r"[，。；！？]", heading):
        return ""
    return next((name for name, part in parts.items() if any(title in heading for title in part.titles)), "")


def _steps(lines: list[str]) -> Iterator[dict[str, str]]:
    for number, line in enumerate(lines[:_MOST_STEPS], 1):
        yield {"id": f"s{number}", "title": "", "text": line}
