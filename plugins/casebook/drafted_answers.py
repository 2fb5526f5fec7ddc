"""The answers of the form that an article gives: what was found in it, where the form asks for that.

No sentence of the article becomes an answer, unless whoever writes says that the words are their own.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from casebook.articles import TooLongError, article
from casebook.dates import OPEN, period_zh
from casebook.drafting import WHOLE, Found, drafted, several
from casebook.drafting.found import FoundFigure, FoundSource, FoundStep
from casebook.drafting.front import likely_title
from casebook.library import Library
from casebook.model.parts import Part
from casebook.oral import oral_grade
from casebook.reading.structure import STEP_PARTS
from casebook.wrong import Wrong

_FACETS = ("actors", "themes", "forms", "beneficiaries")
_CHANGED = "文章是繁体字,这里都换成了简体,核对名称"
_NOT_REPORTED = "not-reported"  # the kind of caveat that tells what an article does not
_NUMBERED = re.compile(r"^[#\s（(]*(?:[一二三四五六七八九十]+|\d+)[、.．)）]\s*|[【】\[\]：:#*\s]")
_LONGEST_HEADING = 14  # characters
_MOST_STEPS = 20


class Given(NamedTuple):
    """What an article gives: answers by the ids of questions, what was left out, stories that it seems to tell."""

    answers: dict[str, Any]
    notes: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()


def answers(
    text: str, library: Library, today: datetime.date, *, is_own: bool, only: int | None = WHOLE
) -> Given | Wrong:
    """What a text gives; Wrong if it is no case. The own words of who writes go to their parts.

    `only` says which of its stories is wanted; where nobody has said, several are named and none is taken.
    """
    try:
        whole = article(text)
        made = drafted(whole, library, today, only or WHOLE)
    except TooLongError:
        return Wrong("文章太长", "只贴这件事的那一部分,不超过 7 万字")
    if isinstance(made, Wrong):
        return made
    read = made.found
    if only is None and read.stories:
        return Given({}, stories=read.stories)
    given = _of_front(read, library)
    given["how"] = [{"id": step.id, "title": step.title, "text": "", "said": _said(step)} for step in read.steps]
    given["hints"] = _hints(read)
    if is_own:
        given |= ({} if read.source.is_memory else {"sources": []}) | _parts(
            whole.text[slice(*read.span)], library.collection.sections.case
        )
    notes = (*read.notes, *((_CHANGED,) if read.is_changed else ()), *several(read))
    return Given({name: answer for name, answer in given.items() if answer}, notes)


def _hints(read: Found) -> dict[str, dict[str, str]]:
    """What the article says where its words are no answer: its own title, places beside the one where it plays."""
    others = "、".join(place.name for place in read.places if not place.is_main)
    hints = {"title": {"title": read.title, "name": likely_title(read)}, "places": {"places": others}}
    return {name: hint for name, hint in hints.items() if all(hint.values())}


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
        "proofs": [] if oral else [_proof(one) for one in (*read.figures, *read.left)],
        "offered": [
            {"part": one.part, "words": one.words, "paragraph": one.said.paragraph, "quote": one.quote}
            for one in read.figures
        ],
    }


def _source(found: FoundSource) -> dict[str, str]:
    return {"title": found.title, "publisher": found.publisher, "date": found.date, "url": found.url}


def _said(step: FoundStep) -> str:
    """What the article says of a step, after the time that it tells."""
    return f"{period_zh(step.when)}：{step.said.text}" if step.when else step.said.text


def _proof(one: FoundFigure) -> dict[str, str]:
    """A figure of the article, to be found again in what is written: as evidence of the same one there."""
    evidence = {"locator": f"第{one.said.paragraph}段", "quote": one.quote}
    return {"amount": one.amount, "meaning": one.meaning, "as_of": one.as_of, **evidence}


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
