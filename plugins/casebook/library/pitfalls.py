"""What goes wrong: mistakes that methods warn of, limits that cases admit, and where cases left a method."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from casebook.library.library import Library
from casebook.library.telling import most_telling
from casebook.model.records import Case, Entry, Section
from casebook.model.values import Record
from casebook.once import once
from casebook.tables import load

PitfallKind = Literal["mistake", "departure", "limit"]

MISTAKES, LIMITS = "mistakes", "limits"  # the parts of a method and of a case that tell of them
KINDS: tuple[PitfallKind, ...] = ("mistake", "departure", "limit")


class Pitfall(Record):
    """Something that went wrong or may go wrong, in the words of the page that tells it.

    `anchor` is where it stands on the page of `slug`; of a departure, `method` and `step` are what the case left. One
    that `is_silent` only says what is not known.
    """

    kind: PitfallKind
    slug: str
    text: str
    is_silent: bool
    anchor: str = ""
    method: str = ""
    step: str = ""


@once
def pitfalls(library: Library) -> Mapping[str, tuple[Pitfall, ...]]:
    """Theme -> the pitfalls of its cases and methods; what has no theme stands under the empty one.

    What says what goes wrong stands before what only says that the source is silent. Then come those that their page
    puts first, of all kinds in turn, then those it puts second; of several pages, the most telling first.
    """
    found: dict[str, list[tuple[tuple[bool, int, int], Pitfall]]] = {}
    for entry in (*_methods(library), *most_telling(library, library.cases.values())):
        seen = dict.fromkeys(KINDS, 0)
        for pitfall in _of(entry):
            key = (pitfall.is_silent, seen[pitfall.kind], KINDS.index(pitfall.kind))
            seen[pitfall.kind] += 1
            for theme in getattr(entry.front, "themes", ()) or ("",):
                found.setdefault(theme, []).append((key, pitfall))
    return {theme: tuple(one for _, one in sorted(ones, key=lambda row: row[0])) for theme, ones in found.items()}


def _methods(library: Library) -> list[Entry]:
    """The methods, the most used first."""
    return sorted(library.methods.values(), key=lambda method: -len(library.uses_of(method.slug)))


def _of(entry: Entry) -> Iterator[Pitfall]:
    """The pitfalls of a page, in its own order."""
    for section in entry.sections:
        if section.kind in (MISTAKES, LIMITS):
            kind: PitfallKind = "mistake" if section.kind == MISTAKES else "limit"
            for text in _lines(entry, section):
                yield Pitfall(kind=kind, slug=entry.slug, text=text, is_silent=_is_silent(text), anchor=section.id)
    for one in entry.front.departures if isinstance(entry, Case) else ():
        method, _, step = one.step.partition("#")
        silent = _is_silent(one.text)
        yield Pitfall(kind="departure", slug=entry.slug, text=one.text, is_silent=silent, method=method, step=step)


def _lines(entry: Entry, section: Section) -> Iterator[str]:
    """The paragraphs and items of a part, without its heading, headings below it and the rows of tables."""
    titles = {one.title for one in entry.sections}
    for line in entry.text[section.start + len(section.title) : section.end].split("\n"):
        if (text := line.strip()) and "\t" not in text and text not in titles:
            yield text


def _is_silent(text: str) -> bool:
    """Whether a text says what is not known, rather than what goes wrong."""
    return any(word in text for word in _silences())


@cache
def _silences() -> tuple[str, ...]:
    return tuple(word for row in load("silences") for word in row["words"])
