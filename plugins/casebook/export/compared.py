"""The records of the comparison: a case as a column, and what may be picked."""

from casebook.model.values import Struct
from casebook.views.records import Link


class Fact(Struct):
    """A row of the facts; `missing` is shown if there are no `items`. An item without a url is no link."""

    label: str
    items: tuple[Link, ...]
    missing: str


class ComparedUse(Struct):
    """The method of a step of a case; `step` is the step of the method, or empty."""

    method: str
    step: str = ""


class ComparedStep(Struct):
    """A step of a case in the case's own order."""

    number: int
    link: Link
    facts: tuple[str, ...]
    uses: tuple[ComparedUse, ...]


class ComparedMethod(Struct):
    """A method of a case with all its steps, which give the order when several cases are compared."""

    slug: str
    link: Link
    steps: tuple[tuple[str, Link], ...]


class ComparedDeparture(Struct):
    """A step of a method that a case left out or did otherwise, in its author's words."""

    method: str
    step: str
    how: str
    text: str


class ComparedFigure(Struct):
    """A figure of a case; figures of one `series` may be compared if the indicator is comparable.

    `order` is the index of the indicator in the vocabulary; `figure` and `unit` are as written.
    """

    series: str
    label: str
    indicator: Link
    order: int
    is_comparable: bool
    is_additive: bool
    value: str
    value_max: str
    before: str
    unit: str
    qualifier: str
    notes: tuple[str, ...]
    figure: Link


class ComparedManifest(Struct):
    """What may be picked: `cases` are [slug, title] of the newest, `more` is the count of the others.

    `names` is in how many files the names of all are: slug or old slug -> [slug, title].
    """

    build: str
    names: int
    cases: tuple[tuple[str, str], ...]
    more: int


class ComparedCase(Struct):
    """A case as a column; `above` are the cases that it is part of, the nearest first.

    `near` are the related cases as [slug, title]. `told` are the orders of indicators of which it has figures that were
    only told.
    """

    slug: str
    link: Link
    above: tuple[str, ...]
    near: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    basis: str
    steps: tuple[ComparedStep, ...]
    methods: tuple[ComparedMethod, ...]
    departures: tuple[ComparedDeparture, ...]
    figures: tuple[ComparedFigure, ...]
    told: tuple[int, ...]
