"""The records of a file that was read: figures, tags, steps, sections, links, and the entry that holds them.

Offsets (`start`, `end`) are character offsets into the plain text of the entry, half open. What reading itself makes of
a text is not validated: nothing in it comes from outside.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import msgspec

from casebook.model.front import CaseFront, Front, MethodFront, PageFront
from casebook.model.values import Kind, Level, Qualifier


class _Found(msgspec.Struct, frozen=True, gc=False):
    """The base of what is found in a text; its fields have an order, so that it is packed without their names."""


class Quantity(_Found, frozen=True):
    """A written number with its unit: `约700人次` is 700, 人次, about."""

    start: int
    end: int
    text: str
    value: Decimal
    value_max: Decimal | None
    unit: str
    qualifier: Qualifier


class Evidence(_Found, frozen=True):
    """The evidence of a figure: its source (an id of `sources.yaml`), the place in it, and the source's words."""

    source: str
    locator: str
    quote: str


class Metric(Quantity, frozen=True):
    """A quantity that measures something: `indicator` is an id of `indicators.yaml`.

    `before` is the value before a change (从251项减少到62项). `scope` and `money` are ids of their vocabulary, `as_of`
    is an EDTF date, `programme` the slug of another case that the figure belongs to; each is empty if not stated.
    """

    indicator: str
    sentence: str
    before: Decimal | None = None
    scope: str = ""
    money: str = ""
    as_of: str = ""
    programme: str = ""
    evidence: Evidence | None = None


class Tag(_Found, frozen=True):
    """A term of an entry: declared by its author, or read in the text as `name` at `start`, `end`.

    `term` is empty for a place or organisation that the vocabulary does not have; then `level` is the level of the
    place, `kind` (an id of `actors.yaml`) the kind of organisation, and `role` (of `roles.yaml`) its role in the text.
    `weight` counts how often the text names it, twice in a title or heading; it is 0 for a declared term.
    """

    facet: str
    term: str
    declared: bool
    name: str = ""
    start: int = 0
    end: int = 0
    weight: int = 0
    level: Level | Literal[""] = ""
    kind: str = ""
    role: str = ""


class Step(_Found, frozen=True):
    """One step of how a case went, or of how a method is done.

    `id` is the author's anchor, or empty. `start`, `end` span the title and the text below it. `basis` says whether the
    text states the order, or only tells one thing after another. `summary` is the first sentence after the title,
    `when` an EDTF date or period, `lasting` a duration in the words of the text; both may be empty. `actors` are the
    actors that the step names.
    """

    number: int
    title: str
    start: int
    end: int
    basis: Literal["stated", "narrative"]
    id: str = ""
    summary: str = ""
    when: str = ""
    lasting: str = ""
    actors: tuple[Tag, ...] = ()


class Section(_Found, frozen=True):
    """A heading and the text up to the next heading of its level or above; `kind` is empty for an unknown heading."""

    level: int
    id: str
    kind: str
    title: str
    start: int
    end: int
    line: int


class WrittenLink(_Found, frozen=True):
    """A `[[...]]` link as written: the page, its step (may be empty), and where the link stands."""

    target: str
    step: str
    text: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One content file that was read: front matter, plain text, and all that was extracted from the text."""

    kind: Kind
    slug: str
    path: str
    front: Front
    text: str
    sections: tuple[Section, ...] = ()
    steps: tuple[Step, ...] = ()
    links: tuple[WrittenLink, ...] = ()
    metrics: tuple[Metric, ...] = ()
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Case(Entry):
    """What was done, where, by whom, with which figures.

    `stated_order` has the step titles that the text lists (五步走), where these differ from the author's headings.
    """

    kind: Literal["case"] = "case"
    front: CaseFront
    stated_order: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Method(Entry):
    """How to do it again, step by step."""

    kind: Literal["method"] = "method"
    front: MethodFront


@dataclass(frozen=True, kw_only=True)
class Page(Entry):
    """A page about the site itself."""

    kind: Literal["page"] = "page"
    front: PageFront
