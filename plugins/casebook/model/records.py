"""What is read from a file: figures, tags, steps, sections, links, and the entry that holds them.

Offsets (`start`, `end`) are character offsets into the plain text of the entry, half open.
"""

from decimal import Decimal
from typing import Literal

from casebook.model.front import CaseFront, Front, MethodFront, PageFront
from casebook.model.values import Kind, Level, Qualifier, Record


class Quantity(Record):
    """A written number with its unit: `约700人次` is 700, 人次, about."""

    start: int
    end: int
    text: str
    value: Decimal
    value_max: Decimal | None = None
    unit: str
    qualifier: Qualifier = "exact"


class Evidence(Record):
    """Where a figure stands in its source (an id of `sources.yaml`), in the source's own words."""

    source: str
    locator: str
    quote: str


class Metric(Quantity):
    """A quantity that measures something: `indicator` is an id of `indicators.yaml`.

    `before` is what the value was before it changed (从251项减少到62项). `scope` and `money` are ids of their
    vocabulary, `as_of` is an EDTF date, `programme` the slug of the case that the figure belongs to when that is
    not the page's own; all empty where the text and its author do not say.
    """

    indicator: str
    sentence: str
    before: Decimal | None = None
    scope: str = ""
    money: str = ""
    as_of: str = ""
    programme: str = ""
    evidence: Evidence | None = None


class Tag(Record):
    """A term that a record carries: declared by the author, or read in the text as `name` at `start`, `end`.

    `term` is empty for a place or organisation that the vocabulary does not have; `level` is a place's, `kind` (an id
    of `actors.yaml`) and `role` (of `roles.yaml`) what such an organisation is and the part that the text gives it.
    `weight` is how often the text names it, in a title or heading twice as much; 0 where declared.
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


class Step(Record):
    """One step of how a case went, or of how a method is done.

    `id` is the author's anchor, empty where there is none. `start`, `end` span the title and what belongs to it.
    `basis` says whether the text states the order or only tells things one after the other. `summary` is the first
    sentence after the title; `when` an EDTF date or period that the text gives, `lasting` a duration in its words;
    both are empty where it gives none. `actors` are those named in it.
    """

    number: int
    id: str = ""
    title: str
    start: int
    end: int
    basis: Literal["stated", "narrative"]
    summary: str = ""
    when: str = ""
    lasting: str = ""
    actors: tuple[Tag, ...] = ()


class Section(Record):
    """A heading with the text up to the next heading of its level or above; `kind` is empty when not a known one."""

    level: int
    id: str
    kind: str
    title: str
    start: int
    end: int
    line: int


class WrittenLink(Record):
    """A `[[...]]` link as written: the page it names, the step of it (or empty), where it stands."""

    target: str
    step: str
    text: str
    start: int
    end: int
    line: int


class Entry(Record):
    """One content file, read: front matter, plain text, and what was extracted from it."""

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


class Case(Entry):
    """What was done, where, by whom, with which figures.

    `stated_order` has the titles of an order that the text states beside the author's own steps (五步走).
    """

    kind: Literal["case"] = "case"
    front: CaseFront
    stated_order: tuple[str, ...] = ()


class Method(Entry):
    """How to do it again, step by step."""

    kind: Literal["method"] = "method"
    front: MethodFront


class Page(Entry):
    """A page about the site itself."""

    kind: Literal["page"] = "page"
    front: PageFront
