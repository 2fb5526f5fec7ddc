"""The records of what may be the steps of a text: one step, and a candidate with its evidence."""

from typing import Literal, NamedTuple

Form = Literal["chain", "list", "story"]


class Told(NamedTuple):
    """A step in a text: its title, the span of its words, and whether its order is stated."""

    title: str
    start: int
    end: int
    basis: Literal["stated", "narrative"]


class Candidate(NamedTuple):
    """What may be the steps of a text, in one form, with the names of all that speaks for or against it.

    `each`: the same for every step of a story; empty for the others.
    """

    form: Form
    steps: tuple[Told, ...]
    evidence: frozenset[str]
    each: tuple[frozenset[str], ...] = ()
